/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;

import org.springframework.core.annotation.AnnotationUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code ClassLoader} that loads one class again, like the class loader of a web
 * application, to verify that caches do not keep an undeployed application in memory.
 */
public final class ThrowAwayClassLoader extends ClassLoader {

	private final Class<?> original;

	private ThrowAwayClassLoader(Class<?> original) {
		super(original.getClassLoader());
		this.original = original;
	}

	public static Class<?> load(Class<?> original) throws ClassNotFoundException {
		Class<?> type = new ThrowAwayClassLoader(original).loadClass(original.getName());
		assertThat(type).isNotSameAs(original);
		return type;
	}

	public static Watch watch(Class<?> type) {
		return new Watch(new WeakReference<>(type.getClassLoader()));
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		if (!name.equals(this.original.getName()) || findLoadedClass(name) != null) {
			return super.loadClass(name, resolve);
		}
		try (InputStream bytes = this.original.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
			byte[] code = bytes.readAllBytes();
			return defineClass(name, code, 0, code.length);
		}
		catch (IOException ex) {
			throw new ClassNotFoundException(name, ex);
		}
	}

	public record Watch(WeakReference<ClassLoader> loader) {

		public boolean isUnloaded() {
			// Spring's own caches use soft references, which a test cannot get cleared
			AnnotationUtils.clearCache();
			for (int i = 0; i < 50 && this.loader.get() != null; i++) {
				System.gc();
			}
			return this.loader.get() == null;
		}

	}

}
