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
import java.util.function.Consumer;

import io.github.faultbook.format.WritableValue.Form;
import tools.jackson.core.JsonGenerator;

/**
 * The value of a member to which several parts of a template or several items may
 * contribute. If the first contribution is an array, the value has the elements of all
 * arrays; if it is an object, the members of all objects; otherwise, it is the first
 * contribution.
 */
final class MergedValue {

	private Part first;

	/**
	 * The other contributions: most values have none.
	 */
	private List<Part> others = List.of();

	/**
	 * Create a value.
	 * @param value the first contribution, which is present
	 * @param rendering the body being written, whose current items the contribution keeps
	 */
	MergedValue(WritableValue value, Rendering rendering) {
		this.first = new Part(rendering.currentItems(), value);
	}

	/**
	 * Add a contribution.
	 * @param value the value, which is present
	 * @param rendering the body being written, whose current items the value keeps
	 */
	void add(WritableValue value, Rendering rendering) {
		resolveFirst(rendering);
		Form form = this.first.value().form();
		WritableValue resolved = value.resolve(rendering);
		if (form != Form.PLAIN && resolved.form() == form) {
			this.others = this.others.isEmpty() ? new ArrayList<>() : this.others;
			this.others.add(new Part(rendering.currentItems(), resolved));
		}
	}

	private void resolveFirst(Rendering rendering) {
		CurrentItems outer = rendering.currentItems();
		rendering.moveTo(this.first.items());
		this.first = new Part(this.first.items(), this.first.value().resolve(rendering));
		rendering.moveTo(outer);
	}

	/**
	 * Write the value. This changes the current items of the body.
	 * @param json the generator to write to
	 * @param rendering the body being written
	 */
	void write(JsonGenerator json, Rendering rendering) {
		if (this.others.isEmpty()) {
			forEach(rendering, (value) -> value.write(json, rendering));
		}
		else if (this.first.value().form() == Form.ARRAY) {
			json.writeStartArray();
			forEach(rendering, (value) -> value.writeElements(json, rendering));
			json.writeEndArray();
		}
		else {
			MergedMembers members = new MergedMembers();
			forEach(rendering, (value) -> value.collect(rendering, members));
			members.writeObject(json, rendering);
		}
	}

	private void forEach(Rendering rendering, Consumer<WritableValue> action) {
		rendering.moveTo(this.first.items());
		action.accept(this.first.value());
		for (Part part : this.others) {
			rendering.moveTo(part.items());
			action.accept(part.value());
		}
	}

	/**
	 * A contribution.
	 *
	 * @param items the items it is about
	 * @param value the value
	 */
	private record Part(CurrentItems items, WritableValue value) {

	}

}
