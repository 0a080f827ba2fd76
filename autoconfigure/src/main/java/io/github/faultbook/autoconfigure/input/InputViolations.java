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

package io.github.faultbook.autoconfigure.input;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.pipeline.ErrorTexts;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.MediaType;

/**
 * Creates violations for input that is missing or of the wrong type, with texts in the
 * language of the client.
 */
public final class InputViolations {

	private static final int MAX_LISTED_IN_TEXT = 20;

	private static final int MAX_LISTED = 100;

	private static final int MAX_DIGITS = 100;

	private final ErrorTexts texts;

	private final Set<Locale> languages;

	/**
	 * Create an instance.
	 * @param texts the texts in all languages
	 * @param languages the languages of messages beside the language of the request
	 */
	public InputViolations(ErrorTexts texts, Set<Locale> languages) {
		this.texts = texts;
		this.languages = languages;
	}

	/**
	 * Create a violation for missing input.
	 * @param in the part of the request that should contain it
	 * @param path the expected path in that part
	 * @param locale the language of the message
	 * @return the violation
	 */
	public Violation required(In in, List<Object> path, Locale locale) {
		return create(path, in, "required", "required", Map.of(), locale);
	}

	/**
	 * Create a violation for input that the application rejects.
	 * @param in the part of the request that holds it
	 * @param path the path in that part
	 * @param locale the language of the message
	 * @return the violation
	 */
	public Violation invalid(In in, List<Object> path, Locale locale) {
		return create(path, in, "invalid_value", "invalid", Map.of(), locale);
	}

	/**
	 * Create a violation for input that is malformed in a way that has no other name.
	 * @param in the part of the request that holds it
	 * @param path the path in that part
	 * @param locale the language of the message
	 * @return the violation
	 */
	public Violation malformed(In in, List<Object> path, Locale locale) {
		return create(path, in, "invalid_format", "pattern", Map.of(), locale);
	}

	/**
	 * Create a violation for a name that is unknown to the application.
	 * @param in the part of the request that holds it
	 * @param path the path in that part, ending with the name
	 * @param locale the language of the message
	 * @return the violation
	 */
	public Violation unknown(In in, List<Object> path, Locale locale) {
		return create(path, in, "unknown_field", "unknown", Map.of(), locale);
	}

	/**
	 * Create a violation for input that is not one of the allowed values.
	 * @param in the part of the request that holds it
	 * @param path the path in that part
	 * @param choices the allowed values
	 * @param locale the language of the message
	 * @return the violation
	 */
	public Violation choice(In in, List<Object> path, List<String> choices, Locale locale) {
		return choice(in, path, choices, Map.of(), locale);
	}

	/**
	 * Create violations for conditions on parameters that a request does not meet.
	 * @param handlers the conditions of each handler for the request
	 * @param actual returns the value of a parameter, or {@code null} if it was not sent
	 * @param request the request
	 * @return a violation for each condition that every handler has, may be empty
	 */
	public List<Violation> conditions(List<String[]> handlers, Function<String, @Nullable String> actual,
			ErrorRequest request) {
		return ParameterConditions.of(handlers).violatedBy(actual, this, request);
	}

	/**
	 * Create a violation for a part of a multipart request that has the wrong media type.
	 * @param path the path of the part
	 * @param supported the media types that can be read
	 * @param locale the language of the message
	 * @return the violation
	 */
	public Violation mediaType(List<Object> path, List<MediaType> supported, Locale locale) {
		List<String> mediaTypes = supported.stream().map(MediaType::toString).distinct().toList();
		if (mediaTypes.isEmpty() || mediaTypes.size() > MAX_LISTED_IN_TEXT) {
			return create(path, In.PART, "invalid_format", "format", Map.of(), locale);
		}
		return create(path, In.PART, "invalid_format", "media-type", Map.of("allowed", mediaTypes),
				Map.of("allowed", String.join(", ", mediaTypes)), locale);
	}

	Violation choice(In in, List<Object> path, List<String> choices, Map<String, Object> more, Locale locale) {
		if (choices.isEmpty() || choices.size() > MAX_LISTED) {
			return create(path, in, "invalid_choice", "choice", more, locale);
		}
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put("allowed", choices);
		attributes.putAll(more);
		String listed = String.join(", ", choices.subList(0, Math.min(choices.size(), MAX_LISTED_IN_TEXT)));
		return create(path, in, "invalid_choice", "choice.of", attributes,
				Map.of("allowed", (choices.size() > MAX_LISTED_IN_TEXT) ? listed + ", …" : listed), locale);
	}

	/**
	 * Create a violation for input that Spring cannot convert.
	 * @param in the part of the request that holds it
	 * @param path the path in that part
	 * @param mismatch the exception
	 * @param locale the language of the message
	 * @return the violation; if an element of a list is invalid, its path ends with the
	 * position
	 */
	public Violation mismatch(In in, List<Object> path, TypeMismatchException mismatch, Locale locale) {
		Class<?> required = mismatch.getRequiredType();
		if (required != null && required.isPrimitive() && mismatch.getValue() == null) {
			return required(in, path, locale);
		}
		UnconvertedValue value = UnconvertedValue.of(mismatch);
		return mismatch(in, value.pathIn(path), value.expected(), value.type(), value.value(), Map.of(), locale);
	}

	/**
	 * Create a violation for input of the wrong type.
	 * @param in the part of the request that holds it
	 * @param path the path in that part
	 * @param expected the expected type
	 * @param type the expected type in Java, or {@code null} if unknown
	 * @param value the input, which is inspected but not sent
	 * @param more further attributes
	 * @param locale the language of the message
	 * @return the violation
	 */
	Violation mismatch(In in, List<Object> path, ExpectedType expected, @Nullable Class<?> type, @Nullable Object value,
			Map<String, Object> more, Locale locale) {
		if ("integer".equals(expected.name()) && isInteger(value)) {
			return outOfRange(in, path, type, more, locale);
		}
		if (expected.name() == null) {
			return expected.choices().isEmpty() ? create(path, in, "invalid_format", "format", more, locale)
					: choice(in, path, expected.choices(), more, locale);
		}
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put("expected", expected.name());
		attributes.putAll(more);
		return create(path, in, "invalid_format", "expected." + expected.name(), attributes, locale);
	}

	Violation outOfRange(In in, List<Object> path, @Nullable Class<?> type, Map<String, Object> more, Locale locale) {
		Map<String, Object> attributes = new LinkedHashMap<>();
		if (type == int.class || type == Integer.class) {
			attributes.put("min", Integer.MIN_VALUE);
			attributes.put("max", Integer.MAX_VALUE);
		}
		else if (type == long.class || type == Long.class) {
			attributes.put("min", Long.MIN_VALUE);
			attributes.put("max", Long.MAX_VALUE);
		}
		else if (type == short.class || type == Short.class) {
			attributes.put("min", (int) Short.MIN_VALUE);
			attributes.put("max", (int) Short.MAX_VALUE);
		}
		String text = attributes.isEmpty() ? "range" : "range.between";
		attributes.putAll(more);
		return create(path, in, "out_of_range", text, attributes, locale);
	}

	private static boolean isInteger(@Nullable Object value) {
		if (value instanceof Number number) {
			return number instanceof Integer || number instanceof Long || number instanceof BigInteger;
		}
		if (!(value instanceof String text) || text.length() > MAX_DIGITS) {
			return false;
		}
		int start = (text.startsWith("-") || text.startsWith("+")) ? 1 : 0;
		return text.length() > start
				&& text.chars().skip(start).allMatch((character) -> character >= '0' && character <= '9');
	}

	/**
	 * Create any violation.
	 * @param path the path
	 * @param in the part of the request that holds it
	 * @param code the code of the violation, for programs
	 * @param text the name of the text, which may use the attributes
	 * @param attributes the attributes of the violation
	 * @param locale the language of the message
	 * @return the violation
	 */
	Violation create(List<Object> path, In in, String code, String text, Map<String, Object> attributes,
			Locale locale) {
		return create(path, in, code, text, attributes, attributes, locale);
	}

	private Violation create(List<Object> path, In in, String code, String text, Map<String, Object> attributes,
			Map<String, Object> arguments, Locale locale) {
		Map<Locale, String> translations = this.languages.isEmpty() ? Map.of() : new HashMap<>();
		this.languages
			.forEach((language) -> translations.put(language, this.texts.violation(text, arguments, language)));
		return new Violation(path, in, code, this.texts.violation(text, arguments, locale), attributes, null, null,
				template(text), translations);
	}

	/**
	 * Return the template of a message: its key in braces, as in Jakarta Validation.
	 * @param text the name of the text
	 * @return the template
	 */
	public static String template(String text) {
		return "{faultbook.violation." + text + "}";
	}

}
