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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Describes values that are merged when they are written: the elements of all arrays, the
 * members of all objects.
 */
final class SchemaMerge {

	private SchemaMerge() {
	}

	/**
	 * Return a schema of the values that result from merging values of the given schemas,
	 * any number of each.
	 * @param schemas the schemas, at least one
	 * @return the schema
	 */
	static Map<String, Object> merge(List<Map<String, Object>> schemas) {
		List<Map<String, Object>> all = new ArrayList<>();
		schemas.forEach((schema) -> addAlternatives(schema, all));
		Set<Map<String, Object>> alternatives = new LinkedHashSet<>(all);
		List<Map<String, Object>> arrays = new ArrayList<>();
		List<Map<String, Object>> objects = new ArrayList<>();
		List<Map<String, Object>> merged = new ArrayList<>();
		for (Map<String, Object> alternative : alternatives) {
			Object type = alternative.get("type");
			if (alternative.containsKey("$ref") && alternatives.size() > 1) {
				// A nested schema is not resolved, so its members are unknown
				return JsonSchema.ANYTHING;
			}
			if ("array".equals(type)) {
				arrays.add(alternative);
			}
			else if ("object".equals(type)) {
				objects.add(alternative);
			}
			else {
				merged.add(alternative);
			}
		}
		if (!arrays.isEmpty()) {
			Map<String, Object> array = array(arrays);
			limit(array, all);
			merged.add(array);
		}
		if (!objects.isEmpty()) {
			merged.add(object(objects));
		}
		return JsonSchema.anyOf(merged);
	}

	@SuppressWarnings("unchecked")
	private static void addAlternatives(Map<String, Object> schema, List<Map<String, Object>> alternatives) {
		if (schema.get("anyOf") instanceof List<?> list) {
			list.forEach((alternative) -> addAlternatives((Map<String, Object>) alternative, alternatives));
		}
		else {
			alternatives.add(schema);
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> array(List<Map<String, Object>> arrays) {
		List<Map<String, Object>> elements = new ArrayList<>();
		for (Map<String, Object> array : arrays) {
			if (!JsonSchema.isEmpty(array)) {
				elements.add((Map<String, Object>) array.getOrDefault("items", JsonSchema.ANYTHING));
			}
		}
		Map<String, Object> merged = JsonSchema.array(elements);
		if (!arrays.stream().allMatch((array) -> array.containsKey("minItems"))) {
			merged.remove("minItems");
		}
		return merged;
	}

	/**
	 * Limit an array to the elements of all arrays that it results from.
	 * @param merged the schema of the array
	 * @param all the schemas of all values, as often as they can occur
	 */
	private static void limit(Map<String, Object> merged, List<Map<String, Object>> all) {
		List<Object> limits = all.stream()
			.filter((schema) -> "array".equals(schema.get("type")))
			.map((array) -> array.getOrDefault("maxItems", Integer.MAX_VALUE))
			.toList();
		long most = limits.stream().mapToLong((limit) -> (int) limit).sum();
		if (most < Integer.MAX_VALUE) {
			merged.put("maxItems", (int) most);
		}
	}

	private static Map<String, Object> object(List<Map<String, Object>> objects) {
		if (objects.contains(Placeholder.Kind.OBJECT.schema())) {
			return Placeholder.Kind.OBJECT.schema();
		}
		Set<String> names = new LinkedHashSet<>();
		objects.forEach((object) -> names.addAll(properties(object).keySet()));
		ObjectSchema merged = new ObjectSchema();
		for (String name : names) {
			List<Map<String, Object>> alternatives = new ArrayList<>();
			for (Map<String, Object> object : objects) {
				Map<String, Object> property = properties(object).get(name);
				Optional.ofNullable(property)
					.or(() -> Optional.ofNullable(others(object)))
					.ifPresent(alternatives::add);
			}
			merged.property(name, merge(alternatives), objects.stream().allMatch((object) -> requires(object, name)));
		}
		objects.forEach((object) -> Optional.ofNullable(others(object)).ifPresent(merged::others));
		return merged.toMap(objects.stream()
			.allMatch((object) -> object.containsKey("required") || object.containsKey("minProperties")));
	}

	private static boolean requires(Map<String, Object> object, String name) {
		return object.get("required") instanceof List<?> names && names.contains(name);
	}

	/**
	 * Return the schema of the members that are not listed.
	 * @param object the schema of an object
	 * @return the schema, or {@code null} if there are no such members
	 */
	@SuppressWarnings("unchecked")
	private static @Nullable Map<String, Object> others(Map<String, Object> object) {
		Object others = object.getOrDefault("additionalProperties", JsonSchema.ANYTHING);
		return Boolean.FALSE.equals(others) ? null : (Map<String, Object>) others;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Map<String, Object>> properties(Map<String, Object> object) {
		return (Map<String, Map<String, Object>>) object.getOrDefault("properties", Map.of());
	}

}
