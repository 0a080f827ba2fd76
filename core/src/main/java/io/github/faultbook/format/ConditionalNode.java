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

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A value that is only present under a condition.
 *
 * @param condition the condition
 * @param then the value
 */
record ConditionalNode(Condition condition, Node then) implements Node {

	@Override
	public boolean present(Rendering rendering) {
		return this.condition.holds(rendering) && this.then.present(rendering);
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		this.then.write(json, rendering);
	}

	@Override
	public WritableValue resolve(Rendering rendering) {
		return this.then.resolve(rendering);
	}

	@Override
	public boolean always() {
		return false;
	}

	@Override
	public Map<String, Object> schema(Schemas schemas) {
		return this.then.schema(schemas);
	}

	@Override
	public @Nullable String text(Rendering rendering) {
		return this.condition.holds(rendering) ? this.then.text(rendering) : null;
	}

	@Override
	public boolean textual() {
		return this.then.textual();
	}

}
