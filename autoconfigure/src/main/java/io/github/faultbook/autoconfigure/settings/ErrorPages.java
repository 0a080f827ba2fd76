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

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

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
		return !properties.isGuardResponses() || !ownControllers(beans).isEmpty();
	}

	/**
	 * Find the {@code ErrorController}s of the application.
	 * @param beans the beans of the application
	 * @return the names of the beans, empty if Faultbook or Spring Boot has the error
	 * page
	 */
	public static List<String> ownControllers(ListableBeanFactory beans) {
		return ApplicationBeans.find(beans, CONTROLLER);
	}

	/**
	 * Return the path of the error page, as Spring Boot finds it.
	 * @param environment the environment
	 * @return the path, which starts with a slash
	 */
	public static String path(Environment environment) {
		return environment.getProperty("spring.web.error.path", environment.getProperty("error.path", "/error"));
	}

}
