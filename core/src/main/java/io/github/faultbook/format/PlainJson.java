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

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Reads facts that were serialized already, for the few templates that take their arrays
 * and objects apart.
 */
final class PlainJson {

	private static final ObjectReader READER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build()
		.readerFor(Object.class);

	private PlainJson() {
	}

	/**
	 * Read an array or object.
	 * @param raw the JSON
	 * @return a list or map of plain values, or {@code null} if it is neither an array
	 * nor an object
	 */
	static @Nullable Object containerOf(RawValue raw) {
		String json = String.valueOf(raw.rawValue());
		return (json.startsWith("[") || json.startsWith("{")) ? READER.readValue(json) : null;
	}

}
