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
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.documentation.DocumentationEdition;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Determines the base address of the documentation pages.
 */
final class DocsAddress {

	private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

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

	static void check(FaultbookProperties.Docs docs, List<Finding> findings) {
		if (!PATH.matcher(docs.getPath()).matches()) {
			findings.add(new Finding("faultbook.docs.path",
					"'%s' cannot be the path of pages.".formatted(docs.getPath()),
					"Start it with a slash, end it without one, and use letters, digits, dots, hyphens and underscores, "
							+ "such as /docs/errors."));
		}
		for (Integer status : docs.getSuccess()) {
			if (!DocumentationEdition.knownSuccesses().contains(Objects.requireNonNullElse(status, 0))) {
				findings.add(new Finding("faultbook.docs.success", "%s cannot be described.".formatted(status),
						"Use some of %s.".formatted(new TreeSet<>(DocumentationEdition.knownSuccesses()))));
			}
		}
	}

}
