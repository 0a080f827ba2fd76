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

import tools.jackson.core.JsonGenerator;

/**
 * An array. Absent elements are left out, and so is the array if all of its elements are
 * absent.
 *
 * @param elements the elements
 */
record ListNode(List<Node> elements) implements Node {

	@Override
	public boolean present(Rendering rendering) {
		for (Node element : this.elements) {
			if (element.present(rendering)) {
				return true;
			}
		}
		return this.elements.isEmpty();
	}

	@Override
	public Form form() {
		return Form.ARRAY;
	}

	@Override
	public void writeElements(JsonGenerator json, Rendering rendering) {
		for (Node element : this.elements) {
			if (element.present(rendering)) {
				element.write(json, rendering);
			}
		}
	}

	@Override
	public boolean always() {
		return this.elements.isEmpty() || this.elements.stream().anyMatch(Node::always);
	}

	@Override
	public Map<String, Object> schema(Schemas schemas) {
		Map<String, Object> schema = JsonSchema
			.array(this.elements.stream().map((element) -> element.schema(schemas)).toList());
		if (!this.elements.isEmpty()) {
			schemas.limit(schema, this.elements);
		}
		return schema;
	}

}
