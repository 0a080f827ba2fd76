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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Writes the documentation as JSON, for tools.
 */
public final class DocumentationJson {

	private final DocumentationEdition edition;

	/**
	 * Create a writer.
	 * @param edition the documentation to write
	 */
	public DocumentationJson(DocumentationEdition edition) {
		this.edition = edition;
	}

	/**
	 * Write the documentation of several errors, without the examples.
	 * @param entries the entries
	 * @return the document
	 */
	public String index(List<DocumentationEntry> entries) {
		return PrettyJson.write(object("language", language(), "api", this.edition.api().title(), "success",
				this.edition.successes()
					.stream()
					.map((success) -> object("status", success.status(), "reason", success.reason(), "description",
							success.description()))
					.toList(),
				"errors", entries.stream().map(this::entry).toList())) + "\n";
	}

	/**
	 * Write the whole documentation of one error.
	 * @param entry the entry
	 * @return the document
	 */
	public String page(DocumentationEntry entry) {
		Map<String, Object> page = object("language", language(), "api", this.edition.api().title());
		page.putAll(entry(entry));
		page.put("examples",
				this.edition.examples(entry)
					.stream()
					.map((example) -> object("format", example.format(), "status", example.status(), "headers",
							headers(example), "body", body(example.body())))
					.toList());
		return PrettyJson.write(page) + "\n";
	}

	private String language() {
		return this.edition.language().toLanguageTag();
	}

	private Map<String, Object> entry(DocumentationEntry entry) {
		return object("code", entry.code(), "built_in", entry.builtIn() ? true : null, "status", entry.status(),
				"reason", entry.reason(), "title", entry.title(), "message", entry.message(), "cause", entry.cause(),
				"solution", entry.solution(), "retry", entry.retry().word(), "retry_after", entry.retryAfter(),
				"parameters",
				entry.parameters()
					.stream()
					.map((parameter) -> object("name", parameter.name(), "type", parameter.type(), "description",
							parameter.description(), "example",
							(parameter.example() != null) ? PrettyJson.parse(parameter.example()) : null))
					.toList(),
				"headers",
				entry.headers()
					.stream()
					.map((header) -> object("name", header.name(), "description", header.description()))
					.toList(),
				"since", entry.since(), "deprecated", (entry.deprecatedSince() != null)
						? object("since", entry.deprecatedSince(), "replaced_by", entry.replacedBy()) : null);
	}

	private static Map<String, Object> headers(DocumentationEntry.Example example) {
		Map<String, Object> headers = object("Content-Type", example.contentType());
		example.headers().forEach((header) -> headers.put(header.name(), header.description()));
		return headers;
	}

	private static Object body(String body) {
		return Objects.requireNonNullElse(PrettyJson.parse(body), body);
	}

	/**
	 * Return names and values as an object, leaving out null and empty values.
	 * @param namesAndValues names and values in turn
	 * @return the object
	 */
	private static Map<String, Object> object(@Nullable Object... namesAndValues) {
		Map<String, Object> object = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			Object value = namesAndValues[i + 1];
			if (value != null && !value.equals("") && !value.equals(List.of())) {
				object.put(String.valueOf(namesAndValues[i]), value);
			}
		}
		return object;
	}

}
