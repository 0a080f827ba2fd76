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

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.util.RawValue;

/**
 * A placeholder in a template, with the style in which its value is spelled. Written in
 * the JSON type of the value.
 *
 * @param placeholder the placeholder
 * @param style spells the value
 */
record Value(Placeholder placeholder, Function<Object, Object> style) implements Node {

	private @Nullable Object get(Rendering rendering) {
		Object value = this.placeholder.value().apply(rendering);
		if (value == null) {
			return null;
		}
		if (this.placeholder.name().equals("code")) {
			String alias = rendering.settings.codes().get(value);
			if (alias != null) {
				return alias;
			}
		}
		return this.style.apply(value);
	}

	@Override
	public boolean present(Rendering rendering) {
		return this.placeholder.value().apply(rendering) != null;
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		write(json, get(rendering));
	}

	@Override
	public @Nullable String text(Rendering rendering) {
		Object value = get(rendering);
		return (value != null) ? asText(value) : null;
	}

	@Override
	public boolean textual() {
		return this.placeholder.kind() != Placeholder.Kind.OBJECT;
	}

	/**
	 * Spell a plain value as text.
	 * @param value a plain value or a {@link RawValue}
	 * @return the text; that of a raw JSON string is what stands between its quotes
	 */
	static String asText(Object value) {
		if (value instanceof BigDecimal decimal) {
			return decimal.toPlainString();
		}
		String text = (value instanceof RawValue raw) ? raw.rawValue().toString() : value.toString();
		boolean quoted = value instanceof RawValue && text.length() > 1 && text.startsWith("\"");
		return quoted ? text.substring(1, text.length() - 1) : text;
	}

	/**
	 * Write a value in its own JSON type.
	 * @param json where to write
	 * @param value a plain value, a list or map of such, or a {@link RawValue}
	 */
	static void write(JsonGenerator json, @Nullable Object value) {
		if (value instanceof String text) {
			json.writeString(text);
		}
		else if (value instanceof Integer number) {
			json.writeNumber(number);
		}
		else if (value instanceof Long number) {
			json.writeNumber(number);
		}
		else if (value instanceof List<?> list) {
			json.writeStartArray();
			list.forEach((element) -> write(json, element));
			json.writeEndArray();
		}
		else if (value instanceof Map<?, ?> map) {
			json.writeStartObject();
			map.forEach((name, element) -> {
				json.writeName(name.toString());
				write(json, element);
			});
			json.writeEndObject();
		}
		else {
			json.writePOJO(value);
		}
	}

}
