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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.github.faultbook.Violation;
import io.github.faultbook.format.Placeholder.Kind;

/**
 * The styles of paths: those that change the segments, and those that make a text or an
 * array of them.
 */
final class PathStyles {

	/**
	 * The style of paths for which the template names none.
	 */
	static final Style BRACKET = path(orLocation(PathStyles::bracket));

	/**
	 * A position that stands for all positions and is written as an asterisk.
	 */
	private static final Integer ANY_POSITION = Integer.MIN_VALUE;

	private PathStyles() {
	}

	/**
	 * Return the styles.
	 * @param texts the styles of texts, each of which spells the names in a path, too
	 * @return the styles by name
	 */
	static Map<String, Style> all(Map<String, Style> texts) {
		Map<String, Style> styles = new LinkedHashMap<>();
		styles.put("bracket", BRACKET);
		addPath(styles, "brackets", orLocation(PathStyles::brackets));
		addPath(styles, "dotted",
				orLocation((path) -> path.stream().map(PathStyles::text).collect(Collectors.joining("."))));
		addPath(styles, "first", orLocation((path) -> text(path.get(0))));
		addPath(styles, "last", orLocation((path) -> text(path.get(path.size() - 1))));
		addPath(styles, "pointer", (violation) -> pointer(violation.path()));
		addPath(styles, "fragment", (violation) -> fragment(violation.path()));
		styles.put("segments", new Style(PathStyles::segments, JsonSchema.SEGMENTS, Kind.LIST));
		styles.put("parent", ofPath(PathStyles::parent));
		addChange(styles, "one-based",
				(segment) -> (segment instanceof Integer position && position >= 0 && position < Integer.MAX_VALUE)
						? position + 1 : segment);
		addChange(styles, "wildcard", (segment) -> (segment instanceof Integer) ? ANY_POSITION : segment);
		texts.forEach((name, style) -> addChange(styles, name,
				(segment) -> (segment instanceof String text) ? spelledOr(text, style) : segment));
		return styles;
	}

	private static void addPath(Map<String, Style> styles, String name, Function<Violation, String> spelling) {
		styles.put(name, path(spelling));
	}

	private static Style path(Function<Violation, String> spelling) {
		return Style.text((violation) -> spelling.apply((Violation) violation));
	}

	private static void addChange(Map<String, Style> styles, String name, UnaryOperator<Object> change) {
		styles.put(name, ofPath((path) -> path.stream().map(change).toList()));
	}

	private static Style ofPath(UnaryOperator<List<Object>> change) {
		return new Style((value) -> {
			Violation violation = (Violation) value;
			return new Violation(change.apply(violation.path()), violation.in(), violation.code(), violation.message(),
					Map.of());
		}, JsonSchema.STRING, Kind.PATH);
	}

	private static List<Object> parent(List<Object> path) {
		return path.subList(0, Math.max(path.size() - 1, 0));
	}

	/**
	 * Spell a name in a path, unless nothing would remain of it.
	 * @param name the name
	 * @param style the style
	 * @return the name in that style
	 */
	private static Object spelledOr(String name, Style style) {
		Object spelled = style.spelling().apply(name);
		return spelled.equals("") ? name : spelled;
	}

	/**
	 * Spell an empty path as the name of the part of the request that is invalid as a
	 * whole, so that no name is ever empty.
	 * @param style the style of all other paths
	 * @return the style of all paths
	 */
	private static Function<Violation, String> orLocation(Function<List<Object>, String> style) {
		return (violation) -> violation.path().isEmpty() ? violation.in().name().toLowerCase(Locale.ROOT)
				: style.apply(violation.path());
	}

	private static String text(Object segment) {
		return ANY_POSITION.equals(segment) ? "*" : segment.toString();
	}

	private static Object segments(Object violation) {
		List<Object> path = ((Violation) violation).path();
		return path.contains(ANY_POSITION) ? path.stream().<Object>map(PathStyles::text).toList() : path;
	}

	private static String brackets(List<Object> path) {
		StringBuilder result = new StringBuilder(text(path.get(0)));
		path.subList(1, path.size()).forEach((segment) -> result.append('[').append(text(segment)).append(']'));
		return result.toString();
	}

	private static String bracket(List<Object> path) {
		if (path.size() == 1 && path.get(0) instanceof String name) {
			return name;
		}
		StringBuilder result = new StringBuilder(48);
		for (Object segment : path) {
			if (segment instanceof Integer) {
				result.append('[').append(text(segment)).append(']');
			}
			else {
				result.append(result.isEmpty() ? "" : ".").append(segment);
			}
		}
		return result.toString();
	}

	/**
	 * Spell a path as a JSON Pointer (RFC 6901, section 3).
	 * @param path the path
	 * @return the pointer, empty for the whole document
	 */
	private static String pointer(List<Object> path) {
		StringBuilder result = new StringBuilder();
		for (Object segment : path) {
			result.append('/').append(text(segment).replace("~", "~0").replace("/", "~1"));
		}
		return result.toString();
	}

	/**
	 * Spell a path as a JSON Pointer in a URI fragment (RFC 6901, section 6).
	 * @param path the path
	 * @return the fragment, including the number sign
	 */
	private static String fragment(List<Object> path) {
		String pointer = pointer(path);
		StringBuilder result = new StringBuilder(pointer.length() + 1).append('#');
		pointer.codePoints().forEach((c) -> {
			if (isFragment(c)) {
				result.appendCodePoint(c);
			}
			else {
				result.append((c == ' ') ? "%20" : URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8));
			}
		});
		return result.toString();
	}

	private static boolean isFragment(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
				|| "-._~!$&'()*+,;=:@/?".indexOf(c) >= 0;
	}

}
