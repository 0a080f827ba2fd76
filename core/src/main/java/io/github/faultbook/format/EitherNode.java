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

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A value, or another if the first is absent.
 *
 * @param first the value
 * @param otherwise the other value
 */
record EitherNode(Node first, Node otherwise) implements Node {

	@Override
	public boolean present(Rendering rendering) {
		return this.first.present(rendering) || this.otherwise.present(rendering);
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		chosen(rendering).write(json, rendering);
	}

	@Override
	public WritableValue resolve(Rendering rendering) {
		return chosen(rendering).resolve(rendering);
	}

	@Override
	public boolean always() {
		return this.first.always() || this.otherwise.always();
	}

	@Override
	public Map<String, Object> schema(Schemas schemas) {
		return JsonSchema.anyOf(List.of(this.first.schema(schemas), this.otherwise.schema(schemas)));
	}

	@Override
	public @Nullable String text(Rendering rendering) {
		return chosen(rendering).text(rendering);
	}

	@Override
	public boolean textual() {
		return this.first.textual() && this.otherwise.textual();
	}

	private Node chosen(Rendering rendering) {
		return this.first.present(rendering) ? this.first : this.otherwise;
	}

}
