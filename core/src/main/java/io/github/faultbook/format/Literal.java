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
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A value that is written as it is: a constant of the template, or an array or object
 * that a placeholder stands for.
 *
 * @param value a string, number, boolean or {@code null}, or a list or map of them
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

	boolean isEmptyArray() {
		return this.value instanceof List<?> list && list.isEmpty();
	}

	@Override
	public Form form() {
		return (this.value instanceof List) ? Form.ARRAY : (this.value instanceof Map) ? Form.OBJECT : Form.PLAIN;
	}

	@Override
	public void writeElements(JsonGenerator json, Rendering rendering) {
		if (this.value instanceof List<?> list) {
			list.forEach((element) -> Value.write(json, element));
		}
	}

	@Override
	public void collect(Rendering rendering, MergedMembers members) {
		if (this.value instanceof Map<?, ?> map) {
			map.forEach((name, member) -> members.add(WellFormedGenerator.wellFormed(name.toString()),
					new Literal(member), rendering));
		}
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
