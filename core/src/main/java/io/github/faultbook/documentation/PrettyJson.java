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

package io.github.faultbook.documentation;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Formats JSON for readers, identically on every platform.
 */
final class PrettyJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final ObjectWriter WRITER = MAPPER.writer()
		.with(new DefaultPrettyPrinter(
				Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
			.withObjectIndenter(new DefaultIndenter("  ", "\n")))
		.with(SerializationFeature.INDENT_OUTPUT);

	private PrettyJson() {
	}

	static String write(Object value) {
		return WRITER.writeValueAsString(value);
	}

	/**
	 * Parse a text that may be JSON.
	 * @param text the text
	 * @return the tree, or {@code null} if the text is not JSON
	 */
	static @Nullable JsonNode parse(String text) {
		try {
			return MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Write a value in one line.
	 * @param value the value
	 * @return its JSON, or {@code null} if it has none
	 */
	static @Nullable String literal(Object value) {
		try {
			return MAPPER.writeValueAsString(value);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Write a text as a JSON literal, which is also a valid literal in JavaScript,
	 * Python, Java and jq.
	 * @param text the text
	 * @return the literal
	 */
	static String quote(String text) {
		return MAPPER.writeValueAsString(text);
	}

}
