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

package io.github.faultbook.format;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;

/**
 * A {@link WireFormat} compiled from a template.
 */
final class TemplateFormat implements WireFormat {

	private final String name;

	private final FormatSettings settings;

	private final Map<String, Node> headers;

	private final Node body;

	private final List<NamedCode> codes;

	private final ObjectWriter json;

	TemplateFormat(String name, FormatSettings settings, Map<String, Node> headers, Node body, List<NamedCode> codes,
			ObjectWriter json) {
		this.name = name;
		this.settings = settings;
		this.headers = headers;
		this.body = body;
		this.codes = List.copyOf(codes);
		this.json = json;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public String contentType() {
		return this.settings.contentType();
	}

	@Override
	public int status(ApiError error) {
		return this.settings.status(error);
	}

	@Override
	public int validationStatus() {
		return this.settings.validationStatus();
	}

	@Override
	public Set<Locale> languages() {
		return this.settings.languages();
	}

	@Override
	public Map<String, String> headers(ApiError error, ErrorRequest request) {
		if (this.headers.isEmpty()) {
			return Map.of();
		}
		Rendering rendering = new Rendering(error, request, this.settings);
		Map<String, String> values = new LinkedHashMap<>();
		this.headers.forEach((header, value) -> {
			String text = value.text(rendering);
			if (text != null) {
				values.put(header, text);
			}
		});
		return values;
	}

	@Override
	public byte[] write(ApiError error, ErrorRequest request) {
		Rendering rendering = new Rendering(error, request, this.settings);
		ByteArrayOutputStream output = new ByteArrayOutputStream(512);
		try (JsonGenerator generator = new WellFormedGenerator(this.json.createGenerator(output))) {
			if (this.body.present(rendering)) {
				this.body.write(generator, rendering);
			}
			else {
				// The response has a content type, so it must have a body, too
				Value.write(generator, empty());
			}
		}
		return output.toByteArray();
	}

	@Override
	public String schema() {
		return schema(SchemaScope.ANY);
	}

	@Override
	public String schema(SchemaScope scope) {
		ApiError example = scope.example();
		Schemas schemas = new Schemas(scope,
				(example != null) ? new Rendering(example, ErrorExample.request(), this.settings) : null);
		Map<String, Object> body = this.body.schema(schemas);
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
		document.put("title", this.name);
		document.putAll(this.body.always() ? body : JsonSchema.anyOf(List.of(body, Map.of("const", empty()))));
		if (!schemas.definitions().isEmpty()) {
			document.put("$defs", schemas.definitions());
		}
		return this.json.writeValueAsString(document);
	}

	FormatSettings settings() {
		return this.settings;
	}

	Map<String, Node> headers() {
		return this.headers;
	}

	Node body() {
		return this.body;
	}

	/**
	 * Return the codes on which it depends what the template writes.
	 * @return the codes that are named as in the catalog
	 */
	List<String> namedCodes() {
		return this.codes.stream()
			.filter((code) -> code.style() == Style.NATIVE)
			.map(NamedCode::text)
			.distinct()
			.toList();
	}

	/**
	 * Report the codes that are named in the template but that no error has.
	 * @param known the codes of all errors
	 * @param findings the list to add findings to
	 */
	void check(Collection<String> known, List<Finding> findings) {
		this.codes.stream()
			.sorted(Comparator.comparing(NamedCode::position))
			.forEach((code) -> code.check(this.name, known, findings));
	}

	private Object empty() {
		return (this.body instanceof ListNode) ? List.of() : Map.of();
	}

}
