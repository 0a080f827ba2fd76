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

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.faultbook.Violation;
import io.github.faultbook.format.NestedMembers.Nested;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The objects below positions as an array: one element per position, which is empty if
 * nothing is wrong there.
 *
 * @param elements the objects by position
 */
record NestedPositions(TreeMap<Integer, Nested> elements) implements WritableValue {

	private static final Map<String, Object> EMPTY = Map.of("const", Map.of());

	/**
	 * Return the array that stands for an object.
	 * @param object the object
	 * @param rendering the body being written, in which the number of empty elements is
	 * limited: clients may choose positions
	 * @return the array, or {@code null} if the object has other members than objects
	 * below positions, or if there are too many empty elements
	 */
	static @Nullable NestedPositions of(Nested object, Rendering rendering) {
		TreeMap<Integer, Nested> elements = new TreeMap<>();
		for (List<Violation> violations : object.level().children().values()) {
			if (violations.get(0).path().get(object.depth()) instanceof Integer position && position >= 0) {
				elements.put(position, object.below(violations));
			}
		}
		boolean complete = object.level().own().isEmpty() && elements.size() == object.level().children().size();
		if (!complete || elements.values().stream().allMatch(Nested::isLeaf)) {
			return null;
		}
		int empty = elements.lastKey() + 1 - elements.size();
		return rendering.reserveEmpty(empty) ? new NestedPositions(elements) : null;
	}

	static Map<String, Object> schema(Map<String, Object> object, Map<String, Object> element) {
		return JsonSchema.anyOf(List.of(object, JsonSchema.array(List.of(element, EMPTY))));
	}

	@Override
	public Form form() {
		return Form.ARRAY;
	}

	@Override
	public void writeElements(JsonGenerator json, Rendering rendering) {
		int next = 0;
		for (Map.Entry<Integer, Nested> element : this.elements.entrySet()) {
			for (; next < element.getKey(); next++) {
				json.writeStartObject();
				json.writeEndObject();
			}
			element.getValue().positioned(rendering).write(json, rendering);
			next++;
		}
	}

}
