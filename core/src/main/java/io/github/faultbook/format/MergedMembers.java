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

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.JsonGenerator;

/**
 * The members of an object that is being written. Members of the same name are merged.
 */
final class MergedMembers {

	private final Map<String, MergedValue> members = new LinkedHashMap<>();

	/**
	 * Add a member.
	 * @param name the name
	 * @param value the value, which is present
	 * @param rendering the body being written, whose current items the value keeps
	 */
	void add(String name, WritableValue value, Rendering rendering) {
		MergedValue first = this.members.get(name);
		if (first != null) {
			first.add(value, rendering);
		}
		else {
			this.members.put(name, new MergedValue(value, rendering));
		}
	}

	/**
	 * Write an object that has these members and no other ones.
	 * @param json the generator to write to
	 * @param rendering the body being written
	 */
	void writeObject(JsonGenerator json, Rendering rendering) {
		json.writeStartObject();
		write(json, rendering);
		json.writeEndObject();
	}

	/**
	 * Write the members into an object that has been started.
	 * @param json the generator to write to
	 * @param rendering the body being written
	 */
	void write(JsonGenerator json, Rendering rendering) {
		CurrentItems outer = rendering.currentItems();
		this.members.forEach((name, value) -> {
			json.writeName(name);
			value.write(json, rendering);
		});
		rendering.moveTo(outer);
	}

}
