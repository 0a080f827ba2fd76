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
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Writes the syntax of TypeScript. All members of types are read-only.
 */
final class TypeScript {

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

	private TypeScript() {
	}

	/**
	 * Write the type of the values of a schema.
	 * @param schema the schema
	 * @return the type in one line
	 */
	static String type(StructuralSchema schema) {
		return type(schema.root());
	}

	private static String type(Map<?, ?> schema) {
		if (schema.get("$ref") instanceof String name) {
			return name;
		}
		if (schema.get("enum") instanceof List<?> values) {
			return oneOf(values);
		}
		if (schema.get("anyOf") instanceof List<?> alternatives) {
			return join(alternatives.stream().map((one) -> type((Map<?, ?>) one)).toList(), " | ");
		}
		if (schema.get("allOf") instanceof List<?> parts) {
			return join(parts.stream().map((part) -> type((Map<?, ?>) part)).toList(), " & ");
		}
		if (!(schema.get("type") instanceof String type)) {
			return "unknown";
		}
		return switch (type) {
			case "array" -> array(schema);
			case "object" -> object(schema);
			default -> type;
		};
	}

	/**
	 * Write the type of some values.
	 * @param values texts, numbers, booleans and {@code null}
	 * @return the union of the values
	 */
	static String oneOf(List<?> values) {
		return join(values.stream().map(PrettyJson::literal).toList(), " | ");
	}

	private static String join(List<@Nullable String> types, String operator) {
		return types.isEmpty() ? "never" : (types.size() == 1) ? String.valueOf(types.get(0))
				: types.stream().distinct().map(String::valueOf).collect(Collectors.joining(operator, "(", ")"));
	}

	private static String array(Map<?, ?> schema) {
		String element = (schema.get("items") instanceof Map<?, ?> items) ? type(items) : "unknown";
		return (schema.containsKey("minItems") ? "NonEmptyArray<" : "ReadonlyArray<") + element + ">";
	}

	private static String object(Map<?, ?> schema) {
		if (schema.get("properties") instanceof Map<?, ?> properties) {
			List<?> required = (schema.get("required") instanceof List<?> names) ? names : List.of();
			return properties.entrySet()
				.stream()
				.map((property) -> member(property.getKey().toString(), required.contains(property.getKey()),
						type((Map<?, ?>) property.getValue())))
				.collect(Collectors.joining("; ", "{ ", " }"));
		}
		return (schema.get("additionalProperties") instanceof Map<?, ?> others)
				? "{ readonly [name: string]: " + type(others) + " | undefined }"
				: "{ readonly [name: string]: unknown }";
	}

	/**
	 * Write a member.
	 * @param name the name
	 * @param required whether all objects have the member
	 * @param type its type
	 * @return the declaration, without a separator at the end
	 */
	static String member(String name, boolean required, String type) {
		return "readonly " + (IDENTIFIER.matcher(name).matches() ? name : PrettyJson.quote(name))
				+ (required ? ": " : "?: ") + type;
	}

	/**
	 * Write a text for a comment.
	 * @param text the text
	 * @return the text in one line, which does not end the comment
	 */
	static String line(String text) {
		return text.strip().replaceAll("[\\s\\p{Cntrl}\u2028\u2029]+", " ").replace("*/", "*\\/");
	}

	/**
	 * Write a value as an expression.
	 * @param value the value
	 * @return the expression
	 */
	static String literal(Object value) {
		// As a name in an object literal, it would stand for the prototype
		return String.valueOf(PrettyJson.literal(value)).replace("\"__proto__\":", "[\"__proto__\"]:");
	}

}
