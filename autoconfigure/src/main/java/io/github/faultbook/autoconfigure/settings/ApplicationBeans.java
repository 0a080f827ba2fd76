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
import java.util.stream.Stream;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Finds beans of the application, as opposed to beans of Faultbook and Spring.
 */
public final class ApplicationBeans {

	/**
	 * The packages of Spring and of Faultbook's own beans.
	 */
	private static final List<String> FOREIGN = List.of("org.springframework.",
			"io.github.faultbook.autoconfigure.servlet.");

	private ApplicationBeans() {
	}

	/**
	 * Find the beans of a type that may not be on the classpath. No bean is created.
	 * @param beans all beans
	 * @param typeName the name of the type
	 * @return the names of the application's beans, empty if there is no such type
	 */
	public static List<String> find(ListableBeanFactory beans, String typeName) {
		ClassLoader classLoader = ApplicationBeans.class.getClassLoader();
		if (!ClassUtils.isPresent(typeName, classLoader)) {
			return List.of();
		}
		Class<?> type = ClassUtils.resolveClassName(typeName, classLoader);
		return Stream.of(beans.getBeanNamesForType(type, true, false)).filter((name) -> isOwn(beans, name)).toList();
	}

	private static boolean isOwn(ListableBeanFactory beans, String name) {
		Class<?> type = beans.getType(name, false);
		return type != null && FOREIGN.stream().noneMatch(type.getName()::startsWith);
	}

}
