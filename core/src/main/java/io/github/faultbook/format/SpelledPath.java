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

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.github.faultbook.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Parses paths of violations in the styles that keep all segments.
 */
final class SpelledPath {

	/**
	 * A path whose names each style of names changes.
	 */
	private static final List<Object> PROBE = List.of("a_B", 0, "c-D");

	private static final List<Function<Object, List<Object>>> PARSERS = List.of(SpelledPath::segments,
			(text) -> Violation.parsePath(text.toString()), SpelledPath::dotted, SpelledPath::pointer,
			SpelledPath::fragment);

	private SpelledPath() {
	}

	/**
	 * Parse a path.
	 * @param style the style, which is recognized by how it spells a known path
	 * @param spelled a text or a list of segments
	 * @return the path, or {@code null} if the style loses segments, or if another path
	 * is spelled like this
	 */
	static @Nullable List<Object> parse(Style style, Object spelled) {
		Object probe = style.spelling().apply(SpelledValue.at(PROBE));
		for (Function<Object, List<Object>> parser : PARSERS) {
			if (parser.apply(probe).equals(PROBE)) {
				return verified(style, parser.apply(spelled), spelled);
			}
			if (oneLess(parser.apply(probe)).equals(PROBE)) {
				return verified(style, oneLess(parser.apply(spelled)), spelled);
			}
		}
		return null;
	}

	private static @Nullable List<Object> verified(Style style, List<Object> path, Object spelled) {
		return style.spelling().apply(SpelledValue.at(path)).equals(spelled) ? path : null;
	}

	private static List<Object> oneLess(List<Object> path) {
		return path.stream()
			.map((segment) -> (segment instanceof Integer position && position > 0) ? (Object) (position - 1) : segment)
			.toList();
	}

	/**
	 * Return the segment that a name in a body stands for.
	 * @param name the name
	 * @return a position if the name consists of at most nine digits, else the name
	 */
	static Object segment(String name) {
		boolean position = !name.isEmpty() && name.length() <= 9 && name.chars().allMatch((c) -> c >= '0' && c <= '9')
				&& (name.length() == 1 || name.charAt(0) != '0');
		return position ? Integer.valueOf(name) : name;
	}

	private static List<Object> segments(Object spelled) {
		return (spelled instanceof List<?> list) ? new ArrayList<>(list) : List.of();
	}

	private static List<Object> dotted(Object spelled) {
		return Arrays.stream(spelled.toString().split("\\.", -1)).map(SpelledPath::segment).toList();
	}

	private static List<Object> pointer(Object spelled) {
		String text = spelled.toString();
		return !text.startsWith("/") ? List.of()
				: Arrays.stream(text.substring(1).split("/", -1))
					.map((part) -> segment(part.replace("~1", "/").replace("~0", "~")))
					.toList();
	}

	private static List<Object> fragment(Object spelled) {
		String text = spelled.toString();
		try {
			return !text.startsWith("#") ? List.of()
					: pointer(URLDecoder.decode(text.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			// Not percent-encoded, so it is not a path that the style spells
			return List.of();
		}
	}

}
