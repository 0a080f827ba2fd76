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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that another party has sent, parsed within bounds.
 *
 * @param value the JSON as plain Java
 */
record ReceivedJson(@Nullable Object value) {

	/**
	 * The size of the largest body that is parsed, in bytes.
	 */
	static final int MAX_SIZE = 256 * 1024;

	private static final int MAX_DEPTH = 250;

	private static final int MAX_TOKENS = 100_000;

	/**
	 * Numbers with larger exponents take more memory as digits than they are worth.
	 */
	private static final int MAX_SCALE = 400;

	private static final ObjectReader JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(MAX_DEPTH)
				.maxDocumentLength(MAX_SIZE)
				.maxTokenCount(MAX_TOKENS)
				.build())
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build()
		.readerFor(Object.class);

	/**
	 * Parse a body.
	 * @param body the body, in UTF-8, UTF-16 or UTF-32
	 * @return the JSON, or {@code null} if the body is not JSON, has several values for
	 * one name, or is too large or too deep
	 */
	static @Nullable ReceivedJson of(byte[] body) {
		if (body.length == 0 || body.length > MAX_SIZE) {
			return null;
		}
		try {
			return new ReceivedJson(bounded(JSON.readValue(body)));
		}
		catch (JacksonException ex) {
			// A body that cannot be parsed is not read
			return null;
		}
	}

	private static @Nullable Object bounded(@Nullable Object json) {
		if (json instanceof BigDecimal number && Math.abs((long) number.scale()) > MAX_SCALE) {
			return number.toString();
		}
		if (json instanceof List<?> list) {
			List<@Nullable Object> copy = new ArrayList<>(list.size());
			list.forEach((element) -> copy.add(bounded(element)));
			return copy;
		}
		if (json instanceof Map<?, ?> map) {
			Map<String, @Nullable Object> copy = new LinkedHashMap<>();
			map.forEach((name, value) -> copy.put(name.toString(), bounded(value)));
			return copy;
		}
		return json;
	}

	/**
	 * Return whether this is an object without members or an array without elements.
	 * @return whether the JSON says nothing
	 */
	boolean isEmpty() {
		return Map.of().equals(this.value) || List.of().equals(this.value);
	}

}
