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

/**
 * Builds the schema of an object from its members. Members of the same name are merged
 * when they are written, and so is one that several items may contribute to.
 */
final class ObjectSchema {

	private final Map<String, List<Map<String, Object>>> properties = new LinkedHashMap<>();

	private final List<String> required = new ArrayList<>();

	private final List<Map<String, Object>> others = new ArrayList<>();

	void property(String name, Map<String, Object> schema, boolean always) {
		this.properties.computeIfAbsent(name, (key) -> new ArrayList<>()).add(schema);
		if (always) {
			this.required.add(name);
		}
	}

	void others(Map<String, Object> schema) {
		this.others.add(schema);
	}

	/**
	 * Return the schema of the object.
	 * @param leftOutIfEmpty whether the object is never empty
	 * @return the schema
	 */
	Map<String, Object> toMap(boolean leftOutIfEmpty) {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "object");
		if (!this.properties.isEmpty()) {
			Map<String, Object> schemas = new LinkedHashMap<>();
			this.properties.forEach((name, alternatives) -> {
				boolean alone = alternatives.size() == 1 && this.required.contains(name);
				schemas.put(name, alone ? alternatives.get(0) : SchemaMerge.merge(alternatives));
			});
			schema.put("properties", schemas);
		}
		if (!this.required.isEmpty()) {
			schema.put("required", this.required);
		}
		else if (leftOutIfEmpty) {
			schema.put("minProperties", 1);
		}
		schema.put("additionalProperties", this.others.isEmpty() ? false : SchemaMerge.merge(this.others));
		return schema;
	}

}
