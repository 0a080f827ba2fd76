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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The members of each item. Items that yield the same name share one member.
 *
 * @param items the kind of the items
 * @param body the members for one item
 */
record RepeatedMembers(Items items, List<MemberNode> body) implements MemberNode {

	@Override
	public boolean present(Rendering rendering) {
		return this.items.any(rendering, () -> MemberNode.anyPresent(this.body, rendering));
	}

	@Override
	public void collect(Rendering rendering, BiConsumer<String, Node> sink) {
		throw new UnsupportedOperationException("Refused by the compiler");
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering, @Nullable Set<String> taken) {
		writeAll(json, rendering, this.items.list(rendering), taken);
		this.items.leave(rendering);
	}

	/**
	 * Write the members of some items.
	 * @param json the generator to write to
	 * @param rendering the body being written
	 * @param items the items
	 * @param taken the names written so far, or {@code null} if no name can occur twice
	 */
	void writeAll(JsonGenerator json, Rendering rendering, Collection<?> items, @Nullable Set<String> taken) {
		Map<String, SharedMember> members = new LinkedHashMap<>();
		for (Object item : items) {
			this.items.enter(rendering, item);
			for (MemberNode member : this.body) {
				member.collect(rendering,
						(name, value) -> members.computeIfAbsent(name, (key) -> new SharedMember(this.items))
							.add(item, value));
			}
		}
		members.forEach((name, member) -> {
			if (taken == null || taken.add(name)) {
				json.writeName(name);
				member.write(json, rendering);
			}
		});
	}

	@Override
	public void describe(ObjectSchema object, Schemas schemas, boolean unconditional) {
		this.body.forEach((member) -> member.describe(object, schemas, false));
	}

}
