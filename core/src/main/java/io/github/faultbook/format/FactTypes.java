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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiType;
import io.github.faultbook.ErrorDefinition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * The types of the facts that an entry of the catalog declares. The JSON type is that of
 * an example, because the application decides how its values are serialized.
 */
final class FactTypes {

	/**
	 * The words for types that are formats of JSON Schema.
	 */
	private static final Set<ApiType> FORMATS = Set.of(ApiType.DATE, ApiType.DATE_TIME, ApiType.TIME, ApiType.DURATION,
			ApiType.UUID, ApiType.URI);

	private final ApiError example;

	private final int text;

	/**
	 * Create an instance.
	 * @param example an occurrence, with its facts as they are written
	 * @param text the length of the longest text
	 */
	FactTypes(ApiError example, int text) {
		this.example = example;
		this.text = text;
	}

	/**
	 * Return the facts that the entry declares.
	 * @return the facts of the example, each with whether every occurrence has it: lists
	 * and objects are left out if they are too large
	 */
	Map<Map.Entry<String, Object>, Boolean> declared() {
		Map<Map.Entry<String, Object>, Boolean> facts = new LinkedHashMap<>();
		this.example.facts().forEach((name, value) -> {
			if (definition().declares(name)) {
				Object type = schema(name, value).get("type");
				facts.put(Map.entry(name, value), type != null && !type.equals("array") && !type.equals("object"));
			}
		});
		return facts;
	}

	private ErrorDefinition definition() {
		return this.example.errorCode().definition();
	}

	private ErrorDefinition.@Nullable Parameter find(String name) {
		return definition().parameters()
			.stream()
			.filter((parameter) -> parameter.name().equals(name))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the schema of a placeholder for facts.
	 * @param placeholder the placeholder
	 * @param rendering the body with the current fact
	 * @return the schema
	 */
	Map<String, Object> schema(Placeholder placeholder, Rendering rendering) {
		switch (placeholder.name()) {
			case "facts" -> {
				ObjectSchema object = new ObjectSchema();
				declared().forEach((fact, always) -> object.property(fact.getKey(),
						schema(fact.getKey(), fact.getValue()), always));
				object.others(JsonSchema.ANYTHING);
				return object.toMap(true);
			}
			case "fact.name" -> {
				return placeholder.schema();
			}
			case "fact.value" -> {
				Map.Entry<String, Object> fact = rendering.fact;
				return (fact != null) ? schema(fact.getKey(), fact.getValue()) : placeholder.schema();
			}
			default -> {
				String name = placeholder.name().substring("fact.".length());
				Object value = this.example.facts().get(name);
				return (value != null && definition().declares(name)) ? schema(name, value) : placeholder.schema();
			}
		}
	}

	private Map<String, Object> schema(String name, Object value) {
		ErrorDefinition.Parameter parameter = find(name);
		ApiType type = ApiType.of((parameter != null) ? parameter.type() : definition().facts().get(name).getClass());
		if (value instanceof String && (parameter == null || parameter.type() == String.class)) {
			return (this.text < Integer.MAX_VALUE) ? JsonSchema.text(this.text) : JsonSchema.STRING;
		}
		String json = (value instanceof RawValue raw) ? String.valueOf(raw.rawValue()) : value.toString();
		if (value instanceof String || json.startsWith("\"")) {
			return FORMATS.contains(type) ? JsonSchema.ordered("type", "string", "format", type.word())
					: JsonSchema.STRING;
		}
		if (value instanceof Boolean || json.equals("true") || json.equals("false")) {
			return Map.of("type", "boolean");
		}
		if (value instanceof Number || json.matches("-?[0-9].*")) {
			return Map.of("type", (type == ApiType.INTEGER || type == ApiType.YEAR) ? "integer" : "number");
		}
		return json.startsWith("[") ? JsonSchema.ordered("type", "array", "items", JsonSchema.ANYTHING)
				: json.startsWith("{")
						? JsonSchema.ordered("type", "object", "additionalProperties", JsonSchema.ANYTHING)
						: JsonSchema.ANYTHING;
	}

}
