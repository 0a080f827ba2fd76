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

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds JSON Schemas (draft 2020-12) as maps, alone and from other schemas.
 */
final class JsonSchema {

	static final Map<String, Object> ANYTHING = Map.of();

	static final Map<String, Object> STRING = Map.of("type", "string");

	static final Map<String, Object> STATUS = ordered("type", "integer", "minimum", 400, "maximum", 599);

	static final Map<String, Object> SEGMENTS = ordered("type", "array", "items",
			Map.of("type", List.of("string", "integer")));

	private JsonSchema() {
	}

	static Map<String, Object> constant(String text) {
		return ordered("type", "string", "const", text);
	}

	static Map<String, Object> text(int longest) {
		return ordered("type", "string", "maxLength", longest);
	}

	/**
	 * Return whether the schema of an array accepts only the empty one.
	 * @param array the schema
	 * @return whether it does
	 */
	static boolean isEmpty(Map<String, Object> array) {
		return Integer.valueOf(0).equals(array.get("maxItems"));
	}

	/**
	 * Return the schema of an array that is left out if it is empty.
	 * @param elements the schemas of its elements; if there are none, the array is empty
	 * and not left out
	 * @return the schema
	 */
	static Map<String, Object> array(List<Map<String, Object>> elements) {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "array");
		if (elements.isEmpty()) {
			schema.put("maxItems", 0);
		}
		else {
			schema.put("items", anyOf(elements));
			schema.put("minItems", 1);
		}
		return schema;
	}

	/**
	 * Return the schema of the elements of a value that is put into an array: those of an
	 * array, or the value itself.
	 * @param value the schema of the value
	 * @return the schema
	 */
	@SuppressWarnings("unchecked")
	static Map<String, Object> elements(Map<String, Object> value) {
		List<Map<String, Object>> elements = new ArrayList<>();
		for (Object alternative : (value.get("anyOf") instanceof List<?> list) ? list : List.of(value)) {
			Map<String, Object> schema = (Map<String, Object>) alternative;
			if (schema.containsKey("anyOf")) {
				elements.add(elements(schema));
			}
			else if (!"array".equals(schema.get("type"))) {
				elements.add(schema);
			}
			else if (!isEmpty(schema)) {
				elements.add((Map<String, Object>) schema.getOrDefault("items", ANYTHING));
			}
		}
		return elements.isEmpty() ? Map.of("not", ANYTHING) : anyOf(elements);
	}

	/**
	 * Return a schema that accepts every value that one of several schemas accepts.
	 * @param schemas the schemas, at least one
	 * @return the shortest such schema
	 */
	static Map<String, Object> anyOf(List<Map<String, Object>> schemas) {
		Set<Map<String, Object>> distinct = new LinkedHashSet<>(schemas);
		distinct
			.removeIf((schema) -> distinct.stream().anyMatch((other) -> other != schema && allowsMore(other, schema)));
		if (distinct.size() == 1) {
			return distinct.iterator().next();
		}
		if (distinct.stream().allMatch((schema) -> schema.containsKey("const"))) {
			List<Object> values = new ArrayList<>();
			distinct.forEach((schema) -> values.add(schema.get("const")));
			return Map.of("enum", values);
		}
		return Map.of("anyOf", List.copyOf(distinct));
	}

	/**
	 * Return whether a schema allows every value that another schema allows, and more.
	 * @param wide the schema
	 * @param narrow the other schema
	 * @return whether the other schema is redundant, {@code false} if that is not certain
	 */
	private static boolean allowsMore(Map<String, Object> wide, Map<String, Object> narrow) {
		if (wide.equals(ANYTHING)) {
			return true;
		}
		Map<String, Object> limited = new LinkedHashMap<>(narrow);
		if (ANYTHING.equals(wide.get("items"))) {
			limited.replace("items", ANYTHING);
		}
		if (!wide.containsKey("maxLength")) {
			limited.remove("maxLength");
		}
		return wide.equals(limited);
	}

	static Map<String, Object> ordered(Object... namesAndValues) {
		Map<String, Object> schema = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			schema.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return Collections.unmodifiableMap(schema);
	}

}
