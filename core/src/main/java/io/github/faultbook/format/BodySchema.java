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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.faultbook.CommonError;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema of the bodies of one error.
 *
 * @param root the schema
 */
public record BodySchema(Map<String, Object> root) {

	private static final TypeReference<LinkedHashMap<String, Object>> SCHEMA = new TypeReference<>() {
	};

	/**
	 * Return the schema of the bodies of a format.
	 * @param format the format
	 * @param scope what is known about the bodies
	 * @return the schema, or {@code null} if nothing is known about the bodies
	 */
	public static @Nullable BodySchema of(WireFormat format, SchemaScope scope) {
		String json = format.schema(scope);
		return (json != null) ? new BodySchema(JsonMapper.shared().readValue(json, SCHEMA)) : null;
	}

	/**
	 * Find the member that holds the code.
	 * @param format the format
	 * @return the names that lead to the member, or an empty list if there is none
	 */
	public static List<String> memberWithTheCode(WireFormat format) {
		BodySchema one = of(format, scope(CommonError.CONFLICT, format));
		if (one == null) {
			return List.of();
		}
		// A format may write two of the codes alike
		for (CommonError entry : CommonError.values()) {
			BodySchema other = of(format, scope(entry, format));
			List<String> found = (other != null) ? find(one.root, other.root) : null;
			if (found != null) {
				return found;
			}
		}
		return List.of();
	}

	private static SchemaScope scope(CommonError entry, WireFormat format) {
		return new SchemaScope(ErrorExample.of(entry, format), Integer.MAX_VALUE, Integer.MAX_VALUE);
	}

	private static @Nullable List<String> find(Map<String, Object> one, Map<String, Object> other) {
		for (String name : properties(one).keySet()) {
			Object constant = constant(one, name);
			if (constant != null && constant(other, name) != null && !constant.equals(constant(other, name))) {
				return List.of(name);
			}
		}
		for (String name : properties(one).keySet()) {
			List<String> nested = (requires(one, name) && requires(other, name))
					? find(property(one, name), property(other, name)) : null;
			if (nested != null) {
				List<String> path = new ArrayList<>(List.of(name));
				path.addAll(nested);
				return path;
			}
		}
		return null;
	}

	/**
	 * Return the only value of a member.
	 * @param path the names that lead to the member
	 * @return the value, or {@code null} if there may be none or another one
	 */
	public @Nullable Object constant(List<String> path) {
		return constant(at(path.subList(0, path.size() - 1)), path.get(path.size() - 1));
	}

	private static @Nullable Object constant(Map<String, Object> object, String name) {
		return requires(object, name) ? property(object, name).get("const") : null;
	}

	/**
	 * Return the schema of a member.
	 * @param path the names that lead to the member, none for the body itself
	 * @return the schema, with the definitions that it may refer to
	 */
	public Map<String, Object> at(List<String> path) {
		Map<String, Object> schema = this.root;
		for (String name : path) {
			schema = property(schema, name);
		}
		Map<String, Object> copy = new LinkedHashMap<>(schema);
		copy.remove("$schema");
		copy.remove("title");
		if (this.root.containsKey("$defs")) {
			copy.put("$defs", this.root.get("$defs"));
		}
		return copy;
	}

	/**
	 * Return the schema with another one in place of a member.
	 * @param path the names that lead to the member, none for the body itself
	 * @param schema the schema of the member
	 * @return the changed schema
	 */
	public Map<String, Object> with(List<String> path, Map<String, Object> schema) {
		Map<String, Object> changed = replace(this.root, path, schema);
		changed.keySet().removeAll(List.of("$schema", "title", "$defs"));
		return changed;
	}

	private static Map<String, Object> replace(Map<String, Object> object, List<String> path,
			Map<String, Object> schema) {
		if (path.isEmpty()) {
			return new LinkedHashMap<>(schema);
		}
		Map<String, Object> changed = new LinkedHashMap<>(object);
		Map<String, Object> properties = new LinkedHashMap<>(properties(object));
		String name = path.get(0);
		properties.put(name, replace(property(object, name), path.subList(1, path.size()), schema));
		changed.put("properties", properties);
		return changed;
	}

	private static boolean requires(Map<String, Object> object, String name) {
		return object.get("required") instanceof List<?> required && required.contains(name);
	}

	private static Map<String, Object> property(Map<String, Object> object, String name) {
		return map(Objects.requireNonNullElse(properties(object).get(name), Map.of()));
	}

	private static Map<String, Object> properties(Map<String, Object> object) {
		return map(object.getOrDefault("properties", Map.of()));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object schema) {
		return (schema instanceof Map<?, ?> map) ? (Map<String, Object>) map : Map.of();
	}

}
