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

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One invalid input.
 *
 * @param path where the input is, outermost first: names as the client sent them
 * ({@link String}) and positions in a list ({@link Integer}, from 0). Empty if the input
 * as a whole is invalid.
 * @param in the part of the request that holds it
 * @param code the code of the violation, for programs: lower case with underscores
 * @param message the message of the violation, for people
 * @param attributes further details: the limits that were exceeded, such as {@code min}
 * and {@code max}, the expected or allowed values, or the position in the document. The
 * rejected value is only included if the application enables it.
 * @param object the name of the object that was bound or validated, as in Spring's
 * {@code BindingResult}, such as {@code orderRequest}, or {@code null} if there is none.
 * Written only by formats that ask for it.
 * @param constraint the validator's name of the violated rule, such as {@code NotNull} or
 * {@code typeMismatch}, or {@code null} if it has no name. Written only by formats that
 * ask for it.
 * @param template the message as it is declared, neither translated nor filled in: a text
 * such as <code>must be at most {max}</code>, or the key of one in braces, such as
 * <code>{jakarta.validation.constraints.Size.message}</code>; {@code null} if the message
 * was not made from one. Its values are the attributes. Written only by formats that ask
 * for it.
 * @param translations the message in the further languages that formats ask for
 */
public record Violation(List<Object> path, In in, String code, String message, Map<String, Object> attributes,
		@Nullable String object, @Nullable String constraint, @Nullable String template,
		Map<Locale, String> translations) {

	/**
	 * The number of segments after which a path is cut. Clients choose the keys in a
	 * path, and the size of a response is limited.
	 */
	private static final int MAX_SEGMENTS = 1000;

	private static final int MAX_DIGITS = 9;

	public Violation {
		Objects.requireNonNull(in, "'in' must not be null");
		Objects.requireNonNull(code, "'code' must not be null");
		Objects.requireNonNull(message, "'message' must not be null");
		path = List.copyOf(path);
		for (Object segment : path) {
			if (!(segment instanceof String || segment instanceof Integer)) {
				throw new IllegalArgumentException("A path segment must be a String or an Integer, but is a "
						+ segment.getClass().getSimpleName());
			}
		}
		attributes = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
		translations = Map.copyOf(translations);
	}

	/**
	 * Create a violation without the names of an object and a constraint, and without a
	 * template.
	 * @param path where the input is, outermost first
	 * @param in the part of the request that holds it
	 * @param code the code of the violation, for programs
	 * @param message the message of the violation, for people
	 * @param attributes further details
	 */
	public Violation(List<Object> path, In in, String code, String message, Map<String, Object> attributes) {
		this(path, in, code, message, attributes, null, null, null, Map.of());
	}

	/**
	 * Create a violation in the request body.
	 * @param path the path as text, such as {@code items[0].quantity}
	 * @param code the code of the violation, for programs
	 * @param message the message of the violation, for people
	 * @return the violation
	 */
	public static Violation of(String path, String code, String message) {
		return of(In.BODY, path, code, message);
	}

	/**
	 * Create a violation in any part of the request.
	 * @param in the part of the request
	 * @param path the path as text, such as {@code items[0].quantity}
	 * @param code the code of the violation, for programs
	 * @param message the message of the violation, for people
	 * @return the violation
	 */
	public static Violation of(In in, String path, String code, String message) {
		return new Violation(parsePath(path), in, code, message, Map.of());
	}

	/**
	 * Return this violation with one more attribute.
	 * @param name the name, such as {@code allowed}
	 * @param value the value, serialized like the application's other JSON; {@code null}
	 * leaves it out. The rejected value must not be added.
	 * @return a violation with all attributes of this one and the new one
	 */
	public Violation with(String name, @Nullable Object value) {
		Map<String, Object> extended = new LinkedHashMap<>(this.attributes);
		if (value != null) {
			extended.put(name, value);
		}
		else {
			extended.remove(name);
		}
		return new Violation(this.path, this.in, this.code, this.message, extended, this.object, this.constraint,
				this.template, this.translations);
	}

	/**
	 * Return this violation with the name of an object.
	 * @param object the name of the object that was bound or validated, or {@code null}
	 * @return a copy with the given object
	 */
	public Violation object(@Nullable String object) {
		return new Violation(this.path, this.in, this.code, this.message, this.attributes, object, this.constraint,
				this.template, this.translations);
	}

	/**
	 * Return this violation with the name of a constraint.
	 * @param constraint the name of the violated rule, or {@code null}
	 * @return a copy with the given constraint
	 */
	public Violation constraint(@Nullable String constraint) {
		return new Violation(this.path, this.in, this.code, this.message, this.attributes, this.object, constraint,
				this.template, this.translations);
	}

	/**
	 * Return this violation with the template of its message.
	 * @param template the message as it is declared, neither translated nor filled in, or
	 * {@code null} if the message was not made from one
	 * @return a copy with the given template
	 */
	public Violation template(@Nullable String template) {
		return new Violation(this.path, this.in, this.code, this.message, this.attributes, this.object, this.constraint,
				template, this.translations);
	}

	/**
	 * Return this violation with its message in further languages.
	 * @param translations the message by language
	 * @return a copy with the given translations
	 */
	public Violation translations(Map<Locale, String> translations) {
		return new Violation(this.path, this.in, this.code, this.message, this.attributes, this.object, this.constraint,
				this.template, translations);
	}

	/**
	 * Split a path written as text into its segments, in time linear in its length.
	 * @param path the path, such as {@code items[0].quantity} or {@code prices[EUR]}
	 * @return names and positions, such as {@code ["items", 0, "quantity"]}, at most the
	 * first 1,000; empty brackets, which stand for an element without a position, are
	 * left out
	 */
	public static List<Object> parsePath(String path) {
		List<Object> segments = new ArrayList<>();
		int lastBracket = path.lastIndexOf(']');
		int position = 0;
		while (position < path.length() && segments.size() < MAX_SEGMENTS) {
			char c = path.charAt(position);
			int end = position + 1;
			if (c == '[' && position < lastBracket) {
				end = path.indexOf(']', position) + 1;
				addElement(path.substring(position + 1, end - 1), segments);
			}
			else if (c != '[' && c != '.') {
				end = endOfName(path, position);
				segments.add(path.substring(position, end));
			}
			position = end;
		}
		return segments;
	}

	private static int endOfName(String path, int start) {
		int end = start;
		while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
			end++;
		}
		return end;
	}

	private static void addElement(String key, List<Object> segments) {
		boolean index = key.length() <= MAX_DIGITS && key.chars().allMatch((c) -> c >= '0' && c <= '9');
		if (!key.isEmpty()) {
			segments.add(index ? Integer.valueOf(key) : key);
		}
	}

	/**
	 * The part of a request that holds an input.
	 */
	public enum In {

		/**
		 * The request body.
		 */
		BODY,

		/**
		 * A query parameter.
		 */
		QUERY,

		/**
		 * A variable in the path.
		 */
		PATH,

		/**
		 * A header.
		 */
		HEADER,

		/**
		 * A cookie.
		 */
		COOKIE,

		/**
		 * A part of a multipart request.
		 */
		PART,

		/**
		 * A field of a submitted form.
		 */
		FORM

	}

}
