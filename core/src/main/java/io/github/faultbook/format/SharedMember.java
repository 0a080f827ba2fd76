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

import tools.jackson.core.JsonGenerator;

/**
 * The value of a member to which several items may contribute. If the first item yields
 * an array, the value has the elements of all arrays; otherwise, it is the value of the
 * first item.
 */
final class SharedMember {

	private final Items items;

	private final List<Part> parts = new ArrayList<>(1);

	SharedMember(Items items) {
		this.items = items;
	}

	void add(Object item, Node value) {
		if (this.parts.isEmpty() || (this.parts.get(0).value() instanceof ListNode && value instanceof ListNode)) {
			this.parts.add(new Part(item, value));
		}
	}

	void write(JsonGenerator json, Rendering rendering) {
		Part first = this.parts.get(0);
		if (first.value() instanceof ListNode) {
			json.writeStartArray();
			for (Part part : this.parts) {
				this.items.enter(rendering, part.item());
				((ListNode) part.value()).writeElements(json, rendering);
			}
			json.writeEndArray();
			return;
		}
		this.items.enter(rendering, first.item());
		first.value().write(json, rendering);
	}

	private record Part(Object item, Node value) {

	}

}
