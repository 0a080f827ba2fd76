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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.documentation.DocumentationEdition;
import io.github.faultbook.documentation.DocumentedApi;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Checks the configuration of the documentation, and describes the API with it.
 */
final class DocsSettings {

	private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

	private static final Pattern BASE_URL = Pattern
		.compile("(https?://[^/?#\\s\\p{Cntrl}]+|/(?!/))[^\\s\\p{Cntrl}<>\"\\\\^`{|}]*");

	/**
	 * Addresses without characters that have a meaning in a shell or end a literal, as
	 * readers copy the samples.
	 */
	private static final Pattern API_URL = Pattern
		.compile("https?://([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?(/[A-Za-z0-9._~%-]+)*");

	private final FaultbookProperties.Docs docs;

	DocsSettings(FaultbookProperties.Docs docs) {
		this.docs = docs;
	}

	void check(ErrorCatalog catalog, List<Finding> findings) {
		String baseUrl = this.docs.getBaseUrl();
		if (baseUrl != null && !BASE_URL.matcher(baseUrl).matches()) {
			findings.add(new Finding("faultbook.docs.base-url", "'%s' is not an address.".formatted(baseUrl),
					"Use an address such as https://api.example.com/errors, or a path such as /errors."));
		}
		if (!PATH.matcher(this.docs.getPath()).matches()) {
			findings.add(new Finding("faultbook.docs.path",
					"'%s' cannot be the path of pages.".formatted(this.docs.getPath()),
					"Start it with a slash, end it without one, and use letters, digits, dots, hyphens and underscores, "
							+ "such as /docs/errors."));
		}
		String apiUrl = this.docs.getApiUrl();
		if (apiUrl != null && !API_URL.matcher(withoutSlash(apiUrl)).matches()) {
			findings.add(new Finding("faultbook.docs.api-url",
					"'%s' cannot be the address in code samples.".formatted(apiUrl),
					"Use an address such as https://api.example.com/v1, without a query, quotes or spaces."));
		}
		for (Integer status : this.docs.getSuccess()) {
			if (!DocumentationEdition.knownSuccesses().contains(Objects.requireNonNullElse(status, 0))) {
				findings.add(new Finding("faultbook.docs.success", "%s cannot be described.".formatted(status),
						"Use some of %s.".formatted(new TreeSet<>(DocumentationEdition.knownSuccesses()))));
			}
		}
		for (String code : this.docs.getHidden()) {
			if (catalog.find(code) == null) {
				List<String> codes = catalog.entries().stream().map(ErrorCode::code).toList();
				String question = Finding.didYouMean(code, codes);
				findings.add(new Finding("faultbook.docs.hidden", "the catalog has no code '%s'.".formatted(code),
						question.isEmpty() ? "Use some of %s.".formatted(codes) : question.strip()));
			}
		}
	}

	/**
	 * Describe the API.
	 * @param environment the environment, which has the name of the application
	 * @return what the documentation says about the API
	 */
	DocumentedApi describe(Environment environment) {
		String title = (this.docs.getTitle() != null) ? this.docs.getTitle()
				: environment.getProperty("spring.application.name");
		return new DocumentedApi(title, url(), this.docs.getSuccess(), new LinkedHashSet<>(this.docs.getHidden()));
	}

	/**
	 * Return the address of the API. It never depends on a request, as its host can be
	 * forged.
	 * @return the configured address, or the base URL without the path of the pages that
	 * the application serves there, or {@code null} if neither is known
	 */
	private @Nullable String url() {
		if (this.docs.getApiUrl() != null) {
			return withoutSlash(this.docs.getApiUrl());
		}
		String baseUrl = this.docs.getBaseUrl();
		if (baseUrl == null || !this.docs.isEnabled() || !withoutSlash(baseUrl).endsWith(this.docs.getPath())) {
			return null;
		}
		String url = withoutSlash(baseUrl).substring(0, withoutSlash(baseUrl).length() - this.docs.getPath().length());
		return API_URL.matcher(url).matches() ? url : null;
	}

	private static String withoutSlash(String address) {
		return StringUtils.trimTrailingCharacter(address, '/');
	}

}
