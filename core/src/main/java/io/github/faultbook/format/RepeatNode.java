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
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * An element of an array that is repeated for each item.
 *
 * @param items the kind of the items
 * @param body the element for one item
 * @param otherwise the element if no item yields one, or {@code null} if there is none
 */
record RepeatNode(RepeatedItems items, Node body, @Nullable Node otherwise) implements Node {

	@Override
	public boolean present(Rendering rendering) {
		return this.items.any(rendering, () -> this.body.present(rendering))
				|| (this.otherwise != null && this.otherwise.present(rendering));
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		forEach(rendering, (node) -> node.write(json, rendering));
	}

	/**
	 * Pass the body to the action once per item that yields an element, with that item as
	 * the current one. If no item yields an element, pass the other element.
	 * @param rendering the body being written
	 * @param action the consumer of the elements
	 */
	void forEach(Rendering rendering, Consumer<Node> action) {
		if (this.otherwise != null && !this.items.any(rendering, () -> this.body.present(rendering))) {
			if (this.otherwise.present(rendering)) {
				action.accept(this.otherwise);
			}
			return;
		}
		this.items.forEach(rendering, (at) -> {
			if (this.body.present(at)) {
				action.accept(this.body);
			}
		});
	}

	@Override
	public boolean always() {
		return this.otherwise != null && this.otherwise.always();
	}

	@Override
	public Map<String, Object> schema(Schemas schemas) {
		List<Map<String, Object>> alternatives = new ArrayList<>();
		schemas.merged(() -> alternatives.add(this.body.schema(schemas)));
		if (this.otherwise != null) {
			alternatives.add(this.otherwise.schema(schemas));
		}
		return JsonSchema.anyOf(alternatives);
	}

	@Override
	public boolean textual() {
		return this.body.textual() && (this.otherwise == null || this.otherwise.textual());
	}

}
