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

import tools.jackson.core.JsonGenerator;

/**
 * A JSON value that can be written, alone or merged with others of its form.
 */
interface WritableValue {

	/**
	 * Return the value that a choice leads to for this error.
	 * @param rendering the body being written
	 * @return the value whose {@link #form()} counts
	 */
	default WritableValue resolve(Rendering rendering) {
		return this;
	}

	/**
	 * Return the form of the value, which determines the values it can be merged with.
	 * @return the form of the value
	 */
	default Form form() {
		return Form.PLAIN;
	}

	/**
	 * Write the value, which is present. By default, an array consists of its elements
	 * and an object of its members; a plain value overrides this method.
	 * @param json the generator to write to
	 * @param rendering the body being written
	 */
	default void write(JsonGenerator json, Rendering rendering) {
		if (form() == Form.ARRAY) {
			json.writeStartArray();
			writeElements(json, rendering);
			json.writeEndArray();
		}
		else {
			MergedMembers members = new MergedMembers();
			collect(rendering, members);
			members.writeObject(json, rendering);
		}
	}

	/**
	 * Write the elements of an {@link Form#ARRAY} without the brackets, so that several
	 * arrays can be written as one.
	 * @param json the generator to write to
	 * @param rendering the body being written
	 */
	default void writeElements(JsonGenerator json, Rendering rendering) {
		throw new UnsupportedOperationException("Not an array");
	}

	/**
	 * Collect the members of an {@link Form#OBJECT}.
	 * @param rendering the body being written
	 * @param members the collector of the members
	 */
	default void collect(Rendering rendering, MergedMembers members) {
		throw new UnsupportedOperationException("Not an object");
	}

	/**
	 * The forms of values. Arrays are merged with arrays and objects with objects.
	 */
	enum Form {

		PLAIN, ARRAY, OBJECT

	}

}
