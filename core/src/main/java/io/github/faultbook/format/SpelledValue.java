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

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.faultbook.Violation;
import io.github.faultbook.format.Placeholder.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of a placeholder that a body spells in a style.
 *
 * @param value the placeholder and its style
 * @param codes the codes of the format by the codes of the catalog
 */
record SpelledValue(Value value, Map<String, String> codes) {

	private static final Set<String> CODES = Set.of("code", "violation.code", "first.code");

	/**
	 * The beginnings of the names of texts for people, whose first letter may change.
	 */
	private static final List<String> TEXTS = List.of("message", "title", "violation.message", "first.message");

	/**
	 * A text that each style other than the one of the first letter changes.
	 */
	private static final String PROBE = "a_B c-d.e";

	/**
	 * Read a value.
	 * @param json the value in the body, as plain Java
	 * @return the value of the placeholder, which is empty if the style does not tell, or
	 * {@code null} if the placeholder cannot be written like this
	 */
	@Nullable Reading read(@Nullable Object json) {
		Placeholder placeholder = this.value.placeholder();
		Style style = this.value.style();
		if (placeholder.kind() == Kind.PATH) {
			return readPath(json);
		}
		if (style == Style.NATIVE) {
			return matches(placeholder, json) ? known(fromAlias(json)) : null;
		}
		if (!(json instanceof String text)) {
			return null;
		}
		if (placeholder.kind() == Kind.NUMBER) {
			return text.matches("-?\\d{1,18}") ? readNumber(placeholder, Long.parseLong(text)) : null;
		}
		if (!placeholder.choices().isEmpty()) {
			List<String> choices = placeholder.choices().stream().filter((choice) -> spells(choice, text)).toList();
			return choices.isEmpty() ? null : (choices.size() == 1) ? known(choices.get(0)) : new Reading();
		}
		return readText(placeholder, style, text);
	}

	private Reading readText(Placeholder placeholder, Style style, String text) {
		if (CODES.contains(placeholder.name())) {
			Object alias = fromAlias(text);
			return alias.equals(text) ? readCode(style, text) : known(alias);
		}
		Object probe = style.spelling().apply(PROBE);
		boolean kept = placeholder.kind() == Kind.ANY && probe.equals(PROBE);
		boolean forPeople = TEXTS.stream()
			.anyMatch((name) -> placeholder.name().equals(name) || placeholder.name().startsWith(name + "."));
		return (kept || (forPeople && PROBE.equalsIgnoreCase(probe.toString()))) ? known(text) : new Reading();
	}

	/**
	 * Read a code, which consists of lower-case words and underscores. A style that joins
	 * the words hides whether a digit begins one.
	 */
	private Reading readCode(Style style, String text) {
		Object code = Objects.requireNonNull(Styles.of(Kind.CODE).get("lower_snake")).spelling().apply(text);
		boolean digits = text.chars().anyMatch(Character::isDigit)
				&& style.spelling().apply("a_1").equals(style.spelling().apply("a1"));
		return (!digits && spells(code, text)) ? known(code) : new Reading();
	}

	private @Nullable Reading readNumber(Placeholder placeholder, long number) {
		if (placeholder.isStatus() && !placeholder.canBe(Long.toString(number))) {
			return null;
		}
		return known((number == (int) number) ? (Object) (int) number : (Object) number);
	}

	private @Nullable Reading readPath(@Nullable Object json) {
		boolean list = this.value.style().kind() == Kind.LIST;
		if (list ? !isPath(json) : !(json instanceof String)) {
			return null;
		}
		List<Object> path = SpelledPath.parse(this.value.style(), Objects.requireNonNull(json));
		return (path != null) ? known(path) : new Reading();
	}

	static boolean isPath(@Nullable Object json) {
		return json instanceof List<?> list
				&& list.stream().allMatch((segment) -> segment instanceof String || segment instanceof Integer);
	}

	private static boolean matches(Placeholder placeholder, @Nullable Object json) {
		if (placeholder.isStatus()) {
			return json instanceof Integer && placeholder.canBe(json.toString());
		}
		if (placeholder.name().equals("segment")) {
			return json instanceof String || json instanceof Integer;
		}
		return switch (placeholder.kind()) {
			case TEXT, CODE ->
				json instanceof String && (placeholder.choices().isEmpty() || placeholder.choices().contains(json));
			case NUMBER -> json instanceof Integer || json instanceof Long;
			case OBJECT -> json instanceof Map;
			case ANY -> json != null;
			case PATH, LIST, CONDITION -> false;
		};
	}

	private boolean spells(Object candidate, String text) {
		return this.value.style().spelling().apply(candidate).equals(text);
	}

	private Object fromAlias(@Nullable Object json) {
		Object text = Objects.requireNonNull(json);
		if (this.value.aliased() && this.codes.containsValue(text)) {
			List<String> codes = this.codes.keySet()
				.stream()
				.filter((code) -> text.equals(this.codes.get(code)))
				.toList();
			return (codes.size() == 1) ? codes.get(0) : text;
		}
		return text;
	}

	private Reading known(Object read) {
		return Reading.of(this.value.placeholder().name(), read);
	}

	/**
	 * Return the violation that a path is spelled for.
	 * @param path the path
	 * @return a violation in the body
	 */
	static Violation at(List<Object> path) {
		return new Violation(path, Violation.In.BODY, "", "", Map.of());
	}

}
