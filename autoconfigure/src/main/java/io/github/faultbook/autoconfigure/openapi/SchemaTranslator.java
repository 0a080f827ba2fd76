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

package io.github.faultbook.autoconfigure.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates a JSON Schema (draft 2020-12) to the schemas of OpenAPI. Definitions become
 * components. Restrictions that the older dialect of OpenAPI 3.0 cannot express are left
 * out, so that the schema still accepts all valid bodies.
 */
final class SchemaTranslator {

	private static final Pattern DEFINITION = Pattern.compile("#/\\$defs/([A-Za-z0-9._-]+)");

	private static final Set<String> SCHEMAS = Set.of("additionalProperties", "contains", "else", "if", "items", "not",
			"propertyNames", "then", "unevaluatedItems", "unevaluatedProperties");

	private static final Set<String> LISTS_OF_SCHEMAS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

	private static final Set<String> MAPS_OF_SCHEMAS = Set.of("dependentSchemas", "patternProperties", "properties");

	private static final Set<String> KEYWORDS_30 = Set.of("additionalProperties", "allOf", "anyOf", "default",
			"deprecated", "description", "discriminator", "enum", "example", "exclusiveMaximum", "exclusiveMinimum",
			"format", "items", "maxItems", "maxLength", "maxProperties", "maximum", "minItems", "minLength",
			"minProperties", "minimum", "multipleOf", "not", "nullable", "oneOf", "pattern", "properties", "readOnly",
			"required", "title", "type", "uniqueItems", "writeOnly");

	private final String name;

	private final boolean version31;

	/**
	 * Create a translator.
	 * @param name the name of the component
	 * @param version31 whether it is for OpenAPI 3.1 rather than 3.0
	 */
	SchemaTranslator(String name, boolean version31) {
		this.name = name;
		this.version31 = version31;
	}

	/**
	 * Translate a schema and its definitions.
	 * @param schema the schema
	 * @return the schemas by the names of their components
	 */
	Map<String, Object> translate(Map<?, ?> schema) {
		Map<String, Object> components = new LinkedHashMap<>();
		components.put(this.name, schema(schema));
		if (schema.get("$defs") instanceof Map<?, ?> definitions) {
			definitions.forEach((definition, value) -> components.put(component(definition.toString()), schema(value)));
		}
		return components;
	}

	private String component(String definition) {
		return this.name + "." + definition;
	}

	private Object schema(Object value) {
		if (value instanceof Boolean allowed && !this.version31) {
			return allowed ? Map.of() : Map.of("not", Map.of());
		}
		if (!(value instanceof Map<?, ?> source)) {
			return value;
		}
		if (source.get("$ref") instanceof String reference) {
			return reference(reference, source);
		}
		Map<String, Object> schema = members(source);
		return this.version31 ? schema : version30(schema, source);
	}

	private Map<String, Object> reference(String reference, Map<?, ?> source) {
		Map<String, Object> schema = this.version31 ? members(source) : new LinkedHashMap<>();
		Matcher matcher = DEFINITION.matcher(reference);
		String component = matcher.matches() ? component(matcher.group(1)) : this.name;
		schema.put("$ref",
				(matcher.matches() || reference.equals("#")) ? "#/components/schemas/" + component : reference);
		return schema;
	}

	private Map<String, Object> members(Map<?, ?> source) {
		Map<String, Object> schema = new LinkedHashMap<>();
		source.forEach((key, value) -> {
			String keyword = key.toString();
			if (!keyword.equals("$schema") && !keyword.equals("$id") && !keyword.equals("$defs")) {
				schema.put(keyword, member(keyword, value));
			}
		});
		return schema;
	}

	private Object member(String keyword, Object value) {
		if (SCHEMAS.contains(keyword)) {
			return (keyword.equals("additionalProperties") && value instanceof Boolean) ? value : schema(value);
		}
		if (LISTS_OF_SCHEMAS.contains(keyword) && value instanceof List<?> list) {
			return list.stream().map(this::schema).toList();
		}
		if (MAPS_OF_SCHEMAS.contains(keyword) && value instanceof Map<?, ?> map) {
			Map<String, Object> schemas = new LinkedHashMap<>();
			map.forEach((name, schema) -> schemas.put(name.toString(), schema(schema)));
			return schemas;
		}
		return value;
	}

	private static Map<String, Object> version30(Map<String, Object> schema, Map<?, ?> source) {
		if (schema.containsKey("const")) {
			List<Object> values = new ArrayList<>();
			values.add(schema.get("const"));
			schema.put("enum", values);
		}
		if (schema.get("examples") instanceof List<?> examples && !examples.isEmpty()) {
			schema.put("example", examples.get(0));
		}
		exclusive(schema, "exclusiveMinimum", "minimum");
		exclusive(schema, "exclusiveMaximum", "maximum");
		if (source.containsKey("patternProperties")) {
			// Properties that match a pattern would count as additional ones
			schema.remove("additionalProperties");
		}
		types(schema);
		schema.keySet().retainAll(KEYWORDS_30);
		return schema;
	}

	private static void exclusive(Map<String, Object> schema, String exclusive, String limit) {
		if (schema.get(exclusive) instanceof Number number) {
			schema.put(limit, number);
			schema.put(exclusive, true);
		}
	}

	private static void types(Map<String, Object> schema) {
		if (!(schema.get("type") instanceof List<?> types)) {
			if ("null".equals(schema.get("type"))) {
				schema.remove("type");
				schema.put("nullable", true);
			}
			return;
		}
		List<?> others = types.stream().filter((type) -> !type.equals("null")).toList();
		schema.remove("type");
		if (others.size() < types.size()) {
			schema.put("nullable", true);
		}
		if (others.size() == 1) {
			schema.put("type", others.get(0));
		}
		else if (!schema.containsKey("anyOf")) {
			schema.put("anyOf", others.stream().map((type) -> Map.of("type", type)).toList());
		}
	}

}
