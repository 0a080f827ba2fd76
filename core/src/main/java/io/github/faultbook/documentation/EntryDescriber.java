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

package io.github.faultbook.documentation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiType;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.documentation.DocumentationEntry.Header;
import io.github.faultbook.documentation.DocumentationEntry.Parameter;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.pipeline.ErrorMessages.Text;
import io.github.faultbook.pipeline.ErrorTexts;
import io.github.faultbook.pipeline.RequiredHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Describes entries of a catalog in one language. The pipeline is not called, as its
 * customizers may read the descriptions.
 */
final class EntryDescriber {

	private final ErrorCatalog catalog;

	private final WireFormat format;

	private final @Nullable Integer validationStatus;

	private final ErrorTexts texts;

	private final Locale language;

	/**
	 * Create a describer.
	 * @param catalog the catalog
	 * @param format the default format, which determines the status of validation
	 * failures
	 * @param validationStatus the status of validation failures, or {@code null} to use
	 * the status of the format
	 * @param texts the texts in the language
	 * @param language the language
	 */
	EntryDescriber(ErrorCatalog catalog, WireFormat format, @Nullable Integer validationStatus, ErrorTexts texts,
			Locale language) {
		this.catalog = catalog;
		this.format = format;
		this.validationStatus = validationStatus;
		this.texts = texts;
		this.language = language;
	}

	DocumentationEntry describe(ErrorCode entry) {
		ErrorDefinition definition = entry.definition();
		ApiError error = occurrence(entry);
		ErrorDefinition.Deprecation deprecation = definition.deprecation();
		return new DocumentationEntry(entry.code(), isBuiltIn(entry), error.status(), error.reason(),
				text(entry, "title", error.title()), text(entry, "message", definition.message()),
				text(entry, "cause", definition.cause()), text(entry, "solution", definition.solution()),
				definition.retry(), error.retryAfterSeconds(),
				definition.parameters().stream().map((parameter) -> describe(entry, parameter)).toList(),
				headers(error), definition.since(), (deprecation != null) ? deprecation.since() : null,
				(deprecation != null) ? published(deprecation.replacedBy()) : null);
	}

	private boolean isBuiltIn(ErrorCode entry) {
		return entry.declared() instanceof CommonError || this.catalog.find(entry.code()) == null;
	}

	private ApiError occurrence(ErrorCode entry) {
		ApiError error = ErrorExample.of(entry, this.format);
		return (this.validationStatus != null && !error.violations().isEmpty())
				? error.toBuilder().status(this.validationStatus).build() : error;
	}

	private @Nullable String published(@Nullable String code) {
		ErrorCode entry = (code != null) ? this.catalog.find(code) : null;
		return (entry != null && !entry.definition().internal()) ? code : null;
	}

	private Parameter describe(ErrorCode entry, ErrorDefinition.Parameter parameter) {
		return new Parameter(parameter.name(), parameter.typeName(),
				text(entry, "parameter." + parameter.name(), parameter.description()), json(parameter.example()));
	}

	/**
	 * Return the JSON of an example.
	 * @param example the example, or {@code null}
	 * @return the JSON, or {@code null} if there is no example or if its JSON depends on
	 * the application
	 */
	private static @Nullable String json(@Nullable Object example) {
		return (example != null && ApiType.find(example.getClass()) != null) ? PrettyJson.literal(example) : null;
	}

	private List<Header> headers(ApiError error) {
		String name = RequiredHeaders.of(error.status());
		if (name == null && error.retryAfter() != null) {
			name = "Retry-After";
		}
		return (name != null)
				? List.of(new Header(name,
						this.texts.docs("header." + name.toLowerCase(Locale.ROOT), Map.of(), this.language)))
				: List.of();
	}

	private String text(ErrorCode entry, String part, String declared) {
		Text text = this.texts.find(entry, part, this.language);
		return (text != null) ? text.text() : declared;
	}

}
