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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.context.reactive.ReactiveWebApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Determines the base address of the documentation pages.
 */
final class DocsAddress {

	private DocsAddress() {
	}

	/**
	 * Return the address to which codes are appended. The address of the application's
	 * own pages has no host, as the host of a request can be forged and the host that the
	 * application knows is not always the one that clients use.
	 * @param docs the configuration
	 * @param context the application
	 * @return an address, or {@code null} if there are no pages
	 */
	static @Nullable String of(FaultbookProperties.Docs docs, ApplicationContext context) {
		if (docs.getBaseUrl() != null || !docs.isEnabled()) {
			return docs.getBaseUrl();
		}
		Environment environment = context.getEnvironment();
		if (context instanceof ReactiveWebApplicationContext) {
			return withoutSlash(environment.getProperty("spring.webflux.base-path", "")) + docs.getPath();
		}
		// An external container knows the context path, an embedded container does not
		// exist yet
		String application = StringUtils.hasLength(context.getApplicationName()) ? context.getApplicationName()
				: environment.getProperty("server.servlet.context-path", "");
		return withoutSlash(application) + withoutSlash(environment.getProperty("spring.mvc.servlet.path", ""))
				+ docs.getPath();
	}

	private static String withoutSlash(String path) {
		return StringUtils.trimTrailingCharacter(path, '/');
	}

}
