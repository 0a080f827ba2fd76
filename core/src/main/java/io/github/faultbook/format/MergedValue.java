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

import tools.jackson.core.JsonGenerator;

/**
 * The value of a member to which several parts of a template or several items may
 * contribute. If the first contribution is an array, the value has the elements of all
 * arrays; if it is an object, the members of all objects; otherwise, it is the first
 * contribution.
 */
final class MergedValue implements Content {

	private final List<Part> parts = new ArrayList<>(1);

	/**
	 * Add a contribution.
	 * @param value the value, which is present
	 * @param rendering the body being written, whose cursor the value keeps
	 */
	void add(Content value, Rendering rendering) {
		if (this.parts.isEmpty()) {
			this.parts.add(new Part(rendering.cursor, value));
			return;
		}
		Form form = resolve(rendering).form();
		Content resolved = value.resolve(rendering);
		if (form != Form.PLAIN && resolved.form() == form) {
			this.parts.add(new Part(rendering.cursor, resolved));
		}
	}

	@Override
	public Content resolve(Rendering rendering) {
		Cursor outer = rendering.cursor;
		Part first = this.parts.get(0);
		rendering.cursor = first.cursor();
		this.parts.set(0, new Part(first.cursor(), first.value().resolve(rendering)));
		rendering.cursor = outer;
		return this;
	}

	@Override
	public Form form() {
		return this.parts.get(0).value().form();
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		if (this.parts.size() == 1) {
			forEach(rendering, (value) -> value.write(json, rendering));
		}
		else if (form() == Form.ARRAY) {
			json.writeStartArray();
			writeElements(json, rendering);
			json.writeEndArray();
		}
		else {
			MergedMembers members = new MergedMembers();
			collect(rendering, members);
			json.writeStartObject();
			members.write(json, rendering);
			json.writeEndObject();
		}
	}

	@Override
	public void writeElements(JsonGenerator json, Rendering rendering) {
		forEach(rendering, (value) -> value.writeElements(json, rendering));
	}

	@Override
	public void collect(Rendering rendering, MergedMembers members) {
		forEach(rendering, (value) -> value.collect(rendering, members));
	}

	private void forEach(Rendering rendering, Consumer<Content> action) {
		Cursor outer = rendering.cursor;
		for (Part part : this.parts) {
			rendering.cursor = part.cursor();
			action.accept(part.value());
		}
		rendering.cursor = outer;
	}

	/**
	 * A contribution.
	 *
	 * @param cursor the items it is about
	 * @param value the value
	 */
	private record Part(Cursor cursor, Content value) {

	}

}
