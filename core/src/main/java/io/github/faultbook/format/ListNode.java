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

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * An array. Absent elements are left out; if all are, so is the array.
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
	public void write(JsonGenerator json, Rendering rendering) {
		json.writeStartArray();
		writeElements(json, rendering);
		json.writeEndArray();
	}

	/**
	 * Write one array that holds the elements for several items.
	 * @param json where to write
	 * @param rendering the body being written
	 * @param source what the items are
	 * @param items the items
	 */
	void writeAll(JsonGenerator json, Rendering rendering, Items source, Collection<?> items) {
		json.writeStartArray();
		for (Object item : items) {
			source.enter(rendering, item);
			writeElements(json, rendering);
		}
		json.writeEndArray();
	}

	private void writeElements(JsonGenerator json, Rendering rendering) {
		for (Node element : this.elements) {
			if (element.present(rendering)) {
				element.write(json, rendering);
			}
		}
	}

	/**
	 * An element that is repeated for each item. Stands in arrays only.
	 *
	 * @param source what the items are
	 * @param body the element for one item
	 * @param otherwise the element if no item yields one, or {@code null} for none
	 */
	record Repeat(Items source, Node body, @Nullable Node otherwise) implements Node {

		@Override
		public boolean present(Rendering rendering) {
			return this.source.anyPresent(rendering, this.body)
					|| (this.otherwise != null && this.otherwise.present(rendering));
		}

		@Override
		public void write(JsonGenerator json, Rendering rendering) {
			if (this.otherwise != null && !this.source.anyPresent(rendering, this.body)) {
				this.otherwise.write(json, rendering);
				return;
			}
			for (Object item : this.source.of(rendering)) {
				this.source.enter(rendering, item);
				if (this.body.present(rendering)) {
					this.body.write(json, rendering);
				}
			}
			this.source.leave(rendering);
		}

	}

}
