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
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A value of a JSON document together with its position, so that messages can point to a
 * mistake in a template.
 */
sealed interface JsonSource {

	/**
	 * The factory of parsers. It tolerates duplicate members because they are reported
	 * here, with both positions.
	 */
	JsonFactory FACTORY = new JsonFactory();

	/**
	 * Return the position of the value.
	 * @return line and column, from 1
	 */
	Position position();

	/**
	 * Return the kind of the value.
	 * @return the kind, for messages
	 */
	String kind();

	/**
	 * Parse a document.
	 * @param json the document
	 * @param problems the collector of syntax errors
	 * @return the root of the document, or {@code null} if it is empty or not well formed
	 */
	static @Nullable JsonSource parse(String json, TemplateProblems problems) {
		// Some editors write a byte order mark
		String document = json.startsWith("\ufeff") ? json.substring(1) : json;
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
			if (parser.nextToken() == null) {
				problems.add(new Position(1, 1), "the template is empty.", "Write an object with a member \"body\".");
				return null;
			}
			JsonSource root = parseValue(parser, problems);
			if (parser.nextToken() != null) {
				problems.add(Position.of(parser.currentTokenLocation()), "there is more behind the template.",
						"Remove it, or check the braces before it.");
			}
			return root;
		}
		catch (JacksonException ex) {
			String message = ex.getOriginalMessage()
				.replaceAll(" \\((start marker|not recognized).*| \\(code \\d+\\)", "")
				.replaceAll("[.?]$", "");
			problems.add(Position.of(ex.getLocation()), "this is not well-formed JSON: %s.".formatted(message),
					"Correct the JSON of the template.");
			return null;
		}
	}

	private static JsonSource parseValue(JsonParser parser, TemplateProblems problems) {
		Position position = Position.of(parser.currentTokenLocation());
		return switch (parser.currentToken()) {
			case START_OBJECT -> struct(parser, position, problems);
			case START_ARRAY -> {
				List<JsonSource> elements = new ArrayList<>();
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					elements.add(parseValue(parser, problems));
				}
				yield new Sequence(position, elements);
			}
			case VALUE_STRING -> new Scalar(position, parser.getString());
			case VALUE_NULL -> new Scalar(position, null);
			case VALUE_TRUE, VALUE_FALSE -> new Scalar(position, parser.getBooleanValue());
			default -> new Scalar(position, number(parser, position, problems));
		};
	}

	private static @Nullable Number number(JsonParser parser, Position position, TemplateProblems problems) {
		try {
			// Keep the digits as written: 1.10 must not become 1.1
			return (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) ? parser.getDecimalValue()
					: parser.getNumberValue();
		}
		catch (NumberFormatException ex) {
			// Jackson throws this exception as it is for an exponent that no number can
			// have
			problems.add(position, "this number is too large.", "Write a smaller number, or a string.");
			return null;
		}
	}

	private static Struct struct(JsonParser parser, Position position, TemplateProblems problems) {
		Map<String, Member> members = new LinkedHashMap<>();
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			Position at = Position.of(parser.currentTokenLocation());
			String name = parser.currentName();
			parser.nextToken();
			Member first = members.putIfAbsent(name, new Member(at, name, parseValue(parser, problems)));
			if (first != null) {
				problems.add(at, "\"%s\" stands in this object already, in %s.".formatted(name, first.position()),
						"Remove one of the two.");
			}
		}
		return new Struct(position, List.copyOf(members.values()));
	}

	/**
	 * A position in the document.
	 *
	 * @param line the line, from 1
	 * @param column the column, from 1
	 */
	record Position(int line, int column) implements Comparable<Position> {

		static Position of(@Nullable TokenStreamLocation location) {
			return (location != null) ? new Position(location.getLineNr(), location.getColumnNr()) : new Position(1, 1);
		}

		@Override
		public int compareTo(Position other) {
			return (this.line != other.line) ? Integer.compare(this.line, other.line)
					: Integer.compare(this.column, other.column);
		}

		@Override
		public String toString() {
			return "line " + this.line + ", column " + this.column;
		}

	}

	/**
	 * An object.
	 *
	 * @param position the position of its start
	 * @param members the members in order
	 */
	record Struct(Position position, List<Member> members) implements JsonSource {

		@Override
		public String kind() {
			return "an object";
		}

	}

	/**
	 * A member of an object.
	 *
	 * @param position the position of its name
	 * @param name the name
	 * @param value the value
	 */
	record Member(Position position, String name, JsonSource value) {

	}

	/**
	 * An array.
	 *
	 * @param position the position of its start
	 * @param elements the elements in order
	 */
	record Sequence(Position position, List<JsonSource> elements) implements JsonSource {

		@Override
		public String kind() {
			return "an array";
		}

	}

	/**
	 * A string, number, boolean or null.
	 *
	 * @param position its position
	 * @param value the value
	 */
	record Scalar(Position position, @Nullable Object value) implements JsonSource {

		@Override
		public String kind() {
			return (this.value instanceof String) ? "a text" : (this.value instanceof Number) ? "a number"
					: (this.value instanceof Boolean) ? "a boolean" : "null";
		}

	}

}
