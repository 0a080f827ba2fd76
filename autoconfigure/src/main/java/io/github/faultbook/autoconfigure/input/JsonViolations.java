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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
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

	private static final Pattern NO_EXTERNAL_SUBTYPE = Pattern.compile("Missing external type id property '([^']+)'");

	private static final Pattern EXTERNAL_SUBTYPE = Pattern
		.compile("(?s).*known type ids = \\[([^\\]]+)\\] \\(for POJO property '([^']+)'\\)");

	private final InputViolations inputs;

	private final ObjectMapper mapper;

	private final JsonTypes types;

	JsonViolations(InputViolations inputs, ObjectMapper mapper) {
		this.inputs = inputs;
		this.mapper = mapper;
		this.types = new JsonTypes(mapper);
	}

	/**
	 * Describe the problems of a document.
	 * @param problems the problems
	 * @param in the part of the request that holds the JSON
	 * @param part the path of the JSON in that part
	 * @param document returns the value of the document at a path
	 * @param locale the language of the messages
	 * @return the violations, without problems of the connection
	 */
	List<Violation> describe(List<JacksonException> problems, In in, List<Object> part,
			Function<List<Object>, JsonNode> document, Locale locale) {
		NameSuggestions suggestions = new NameSuggestions();
		List<Violation> violations = new ArrayList<>(problems.size());
		for (JacksonException problem : problems) {
			Violation violation = new Reading(problem, in, part, document, locale, suggestions).toViolation();
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

		private final Function<List<Object>, JsonNode> document;

		private final Locale locale;

		private final NameSuggestions suggestions;

		private final List<Object> path;

		private final Map<String, Object> location = new LinkedHashMap<>();

		Reading(JacksonException problem, In in, List<Object> part, Function<List<Object>, JsonNode> document,
				Locale locale, NameSuggestions suggestions) {
			this.problem = problem;
			this.in = in;
			this.part = part;
			this.document = document;
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
			Matcher external = NO_EXTERNAL_SUBTYPE.matcher(String.valueOf(mismatch.getOriginalMessage()));
			if (external.lookingAt()) {
				return withoutSubtype(
						concat(this.path.subList(0, Math.max(this.path.size() - 1, 0)), List.of(external.group(1))));
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
			JsonSubtypes subtypes = JsonSubtypes.of(invalid, JsonViolations.this.mapper);
			List<Object> property = (subtypes.property() != null) ? concat(this.path, List.of(subtypes.property()))
					: this.path;
			if (String.valueOf(invalid.getOriginalMessage()).contains("Cannot deduce")) {
				return create(this.path, "invalid_value", "invalid");
			}
			if (invalid.getTypeId() != null) {
				Matcher external = EXTERNAL_SUBTYPE.matcher(String.valueOf(invalid.getOriginalMessage()));
				if (subtypes == JsonSubtypes.UNKNOWN && external.matches()) {
					return externalSubtype(invalid.getTypeId(), external);
				}
				return JsonViolations.this.inputs.choice(this.in, property, subtypes.names(), this.location,
						this.locale);
			}
			return (subtypes.property() != null) ? withoutSubtype(property) : create(property, "required", "required");
		}

		/**
		 * Describe the name of a subtype that stands beside the object. Jackson does not
		 * say where: its path ends with what holds both.
		 * @param name the name
		 * @param external the known names and the property that holds the object
		 * @return the violation, at the only member that has the name, else at the object
		 */
		private Violation externalSubtype(String name, Matcher external) {
			List<String> members = new ArrayList<>();
			valueAt(this.path).forEachEntry((member, value) -> {
				if (value.isValueNode() && name.equals(value.asString())) {
					members.add(member);
				}
			});
			String member = (members.size() == 1) ? members.get(0) : external.group(2);
			List<String> names = Stream.of(external.group(1).split(", ")).sorted().toList();
			return JsonViolations.this.inputs.choice(this.in, concat(this.path, List.of(member)), names, this.location,
					this.locale);
		}

		private JsonNode valueAt(List<Object> path) {
			return this.document.apply(path.subList(this.part.size(), path.size()));
		}

		/**
		 * Describe the name of a subtype that Jackson did not find. It takes no notice of
		 * a name that is not a text.
		 * @param path the path of the name
		 * @return the violation
		 */
		private Violation withoutSubtype(List<Object> path) {
			JsonNode name = valueAt(path);
			return (!name.isMissingNode() && !name.isNull()) ? JsonViolations.this.inputs.mismatch(this.in, path,
					ExpectedType.of(String.class), String.class, null, this.location, this.locale)
					: create(path, "required", "required");
		}

	}

}
