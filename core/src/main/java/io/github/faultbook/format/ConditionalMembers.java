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

import tools.jackson.core.JsonGenerator;

/**
 * Members that are only present under a condition.
 *
 * @param condition the condition
 * @param members the members
 */
record ConditionalMembers(Condition condition, List<MemberNode> members) implements MemberNode {

	@Override
	public boolean present(Rendering rendering) {
		return this.condition.holds(rendering) && MemberNode.anyPresent(this.members, rendering);
	}

	@Override
	public void collect(Rendering rendering, MergedMembers merged) {
		if (this.condition.holds(rendering)) {
			this.members.forEach((member) -> member.collect(rendering, merged));
		}
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		if (this.condition.holds(rendering)) {
			this.members.forEach((member) -> member.write(json, rendering));
		}
	}

	@Override
	public void describe(ObjectSchema object, Schemas schemas, boolean unconditional) {
		this.members.forEach((member) -> member.describe(object, schemas, false));
	}

}
