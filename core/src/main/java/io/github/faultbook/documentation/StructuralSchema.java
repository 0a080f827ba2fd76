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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The part of a JSON Schema (draft 2020-12) that the types of a programming language can
 * express: the types of values, the members of objects and the elements of arrays. It
 * accepts all values that the whole schema accepts, and objects with further members.
 *
 * @param root the reduced schema. Each of its schemas has one of the keywords
 * {@code type}, {@code enum}, {@code anyOf}, {@code allOf} and {@code $ref}, or none to
 * accept any value
 */
record StructuralSchema(Map<String, Object> root) {

	static final StructuralSchema ANYTHING = new StructuralSchema(Map.of());

	private static final Set<String> SCALARS = Set.of("string", "number", "boolean", "null");

	/**
	 * Reduce a schema.
	 * @param schema the schema, which is an object or a boolean
	 * @param definitions the prefix of the names of the definitions that it refers to
	 * @return the reduced schema
	 */
	static StructuralSchema of(@Nullable Object schema, String definitions) {
		return new StructuralSchema(reduce(schema, definitions));
	}

	/**
	 * Return the name of a definition.
	 * @param definition its name in the schema
	 * @param definitions the prefix of the names
	 * @return the name, which is an identifier
	 */
	static String nameOf(String definition, String definitions) {
		return definitions + definition.replaceAll("[^A-Za-z0-9]", "_");
	}

	private static Map<String, Object> reduce(@Nullable Object schema, String definitions) {
		if (Boolean.FALSE.equals(schema)) {
			return Map.of("anyOf", List.of());
		}
		if (!(schema instanceof Map<?, ?> source)) {
			return Map.of();
		}
		List<Map<String, Object>> parts = new ArrayList<>();
		if (source.get("$ref") instanceof String reference) {
			parts.add(reference.startsWith("#/$defs/")
					? Map.of("$ref", nameOf(reference.substring("#/$defs/".length()), definitions)) : Map.of());
		}
		if (source.containsKey("const")) {
			parts.add(constants(List.of(Objects.requireNonNullElse(source.get("const"), Map.of()))));
		}
		if (source.get("enum") instanceof List<?> values) {
			parts.add(constants(values));
		}
		for (String keyword : List.of("anyOf", "oneOf")) {
			if (source.get(keyword) instanceof List<?> list) {
				parts.add(anyOf(list.stream().map((one) -> reduce(one, definitions)).toList()));
			}
		}
		if (source.get("allOf") instanceof List<?> list) {
			list.forEach((one) -> parts.add(reduce(one, definitions)));
		}
		boolean constant = source.containsKey("const") || source.containsKey("enum");
		if (source.get("type") instanceof String type && !constant) {
			parts.add(typed(type, source, definitions));
		}
		else if (source.get("type") instanceof List<?> types && !constant) {
			parts.add(anyOf(types.stream().map((type) -> typed(type.toString(), source, definitions)).toList()));
		}
		parts.removeIf(Map::isEmpty);
		return parts.isEmpty() ? Map.of() : (parts.size() == 1) ? parts.get(0) : Map.of("allOf", parts);
	}

	private static Map<String, Object> constants(List<?> values) {
		boolean scalar = values.stream().noneMatch((value) -> value instanceof Map || value instanceof List);
		return scalar ? Map.of("enum", values) : Map.of();
	}

	private static Map<String, Object> anyOf(List<Map<String, Object>> alternatives) {
		return alternatives.contains(Map.of()) ? Map.of() : Map.of("anyOf", alternatives);
	}

	private static Map<String, Object> typed(String type, Map<?, ?> source, String definitions) {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", type.equals("integer") ? "number" : type);
		if (type.equals("array")) {
			Map<String, Object> items = source.containsKey("prefixItems") ? Map.of()
					: reduce(source.get("items"), definitions);
			if (!items.isEmpty()) {
				schema.put("items", items);
			}
			if (source.get("minItems") instanceof Number least && least.intValue() > 0) {
				schema.put("minItems", 1);
			}
		}
		else if (type.equals("object")) {
			addMembers(schema, source, definitions);
		}
		else if (!SCALARS.contains(schema.get("type"))) {
			return Map.of();
		}
		return schema;
	}

	private static void addMembers(Map<String, Object> schema, Map<?, ?> source, String definitions) {
		Map<String, Object> properties = new LinkedHashMap<>();
		if (source.get("properties") instanceof Map<?, ?> declared) {
			declared.forEach((name, property) -> properties.put(name.toString(), reduce(property, definitions)));
		}
		if (source.get("required") instanceof List<?> required && !required.isEmpty()) {
			required.forEach((name) -> properties.putIfAbsent(name.toString(), Map.of()));
			schema.put("required", required);
		}
		if (!properties.isEmpty()) {
			schema.put("properties", properties);
		}
		else if (source.get("additionalProperties") instanceof Map<?, ?> others
				&& !source.containsKey("patternProperties")) {
			Map<String, Object> reduced = reduce(others, definitions);
			if (!reduced.isEmpty()) {
				schema.put("additionalProperties", reduced);
			}
		}
	}

	/**
	 * Find a part of the values.
	 * @param path the names of members, and 0 for the first element of an array
	 * @return the part, or {@code null} if nothing is known about it
	 */
	@Nullable Part at(List<Object> path) {
		Map<String, Object> schema = this.root;
		boolean required = true;
		for (Object segment : path) {
			String keyword = (segment instanceof String) ? "properties" : "items";
			Object found = (segment instanceof String) ? map(schema.get(keyword)).get(segment) : schema.get(keyword);
			if (found == null) {
				return null;
			}
			required &= (segment instanceof String)
					? schema.get("required") instanceof List<?> names && names.contains(segment)
					: schema.containsKey("minItems");
			schema = map(found);
		}
		return new Part(new StructuralSchema(schema), required);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(@Nullable Object schema) {
		return (schema instanceof Map<?, ?> map) ? (Map<String, Object>) map : Map.of();
	}

	/**
	 * A part of a value.
	 *
	 * @param schema the schema of the part
	 * @param required whether every value has the part
	 */
	record Part(StructuralSchema schema, boolean required) {

	}

}
