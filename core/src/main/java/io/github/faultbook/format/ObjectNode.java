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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/**
 * An object. Absent members are left out; if all are, so is the object.
 *
 * @param members the members, in order
 * @param fixed whether all names are known, so that none can occur twice
 */
record ObjectNode(List<Member> members, boolean fixed) implements Node {

	@Override
	public boolean present(Rendering rendering) {
		return this.members.isEmpty() || anyPresent(this.members, rendering);
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		Set<String> taken = this.fixed ? null : new HashSet<>();
		json.writeStartObject();
		for (Member member : this.members) {
			member.write(json, rendering, taken);
		}
		json.writeEndObject();
	}

	private static boolean anyPresent(List<? extends Member> members, Rendering rendering) {
		for (Member member : members) {
			if (member.present(rendering)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Something that gives an object none, one or several members.
	 */
	sealed interface Member {

		boolean present(Rendering rendering);

		/**
		 * Pass each present member to the sink, by its name.
		 * @param rendering the body being written
		 * @param sink takes the members
		 */
		void collect(Rendering rendering, BiConsumer<String, Node> sink);

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

	}

	/**
	 * A member with a name that never changes.
	 *
	 * @param name the name
	 * @param value the value
	 */
	record Declared(SerializedString name, Node value) implements Member {

		@Override
		public boolean present(Rendering rendering) {
			return this.value.present(rendering);
		}

		@Override
		public void write(JsonGenerator json, Rendering rendering, @Nullable Set<String> taken) {
			if (this.value.present(rendering) && (taken == null || taken.add(this.name.getValue()))) {
				json.writeName(this.name);
				this.value.write(json, rendering);
			}
		}

		@Override
		public void collect(Rendering rendering, BiConsumer<String, Node> sink) {
			if (this.value.present(rendering)) {
				sink.accept(this.name.getValue(), this.value);
			}
		}

	}

	/**
	 * A member whose name has placeholders.
	 *
	 * @param name the name
	 * @param value the value
	 */
	record Named(Node name, Node value) implements Member {

		@Override
		public boolean present(Rendering rendering) {
			return this.value.present(rendering) && this.name.present(rendering);
		}

		@Override
		public void collect(Rendering rendering, BiConsumer<String, Node> sink) {
			String text = this.name.text(rendering);
			if (text != null && this.value.present(rendering)) {
				sink.accept(text, this.value);
			}
		}

	}

	/**
	 * Members that are there only under a condition.
	 *
	 * @param condition the condition
	 * @param members the members
	 */
	record Conditional(Condition condition, List<Member> members) implements Member {

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

	}

	/**
	 * Members, or others if there are none of those.
	 *
	 * @param first the members
	 * @param otherwise the others
	 */
	record Alternative(List<Member> first, List<Member> otherwise) implements Member {

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

		private List<Member> chosen(Rendering rendering) {
			return anyPresent(this.first, rendering) ? this.first : this.otherwise;
		}

	}

	/**
	 * The members of each item. Items that give the same name share one member: if its
	 * value is an array, it holds the elements of all of them, else it is that of the
	 * first.
	 *
	 * @param source what the items are
	 * @param body the members for one item
	 * @param reserved the names that the object declares itself
	 */
	record Repeated(Items source, List<Member> body, Set<String> reserved) implements Member {

		@Override
		public boolean present(Rendering rendering) {
			boolean any = false;
			for (Object item : this.source.of(rendering)) {
				this.source.enter(rendering, item);
				if (anyPresent(this.body, rendering)) {
					any = true;
					break;
				}
			}
			this.source.leave(rendering);
			return any;
		}

		@Override
		public void collect(Rendering rendering, BiConsumer<String, Node> sink) {
			throw new UnsupportedOperationException("Refused by the compiler");
		}

		@Override
		public void write(JsonGenerator json, Rendering rendering, @Nullable Set<String> taken) {
			Map<String, Group> groups = new LinkedHashMap<>();
			for (Object item : this.source.of(rendering)) {
				this.source.enter(rendering, item);
				for (Member member : this.body) {
					member.collect(rendering,
							(name, value) -> groups.computeIfAbsent(name, (key) -> new Group(value, new ArrayList<>(1)))
								.items()
								.add(item));
				}
			}
			groups.forEach((name, group) -> {
				if (!this.reserved.contains(name) && (taken == null || taken.add(name))) {
					json.writeName(name);
					group.write(json, rendering, this.source);
				}
			});
			this.source.leave(rendering);
		}

	}

	/**
	 * The items that give the same name.
	 *
	 * @param value the value of the first
	 * @param items the items, in order
	 */
	private record Group(Node value, List<Object> items) {

		void write(JsonGenerator json, Rendering rendering, Items source) {
			if (this.value instanceof ListNode list) {
				list.writeAll(json, rendering, source, this.items);
				return;
			}
			source.enter(rendering, this.items.get(0));
			this.value.write(json, rendering);
		}

	}

}
