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
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The violations as nested elements of arrays, one for each segment of their paths.
 *
 * @param body the object that stands for a segment, with the violations whose paths end
 * there
 * @param container the name of the member that holds the elements below
 */
record NestedElements(ObjectNode body, String container) implements Node {

	@Override
	public boolean present(Rendering rendering) {
		return !elements(rendering).isEmpty();
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		elements(rendering).forEach((element) -> element.write(json, rendering));
	}

	private List<Element> elements(Rendering rendering) {
		CurrentItems outer = rendering.currentItems();
		PathLevel root = PathLevel.of(rendering.violations, 0);
		List<Element> elements = new ArrayList<>();
		if (!root.own().isEmpty()) {
			add(null, new PathLevel(root.own(), Map.of()), 0, rendering, elements);
		}
		addChildren(root, 0, rendering, elements);
		rendering.moveTo(outer);
		return elements;
	}

	private void addChildren(PathLevel level, int depth, Rendering rendering, List<Element> elements) {
		level.children().forEach((name, violations) -> {
			Object segment = violations.get(0).path().get(depth);
			add(segment, PathLevel.of(violations, depth + 1), depth + 1, rendering, elements);
		});
	}

	private void add(@Nullable Object segment, PathLevel level, int depth, Rendering rendering,
			List<Element> elements) {
		List<Element> children = new ArrayList<>();
		addChildren(level, depth, rendering, children);
		CurrentItems items = new CurrentItems(level.own(), null, rendering.fact, segment);
		rendering.moveTo(items);
		if (!children.isEmpty() || this.body.present(rendering)) {
			elements.add(new Element(this, items, children));
		}
	}

	@Override
	public boolean always() {
		return false;
	}

	@Override
	public Map<String, Object> schema(Schemas schemas) {
		return schemas.define((reference) -> {
			ObjectSchema element = new ObjectSchema();
			this.body.members().forEach((member) -> member.describe(element, schemas, true));
			element.property(this.container, JsonSchema.array(List.of(reference)), false);
			return element.toMap(true);
		});
	}

	/**
	 * The element of one segment.
	 *
	 * @param nest the template
	 * @param items the segment and the violations whose paths end there
	 * @param children the elements below
	 */
	private record Element(NestedElements nest, CurrentItems items, List<Element> children) implements WritableValue {

		@Override
		public Form form() {
			return Form.OBJECT;
		}

		@Override
		public void collect(Rendering rendering, MergedMembers members) {
			CurrentItems outer = rendering.currentItems();
			rendering.moveTo(this.items);
			this.nest.body.collect(rendering, members);
			if (!this.children.isEmpty()) {
				members.add(this.nest.container, new Elements(this.children), rendering);
			}
			rendering.moveTo(outer);
		}

	}

	/**
	 * The elements below a segment.
	 *
	 * @param elements the elements
	 */
	private record Elements(List<Element> elements) implements WritableValue {

		@Override
		public Form form() {
			return Form.ARRAY;
		}

		@Override
		public void writeElements(JsonGenerator json, Rendering rendering) {
			this.elements.forEach((element) -> element.write(json, rendering));
		}

	}

}
