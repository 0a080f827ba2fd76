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
import java.util.Map;

import tools.jackson.core.JsonGenerator;

/**
 * An object. Absent members are left out, and so is the object if all of its members are
 * absent. Members of the same name are merged.
 *
 * @param members the members, in order
 * @param distinct whether no two of them can give the same name
 */
record ObjectNode(List<MemberNode> members, boolean distinct) implements Node {

	@Override
	public boolean present(Rendering rendering) {
		return this.members.isEmpty() || MemberNode.anyPresent(this.members, rendering);
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		json.writeStartObject();
		if (this.distinct) {
			for (MemberNode member : this.members) {
				member.write(json, rendering);
			}
		}
		else {
			MergedMembers merged = new MergedMembers();
			collect(rendering, merged);
			merged.write(json, rendering);
		}
		json.writeEndObject();
	}

	@Override
	public Form form() {
		return Form.OBJECT;
	}

	@Override
	public void collect(Rendering rendering, MergedMembers merged) {
		for (MemberNode member : this.members) {
			member.collect(rendering, merged);
		}
	}

	@Override
	public boolean always() {
		return this.members.isEmpty() || this.members.stream()
			.anyMatch((member) -> member instanceof DeclaredMember declared && declared.value().always());
	}

	@Override
	public Map<String, Object> schema(Schemas schemas) {
		ObjectSchema schema = new ObjectSchema();
		this.members.forEach((member) -> member.describe(schema, schemas, true));
		return schema.toMap(!this.members.isEmpty());
	}

}
