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

import io.github.faultbook.format.Placeholder.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.util.RawValue;

/**
 * A placeholder in a template, with the style in which its value is spelled. The value
 * keeps its JSON type.
 *
 * @param placeholder the placeholder
 * @param style the style of the value
 * @param aliased whether a code is replaced as the format declares
 */
record Value(Placeholder placeholder, Style style, boolean aliased) implements Node {

	private static final JsonFactory RAW = new JsonFactory();

	private @Nullable Object get(Rendering rendering) {
		Object value = this.placeholder.value().apply(rendering);
		if (value == null) {
			return null;
		}
		if (this.aliased) {
			String alias = rendering.settings.codes().get(value);
			if (alias != null) {
				return alias;
			}
		}
		return this.style.spelling().apply(value);
	}

	boolean isStatus() {
		return this.placeholder.isStatus();
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
	public WritableValue resolve(Rendering rendering) {
		Object value = get(rendering);
		Object plain = (value instanceof RawValue raw) ? PlainJson.containerOf(raw) : value;
		return (plain instanceof List || plain instanceof Map) ? new Literal(plain) : this;
	}

	@Override
	public boolean always() {
		return this.placeholder.always();
	}

	@Override
	public Map<String, Object> schema(Schemas schemas) {
		Rendering example = schemas.example();
		if (this.placeholder.isCode() && example != null) {
			return JsonSchema.constant(WellFormedGenerator.wellFormed(String.valueOf(text(example))));
		}
		return (this.style == Style.NATIVE) ? schemas.of(this.placeholder) : this.style.schema();
	}

	@Override
	public @Nullable String text(Rendering rendering) {
		Object value = get(rendering);
		return (value != null) ? asText(value) : null;
	}

	@Override
	public boolean textual() {
		Kind kind = (this.style == Style.NATIVE) ? this.placeholder.kind() : this.style.kind();
		return kind != Kind.OBJECT && kind != Kind.LIST;
	}

	/**
	 * Spell a plain value as text.
	 * @param value a plain value or a {@link RawValue}
	 * @return the text; for raw JSON, the content of a JSON string, else the JSON itself
	 */
	static String asText(Object value) {
		if (value instanceof BigDecimal decimal) {
			return decimal.toPlainString();
		}
		if (!(value instanceof RawValue raw)) {
			return value.toString();
		}
		String json = String.valueOf(raw.rawValue());
		if (!json.startsWith("\"")) {
			return json;
		}
		try (JsonParser parser = RAW.createParser(ObjectReadContext.empty(), json)) {
			parser.nextToken();
			return parser.getString();
		}
	}

	/**
	 * Write a value in its own JSON type.
	 * @param json the generator to write to
	 * @param value a plain value, a list or map of plain values, or a {@link RawValue}
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
		else if (value instanceof BigDecimal number) {
			json.writeNumber(number);
		}
		else if (value instanceof Boolean bool) {
			json.writeBoolean(bool);
		}
		else if (value == null) {
			json.writeNull();
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
