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

import java.util.Collections;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A value that is written exactly as in the template.
 *
 * @param value a string, number, boolean or {@code null}
 */
record Literal(@Nullable Object value) implements Node {

	@Override
	public boolean present(Rendering rendering) {
		return true;
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		Value.write(json, this.value);
	}

	@Override
	public boolean always() {
		return true;
	}

	@Override
	public Map<String, Object> schema(Schemas schemas) {
		return Collections.singletonMap("const", this.value);
	}

	@Override
	public String text(Rendering rendering) {
		return String.valueOf(this.value);
	}

	@Override
	public boolean textual() {
		return this.value != null;
	}

}
