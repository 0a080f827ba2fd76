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

package io.github.faultbook;

import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A text for clients in which <code>{name}</code> stands for a fact. Values are inserted
 * once and never parsed again, so a value that looks like a parameter stays unchanged. A
 * parameter stays unchanged, too, if it has no value or if its value is not plain (a
 * text, number, boolean, enum, date, amount of time or UUID).
 */
public final class MessageTemplate {

	/**
	 * The maximum number of zeros before a number is written with an exponent. Otherwise,
	 * a few characters in a request could expand to billions of zeros.
	 */
	private static final int MAX_ZEROS = 100;

	private MessageTemplate() {
	}

	/**
	 * Return the names of the parameters that a text uses.
	 * @param text the text
	 * @return the names in order of appearance
	 */
	public static Set<String> parameters(String text) {
		Set<String> names = new LinkedHashSet<>();
		for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
			int close = endOfName(text, open + 1);
			if (close > 0) {
				names.add(text.substring(open + 1, close));
			}
		}
		return names;
	}

	/**
	 * Insert facts into a text.
	 * @param text the text
	 * @param facts the values by name
	 * @return the text, in which each parameter that has a plain value is replaced
	 */
	public static String render(String text, Map<String, ?> facts) {
		int open = text.indexOf('{');
		if (open < 0) {
			return text;
		}
		StringBuilder result = new StringBuilder(text.length() + 32);
		int position = 0;
		for (; open >= 0; open = text.indexOf('{', open + 1)) {
			int close = endOfName(text, open + 1);
			String value = (close > 0) ? asText(facts.get(text.substring(open + 1, close))) : null;
			if (value != null) {
				result.append(text, position, open).append(value);
				position = close + 1;
			}
		}
		return result.append(text, position, text.length()).toString();
	}

	/**
	 * Find the closing brace after the name of a parameter: letters, digits, {@code _},
	 * {@code .} and {@code -}, of which the first is a letter or {@code _}.
	 * @param text the text
	 * @param start the index at which the name starts
	 * @return the index of the brace, or -1 if there is no name or if something else
	 * follows it
	 */
	private static int endOfName(String text, int start) {
		for (int i = start; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean first = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
			boolean other = (c >= '0' && c <= '9') || c == '.' || c == '-';
			if (!first && (!other || i == start)) {
				return (c == '}' && i > start) ? i : -1;
			}
		}
		return -1;
	}

	private static @Nullable String asText(@Nullable Object value) {
		if (value instanceof BigDecimal decimal) {
			return (Math.abs((long) decimal.scale()) <= MAX_ZEROS) ? decimal.toPlainString() : decimal.toString();
		}
		if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean
				|| value instanceof Character || value instanceof Enum<?> || value instanceof TemporalAccessor
				|| value instanceof TemporalAmount || value instanceof UUID) {
			return value.toString();
		}
		return null;
	}

}
