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

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JsonGenerator;

/**
 * An object. Absent members are left out, and so is the object if all of its members are
 * absent.
 *
 * @param members the members, in order
 * @param fixed whether all names are constant, so that no name can occur twice
 */
record ObjectNode(List<MemberNode> members, boolean fixed) implements Node {

	@Override
	public boolean present(Rendering rendering) {
		return this.members.isEmpty() || MemberNode.anyPresent(this.members, rendering);
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		Set<String> taken = this.fixed ? null : new HashSet<>();
		json.writeStartObject();
		for (MemberNode member : this.members) {
			member.write(json, rendering, taken);
		}
		json.writeEndObject();
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
