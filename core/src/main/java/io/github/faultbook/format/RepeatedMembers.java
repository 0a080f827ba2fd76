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

/**
 * The members of each item.
 *
 * @param items the kind of the items
 * @param body the members for one item
 */
record RepeatedMembers(RepeatedItems items, List<MemberNode> body) implements MemberNode {

	@Override
	public boolean present(Rendering rendering) {
		return this.items.any(rendering, () -> MemberNode.anyPresent(this.body, rendering));
	}

	@Override
	public void collect(Rendering rendering, MergedMembers members) {
		this.items.forEach(rendering, (at) -> this.body.forEach((member) -> member.collect(at, members)));
	}

	@Override
	public void describe(ObjectSchema object, Schemas schemas, boolean unconditional) {
		boolean distinct = this.body.stream()
			.allMatch((member) -> member instanceof NamedMember named && named.hasNameOfItem());
		schemas.repeat(this.items, distinct,
				(always) -> this.body.forEach((member) -> member.describe(object, schemas, unconditional && always)));
	}

}
