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

package io.github.faultbook.autoconfigure.settings;

import java.util.List;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Finds the exceptions that the configuration names.
 */
final class ExceptionNames {

	private final @Nullable ClassLoader classLoader;

	private final List<Finding> findings;

	ExceptionNames(@Nullable ClassLoader classLoader, List<Finding> findings) {
		this.classLoader = classLoader;
		this.findings = findings;
	}

	/**
	 * Find an exception.
	 * @param where the property that names it
	 * @param className the fully qualified name
	 * @return the class, or {@code null} if there is none, which becomes a finding
	 */
	@Nullable Class<?> find(String where, String className) {
		try {
			Class<?> type = ClassUtils.forName(className, this.classLoader);
			if (Throwable.class.isAssignableFrom(type)) {
				return type;
			}
			this.findings.add(new Finding(where, "the class is not an exception.", "Name a subclass of Throwable."));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			this.findings.add(new Finding(where, "there is no such class on the classpath.",
					"Correct the name. A nested class is written [com.example.Outer$Nested], in brackets."));
		}
		return null;
	}

}
