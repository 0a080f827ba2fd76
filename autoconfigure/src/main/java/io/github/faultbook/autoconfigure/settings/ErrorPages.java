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

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Decides whether the error page of the container is used.
 */
public final class ErrorPages {

	private static final String CONTROLLER = "org.springframework.boot.webmvc.error.ErrorController";

	private ErrorPages() {
	}

	/**
	 * Return whether errors that nothing answers in the dispatcher go to the error page.
	 * @param properties the configuration
	 * @param beans the beans of the application
	 * @return whether browsers get pages, the guard is off, or the application has an
	 * {@code ErrorController} of its own
	 */
	public static boolean areUsed(FaultbookProperties properties, ListableBeanFactory beans) {
		return properties.isHtmlPages() || isForAll(properties, beans);
	}

	/**
	 * Return whether the error page is for all clients, rather than for browsers only.
	 * @param properties the configuration
	 * @param beans the beans of the application
	 * @return whether the guard is off, or the application has an {@code ErrorController}
	 * of its own
	 */
	public static boolean isForAll(FaultbookProperties properties, ListableBeanFactory beans) {
		return !properties.isGuardResponses() || hasOwnController(beans);
	}

	private static boolean hasOwnController(ListableBeanFactory beans) {
		ClassLoader classLoader = ErrorPages.class.getClassLoader();
		if (!ClassUtils.isPresent(CONTROLLER, classLoader)) {
			return false;
		}
		Class<?> type = ClassUtils.resolveClassName(CONTROLLER, classLoader);
		return Stream.of(beans.getBeanNamesForType(type, true, false)).anyMatch((name) -> isOwn(beans.getType(name)));
	}

	private static boolean isOwn(@Nullable Class<?> controller) {
		return controller != null && !controller.getName().startsWith("org.springframework.")
				&& !controller.getName().startsWith("io.github.faultbook.autoconfigure.servlet.");
	}

}
