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

import java.io.CharConversionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.IgnoredPropertyException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Converts exceptions of Jackson to violations. If the class of an exception does not
 * provide enough information, its text is parsed; should Jackson change the wording,
 * violations become less exact.
 */
final class JsonViolations {

	private static final Pattern LIMIT = Pattern.compile("maximum allowed \\((\\d{1,18})");

	private final InputViolations inputs;

	private final JsonTypes types;

	JsonViolations(InputViolations inputs, JsonTypes types) {
		this.inputs = inputs;
		this.types = types;
	}

	/**
	 * Describe the problems of a document.
	 * @param problems the problems
	 * @param in the part of the request that holds the JSON
	 * @param part the path of the JSON in that part
	 * @param sent tells whether the document has a value at a path
	 * @param locale the language of the messages
	 * @return the violations, without problems of the connection
	 */
	List<Violation> describe(List<JacksonException> problems, In in, List<Object> part, Predicate<List<Object>> sent,
			Locale locale) {
		NameSuggestions suggestions = new NameSuggestions();
		List<Violation> violations = new ArrayList<>(problems.size());
		for (JacksonException problem : problems) {
			Violation violation = new Reading(problem, in, part, sent, locale, suggestions).toViolation();
			if (violation != null) {
				violations.add(violation);
			}
		}
		return violations;
	}

	/**
	 * The conversion of one exception.
	 */
	private final class Reading {

		private final JacksonException problem;

		private final In in;

		private final List<Object> part;

		private final Predicate<List<Object>> sent;

		private final Locale locale;

		private final NameSuggestions suggestions;

		private final List<Object> path;

		private final Map<String, Object> location = new LinkedHashMap<>();

		Reading(JacksonException problem, In in, List<Object> part, Predicate<List<Object>> sent, Locale locale,
				NameSuggestions suggestions) {
			this.problem = problem;
			this.in = in;
			this.part = part;
			this.sent = sent;
			this.locale = locale;
			this.suggestions = suggestions;
			this.path = concat(part, JsonPlaces.path(problem));
			if (problem.getLocation() != null && problem.getLocation().getLineNr() > 0
					&& problem.getLocation().getColumnNr() > 0) {
				this.location.put("line", problem.getLocation().getLineNr());
				this.location.put("column", problem.getLocation().getColumnNr());
			}
		}

		private static List<Object> concat(List<Object> first, List<Object> second) {
			List<Object> path = new ArrayList<>(first);
			path.addAll(second);
			return path;
		}

		private boolean says(String beginning) {
			String text = this.problem.getOriginalMessage();
			return text != null && text.startsWith(beginning);
		}

		private Violation create(List<Object> path, String code, String text) {
			return JsonViolations.this.inputs.create(path, this.in, code, text, this.location, this.locale);
		}

		@Nullable Violation toViolation() {
			if (this.problem instanceof StreamConstraintsException) {
				return tooLarge();
			}
			if (this.problem instanceof InputCoercionException coercion) {
				return JsonViolations.this.inputs.outOfRange(this.in, this.path, coercion.getTargetType(),
						this.location, this.locale);
			}
			if (this.problem instanceof StreamReadException) {
				return malformed();
			}
			if (this.problem instanceof JacksonIOException) {
				return (this.problem.getCause() instanceof CharConversionException)
						? create(this.part, "malformed", "encoding") : null;
			}
			if (this.problem instanceof MismatchedInputException mismatch) {
				return mismatch(mismatch);
			}
			return create(this.path, "invalid_value", "invalid");
		}

		private Violation tooLarge() {
			Matcher limit = LIMIT.matcher(String.valueOf(this.problem.getOriginalMessage()));
			if (!limit.find()) {
				return create(this.path, "invalid_length", "size");
			}
			String text = "size";
			if (says("Document nesting depth")) {
				text = "depth";
			}
			else if (says("String value length")) {
				text = "length.max";
			}
			else if (says("Number value length")) {
				text = "length.digits";
			}
			else if (says("Name length")) {
				text = "length.name";
			}
			Map<String, Object> attributes = new LinkedHashMap<>();
			attributes.put("max", Long.valueOf(limit.group(1)));
			attributes.putAll(this.location);
			return JsonViolations.this.inputs.create((text.equals("depth")) ? this.part : this.path, this.in,
					"invalid_length", text, attributes, this.locale);
		}

		private Violation malformed() {
			if (says("Duplicate Object property")) {
				return create(concat(this.part, place()), "duplicate_field", "duplicate");
			}
			if (says("Invalid UTF-8")) {
				return create(this.part, "malformed", "encoding");
			}
			return malformed((this.problem instanceof UnexpectedEndOfInputException) ? "truncated" : "malformed");
		}

		private Violation malformed(String text) {
			return create(this.part, "malformed", this.location.isEmpty() ? text : text + ".at");
		}

		private List<Object> place() {
			return (this.problem.processor() instanceof JsonParser parser) ? JsonPlaces.path(parser.streamReadContext())
					: List.of();
		}

		private Violation mismatch(MismatchedInputException mismatch) {
			if (mismatch instanceof UnrecognizedPropertyException unknown) {
				return unknown(unknown.getPropertyName(), unknown.getKnownPropertyIds());
			}
			if (mismatch instanceof IgnoredPropertyException) {
				return create(this.path, "unknown_field", "ignored");
			}
			if (mismatch instanceof InvalidTypeIdException invalid) {
				return subtype(invalid);
			}
			if (says("No content to map")) {
				return JsonViolations.this.inputs.required(this.in, this.part, this.locale);
			}
			if (mismatch instanceof InvalidNullException || says("Missing ") || says("Null value for creator")
					|| says("Cannot map `null`") || isNullElement(mismatch)) {
				return create(this.path, "required", "required");
			}
			if (says("Trailing token")) {
				return malformed("trailing");
			}
			Object value = (mismatch instanceof InvalidFormatException invalid) ? invalid.getValue() : null;
			ExpectedType expected = JsonViolations.this.types.expectedTypeOf(mismatch.getTargetType());
			if (says("Cannot deserialize Map key") && value != null) {
				List<Object> key = concat(this.path, List.of(value.toString()));
				return expected.choices().isEmpty() ? create(key, "unknown_field", "unknown")
						: unknown(key, value.toString(), expected.choices());
			}
			return JsonViolations.this.inputs.mismatch(this.in, this.path, expected, mismatch.getTargetType(), value,
					this.location, this.locale);
		}

		/**
		 * Return whether an element of an array of primitives is {@code null}. An empty
		 * text for a primitive has the same message.
		 * @param mismatch the exception
		 * @return whether the value is missing
		 */
		private boolean isNullElement(MismatchedInputException mismatch) {
			Class<?> target = mismatch.getTargetType();
			return target != null && target.isArray() && says("Cannot coerce `null`");
		}

		private Violation unknown(String name, @Nullable Collection<Object> known) {
			return unknown(this.path, name, (known != null) ? known : List.of());
		}

		private Violation unknown(List<Object> path, String name, Collection<?> known) {
			String suggestion = this.suggestions.nearest(name, known);
			if (suggestion == null) {
				return create(path, "unknown_field", "unknown");
			}
			Map<String, Object> attributes = new LinkedHashMap<>();
			attributes.put("suggestion", suggestion);
			attributes.putAll(this.location);
			return JsonViolations.this.inputs.create(path, this.in, "unknown_field", "unknown.near", attributes,
					this.locale);
		}

		private Violation subtype(InvalidTypeIdException invalid) {
			JsonTypes.Subtypes subtypes = JsonViolations.this.types.subtypesOf(invalid.getBaseType());
			List<Object> property = (subtypes.property() != null) ? concat(this.path, List.of(subtypes.property()))
					: this.path;
			if (String.valueOf(invalid.getOriginalMessage()).contains("Cannot deduce")) {
				return create(this.path, "invalid_value", "invalid");
			}
			if (invalid.getTypeId() != null) {
				return JsonViolations.this.inputs.choice(this.in, property, subtypes.names(), this.location,
						this.locale);
			}
			// Jackson takes no notice of a name that is not a text
			boolean mistyped = subtypes.property() != null
					&& this.sent.test(property.subList(this.part.size(), property.size()));
			return mistyped ? JsonViolations.this.inputs.mismatch(this.in, property, ExpectedType.of(String.class),
					String.class, null, this.location, this.locale) : create(property, "required", "required");
		}

	}

}
