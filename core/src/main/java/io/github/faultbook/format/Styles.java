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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.github.faultbook.format.Placeholder.Kind;

/**
 * The styles in which a template can spell a value, such as <code>kebab-case</code> in
 * <code>{code|kebab-case}</code>.
 */
final class Styles {

	private static final Pattern WORD_BREAK = Pattern.compile("[_\\-\\s.]+|(?<=[a-z0-9])(?=[A-Z])");

	private static final Map<String, Style> TEXT = new LinkedHashMap<>();

	private static final Map<String, Style> ANY = new LinkedHashMap<>();

	private static final Map<String, Style> PATH;

	static {
		addText("lower_snake", (text) -> join(text, "_", Styles::lower, Styles::lower));
		addText("UPPER_SNAKE", (text) -> join(text, "_", Styles::upper, Styles::upper));
		addText("kebab-case", (text) -> join(text, "-", Styles::lower, Styles::lower));
		addText("camelCase", (text) -> join(text, "", Styles::lower, Styles::capitalize));
		addText("PascalCase", (text) -> join(text, "", Styles::capitalize, Styles::capitalize));
		addText("words", (text) -> join(text, " ", Styles::lower, Styles::lower));
		addText("Sentence", (text) -> join(text, " ", Styles::capitalize, Styles::lower));
		addText("Capitalized", Styles::capitalizeFirst);
		addText("Title", (text) -> join(text, " ", Styles::capitalize, Styles::capitalize));
		ANY.put("text", Style.TEXT);
		ANY.putAll(TEXT);
		PATH = PathStyles.all(TEXT);
	}

	private Styles() {
	}

	private static void addText(String name, UnaryOperator<String> spelling) {
		TEXT.put(name, Style.text((value) -> spelling.apply(Value.asText(value))));
	}

	/**
	 * Return the styles of a kind of value.
	 * @param kind the kind
	 * @return the styles by name
	 */
	static Map<String, Style> of(Kind kind) {
		return switch (kind) {
			case TEXT, CODE -> TEXT;
			case PATH -> PATH;
			case ANY -> ANY;
			case NUMBER, OBJECT -> Map.of("text", Style.TEXT);
			case LIST, CONDITION -> Map.of();
		};
	}

	private static String join(String text, String separator, Function<String, String> first,
			Function<String, String> other) {
		List<String> words = new ArrayList<>();
		for (String word : WORD_BREAK.split(text)) {
			if (!word.isEmpty()) {
				words.add(words.isEmpty() ? first.apply(word) : other.apply(word));
			}
		}
		return String.join(separator, words);
	}

	private static String capitalizeFirst(String text) {
		if (text.isEmpty()) {
			return text;
		}
		int first = text.codePointAt(0);
		return Character.toString(Character.toTitleCase(first)) + text.substring(Character.charCount(first));
	}

	private static String lower(String word) {
		return word.toLowerCase(Locale.ROOT);
	}

	private static String upper(String word) {
		return word.toUpperCase(Locale.ROOT);
	}

	private static String capitalize(String word) {
		return upper(word.substring(0, 1)) + lower(word.substring(1));
	}

}
