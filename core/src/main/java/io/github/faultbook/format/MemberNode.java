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
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/**
 * A compiled part of a template that gives an object none, one or several members.
 */
interface MemberNode {

	/**
	 * Return whether there is a member to write for this error.
	 * @param rendering the body being written
	 * @return {@code false} if it adds nothing
	 */
	boolean present(Rendering rendering);

	/**
	 * Pass each present member to the sink, by its name.
	 * @param rendering the body being written
	 * @param sink takes the members
	 */
	void collect(Rendering rendering, BiConsumer<String, Node> sink);

	/**
	 * Add the members to the description of the object.
	 * @param object the description
	 * @param schemas where to put what refers to itself
	 * @param unconditional whether the members are not inside an operator
	 */
	void describe(ObjectSchema object, Schemas schemas, boolean unconditional);

	/**
	 * Write each present member whose name is not taken.
	 * @param json where to write
	 * @param rendering the body being written
	 * @param taken the names written so far, {@code null} if none can occur twice
	 */
	default void write(JsonGenerator json, Rendering rendering, @Nullable Set<String> taken) {
		collect(rendering, (name, value) -> {
			if (taken == null || taken.add(name)) {
				json.writeName(name);
				value.write(json, rendering);
			}
		});
	}

	static boolean anyPresent(List<MemberNode> members, Rendering rendering) {
		for (MemberNode member : members) {
			if (member.present(rendering)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A member with a name that never changes.
	 *
	 * @param name the name
	 * @param value the value
	 */
	record Declared(SerializedString name, Node value) implements MemberNode {

		@Override
		public boolean present(Rendering rendering) {
			return this.value.present(rendering);
		}

		@Override
		public void collect(Rendering rendering, BiConsumer<String, Node> sink) {
			if (this.value.present(rendering)) {
				sink.accept(this.name.getValue(), this.value);
			}
		}

		@Override
		public void write(JsonGenerator json, Rendering rendering, @Nullable Set<String> taken) {
			if (this.value.present(rendering) && (taken == null || taken.add(this.name.getValue()))) {
				json.writeName(this.name);
				this.value.write(json, rendering);
			}
		}

		@Override
		public void describe(ObjectSchema object, Schemas schemas, boolean unconditional) {
			object.property(this.name.getValue(), this.value.schema(schemas), unconditional && this.value.always());
		}

	}

	/**
	 * A member whose name has placeholders.
	 *
	 * @param name the name
	 * @param value the value
	 * @param reserved the names that the object declares itself
	 */
	record Named(Node name, Node value, Set<String> reserved) implements MemberNode {

		@Override
		public boolean present(Rendering rendering) {
			return nameIfPresent(rendering) != null;
		}

		@Override
		public void collect(Rendering rendering, BiConsumer<String, Node> sink) {
			String text = nameIfPresent(rendering);
			if (text != null) {
				sink.accept(text, this.value);
			}
		}

		@Override
		public void describe(ObjectSchema object, Schemas schemas, boolean unconditional) {
			object.others(this.value.schema(schemas));
		}

		private @Nullable String nameIfPresent(Rendering rendering) {
			String text = this.name.text(rendering);
			if (text == null || !this.value.present(rendering)) {
				return null;
			}
			String wellFormed = WellFormedGenerator.wellFormed(text);
			return this.reserved.contains(wellFormed) ? null : wellFormed;
		}

	}

	/**
	 * Members that are there only under a condition.
	 *
	 * @param condition the condition
	 * @param members the members
	 */
	record Conditional(Condition condition, List<MemberNode> members) implements MemberNode {

		@Override
		public boolean present(Rendering rendering) {
			return this.condition.holds(rendering) && anyPresent(this.members, rendering);
		}

		@Override
		public void collect(Rendering rendering, BiConsumer<String, Node> sink) {
			if (this.condition.holds(rendering)) {
				this.members.forEach((member) -> member.collect(rendering, sink));
			}
		}

		@Override
		public void write(JsonGenerator json, Rendering rendering, @Nullable Set<String> taken) {
			if (this.condition.holds(rendering)) {
				this.members.forEach((member) -> member.write(json, rendering, taken));
			}
		}

		@Override
		public void describe(ObjectSchema object, Schemas schemas, boolean unconditional) {
			this.members.forEach((member) -> member.describe(object, schemas, false));
		}

	}

	/**
	 * Members, or others if there are none of those.
	 *
	 * @param first the members
	 * @param otherwise the others
	 */
	record Alternative(List<MemberNode> first, List<MemberNode> otherwise) implements MemberNode {

		@Override
		public boolean present(Rendering rendering) {
			return anyPresent(this.first, rendering) || anyPresent(this.otherwise, rendering);
		}

		@Override
		public void collect(Rendering rendering, BiConsumer<String, Node> sink) {
			chosen(rendering).forEach((member) -> member.collect(rendering, sink));
		}

		@Override
		public void write(JsonGenerator json, Rendering rendering, @Nullable Set<String> taken) {
			chosen(rendering).forEach((member) -> member.write(json, rendering, taken));
		}

		@Override
		public void describe(ObjectSchema object, Schemas schemas, boolean unconditional) {
			this.first.forEach((member) -> member.describe(object, schemas, false));
			this.otherwise.forEach((member) -> member.describe(object, schemas, false));
		}

		private List<MemberNode> chosen(Rendering rendering) {
			return anyPresent(this.first, rendering) ? this.first : this.otherwise;
		}

	}

}
