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
 * Members, or other members if none of the first are present.
 *
 * @param first the members
 * @param otherwise the other members
 */
record AlternativeMembers(List<MemberNode> first, List<MemberNode> otherwise) implements MemberNode {

	@Override
	public boolean present(Rendering rendering) {
		return MemberNode.anyPresent(this.first, rendering) || MemberNode.anyPresent(this.otherwise, rendering);
	}

	@Override
	public void collect(Rendering rendering, MergedMembers members) {
		chosen(rendering).forEach((member) -> member.collect(rendering, members));
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		chosen(rendering).forEach((member) -> member.write(json, rendering));
	}

	@Override
	public void describe(ObjectSchema object, Schemas schemas, boolean unconditional) {
		this.first.forEach((member) -> member.describe(object, schemas, false));
		this.otherwise.forEach((member) -> member.describe(object, schemas, false));
	}

	private List<MemberNode> chosen(Rendering rendering) {
		return MemberNode.anyPresent(this.first, rendering) ? this.first : this.otherwise;
	}

}
