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

/**
 * The elements of an array as elements of the array around it. Any other value is an
 * element itself.
 *
 * @param value the value
 */
record SpliceNode(Node value) implements Node {

	@Override
	public boolean present(Rendering rendering) {
		if (!this.value.present(rendering)) {
			return false;
		}
		WritableValue resolved = this.value.resolve(rendering);
		return !(resolved instanceof ListNode list && list.elements().isEmpty())
				&& !(resolved instanceof Literal literal && literal.isEmptyArray());
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		WritableValue resolved = this.value.resolve(rendering);
		if (resolved.form() == Form.ARRAY) {
			resolved.writeElements(json, rendering);
		}
		else {
			resolved.write(json, rendering);
		}
	}

	@Override
	public boolean always() {
		return this.value.always() && !(this.value instanceof Value)
				&& !(this.value instanceof ListNode list && list.elements().isEmpty());
	}

	@Override
	public Map<String, Object> schema(Schemas schemas) {
		return JsonSchema.elements(this.value.schema(schemas));
	}

}
