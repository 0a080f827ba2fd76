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

import java.util.Map;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/**
 * A member with a constant name.
 *
 * @param name the name
 * @param value the value
 */
record DeclaredMember(SerializedString name, Node value) implements MemberNode {

	@Override
	public boolean present(Rendering rendering) {
		return this.value.present(rendering);
	}

	@Override
	public void collect(Rendering rendering, MergedMembers members) {
		if (this.value.present(rendering)) {
			members.add(this.name.getValue(), this.value, rendering);
		}
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		if (this.value.present(rendering)) {
			json.writeName(this.name);
			this.value.write(json, rendering);
		}
	}

	@Override
	public void describe(ObjectSchema object, Schemas schemas, boolean unconditional) {
		Map<String, Object> schema = this.value.schema(schemas);
		// An object with a member that is never absent is never absent either
		boolean always = this.value.always() || (this.value instanceof ObjectNode && schema.containsKey("required"));
		object.property(this.name.getValue(), schema, unconditional && always);
	}

}
