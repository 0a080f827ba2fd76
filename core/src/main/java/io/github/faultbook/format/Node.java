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

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A compiled part of a template that stands for one JSON value, or for none.
 */
interface Node {

	/**
	 * Return whether there is a value to write for this error.
	 * @param rendering the body being written
	 * @return {@code false} to leave it out
	 */
	boolean present(Rendering rendering);

	/**
	 * Write the value. Only called if it is {@link #present(Rendering) present}.
	 * @param json where to write
	 * @param rendering the body being written
	 */
	void write(JsonGenerator json, Rendering rendering);

	/**
	 * Return the value as text.
	 * @param rendering the body being written
	 * @return the text, or {@code null} if there is no value
	 */
	default @Nullable String text(Rendering rendering) {
		throw new UnsupportedOperationException("Refused by the compiler");
	}

	/**
	 * Return whether this node can stand where text is needed.
	 * @return whether {@link #text(Rendering)} can be called
	 */
	default boolean textual() {
		return false;
	}

	/**
	 * A value that stands in the template as it is.
	 *
	 * @param value a string, number, boolean or {@code null}
	 */
	record Literal(@Nullable Object value) implements Node {

		@Override
		public boolean present(Rendering rendering) {
			return true;
		}

		@Override
		public void write(JsonGenerator json, Rendering rendering) {
			Value.write(json, this.value);
		}

		@Override
		public String text(Rendering rendering) {
			return String.valueOf(this.value);
		}

		@Override
		public boolean textual() {
			return true;
		}

	}

	/**
	 * A text with placeholders, absent if one of them has no value.
	 *
	 * @param parts literals and values
	 */
	record Text(List<Node> parts) implements Node {

		@Override
		public boolean present(Rendering rendering) {
			return text(rendering) != null;
		}

		@Override
		public void write(JsonGenerator json, Rendering rendering) {
			json.writeString(text(rendering));
		}

		@Override
		public @Nullable String text(Rendering rendering) {
			StringBuilder result = new StringBuilder();
			for (Node part : this.parts) {
				String text = part.text(rendering);
				if (text == null) {
					return null;
				}
				result.append(text);
			}
			return result.toString();
		}

		@Override
		public boolean textual() {
			return true;
		}

	}

	/**
	 * A value that is there only under a condition.
	 *
	 * @param condition the condition
	 * @param then the value
	 */
	record Conditional(Condition condition, Node then) implements Node {

		@Override
		public boolean present(Rendering rendering) {
			return this.condition.holds(rendering) && this.then.present(rendering);
		}

		@Override
		public void write(JsonGenerator json, Rendering rendering) {
			this.then.write(json, rendering);
		}

		@Override
		public @Nullable String text(Rendering rendering) {
			return this.condition.holds(rendering) ? this.then.text(rendering) : null;
		}

		@Override
		public boolean textual() {
			return this.then.textual();
		}

	}

	/**
	 * A value, or another if the first is absent.
	 *
	 * @param first the value
	 * @param otherwise the other
	 */
	record Either(Node first, Node otherwise) implements Node {

		@Override
		public boolean present(Rendering rendering) {
			return this.first.present(rendering) || this.otherwise.present(rendering);
		}

		@Override
		public void write(JsonGenerator json, Rendering rendering) {
			chosen(rendering).write(json, rendering);
		}

		@Override
		public @Nullable String text(Rendering rendering) {
			return chosen(rendering).text(rendering);
		}

		private Node chosen(Rendering rendering) {
			return this.first.present(rendering) ? this.first : this.otherwise;
		}

		@Override
		public boolean textual() {
			return this.first.textual() && this.otherwise.textual();
		}

	}

	/**
	 * The texts of several elements, joined. Absent elements are passed over.
	 *
	 * @param separator what stands between two of them
	 * @param elements the elements
	 */
	record Join(String separator, List<Node> elements) implements Node {

		@Override
		public boolean present(Rendering rendering) {
			return text(rendering) != null;
		}

		@Override
		public void write(JsonGenerator json, Rendering rendering) {
			json.writeString(text(rendering));
		}

		@Override
		public @Nullable String text(Rendering rendering) {
			List<String> texts = new ArrayList<>();
			for (Node element : this.elements) {
				if (element instanceof ListNode.Repeat repeat) {
					repeat.source().forEach(rendering, () -> add(texts, repeat.body().text(rendering)));
				}
				else {
					add(texts, element.text(rendering));
				}
			}
			return texts.isEmpty() ? null : String.join(this.separator, texts);
		}

		private static void add(List<String> texts, @Nullable String text) {
			if (text != null) {
				texts.add(text);
			}
		}

		@Override
		public boolean textual() {
			return true;
		}

	}

}
