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
 * A JSON document that knows where each of its values stands, so that a mistake in a
 * template can be pointed at.
 */
sealed interface Source {

	/**
	 * Reads documents. Members with the same name are reported by us, with both places.
	 */
	JsonFactory FACTORY = new JsonFactory();

	/**
	 * Return the place of the value.
	 * @return line and column, from 1
	 */
	Place place();

	/**
	 * Return what kind of value this is.
	 * @return the kind, for messages
	 */
	String kind();

	/**
	 * Parse a document.
	 * @param json the document
	 * @param problems where to report what is not well formed
	 * @return its root, or {@code null} if there is none
	 */
	static @Nullable Source parse(String json, Problems problems) {
		// Some editors put a byte order mark in front
		String document = json.startsWith("\ufeff") ? json.substring(1) : json;
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
			if (parser.nextToken() == null) {
				problems.add(new Place(1, 1), "the template is empty.", "Write an object with a member \"body\".");
				return null;
			}
			Source root = read(parser, problems);
			if (parser.nextToken() != null) {
				problems.add(Place.of(parser.currentTokenLocation()), "there is more behind the template.",
						"Remove it, or check the braces before it.");
			}
			return root;
		}
		catch (JacksonException ex) {
			String message = ex.getOriginalMessage()
				.replaceAll(" \\((start marker|not recognized).*| \\(code \\d+\\)", "")
				.replaceAll("[.?]$", "");
			problems.add(Place.of(ex.getLocation()), "this is not well-formed JSON: %s.".formatted(message),
					"Correct the JSON of the template.");
			return null;
		}
	}

	private static Source read(JsonParser parser, Problems problems) {
		Place place = Place.of(parser.currentTokenLocation());
		return switch (parser.currentToken()) {
			case START_OBJECT -> struct(parser, place, problems);
			case START_ARRAY -> {
				List<Source> elements = new ArrayList<>();
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					elements.add(read(parser, problems));
				}
				yield new Sequence(place, elements);
			}
			case VALUE_STRING -> new Scalar(place, parser.getString());
			case VALUE_NULL -> new Scalar(place, null);
			case VALUE_TRUE, VALUE_FALSE -> new Scalar(place, parser.getBooleanValue());
			// The digits stay as they are, 1.10 does not turn into 1.1
			case VALUE_NUMBER_FLOAT -> new Scalar(place, parser.getDecimalValue());
			default -> new Scalar(place, parser.getNumberValue());
		};
	}

	private static Struct struct(JsonParser parser, Place place, Problems problems) {
		Map<String, Member> members = new LinkedHashMap<>();
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			Place at = Place.of(parser.currentTokenLocation());
			String name = parser.currentName();
			parser.nextToken();
			Member first = members.putIfAbsent(name, new Member(at, name, read(parser, problems)));
			if (first != null) {
				problems.add(at, "\"%s\" stands in this object already, in %s.".formatted(name, first.place()),
						"Remove one of the two.");
			}
		}
		return new Struct(place, List.copyOf(members.values()));
	}

	/**
	 * A position in the document.
	 *
	 * @param line the line, from 1
	 * @param column the column, from 1
	 */
	record Place(int line, int column) implements Comparable<Place> {

		static Place of(@Nullable TokenStreamLocation location) {
			return (location != null) ? new Place(location.getLineNr(), location.getColumnNr()) : new Place(1, 1);
		}

		@Override
		public int compareTo(Place other) {
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
	 * @param place where it starts
	 * @param members the members in order
	 */
	record Struct(Place place, List<Member> members) implements Source {

		@Override
		public String kind() {
			return "an object";
		}

	}

	/**
	 * A member of an object.
	 *
	 * @param place where its name stands
	 * @param name the name
	 * @param value the value
	 */
	record Member(Place place, String name, Source value) {

	}

	/**
	 * An array.
	 *
	 * @param place where it starts
	 * @param elements the elements in order
	 */
	record Sequence(Place place, List<Source> elements) implements Source {

		@Override
		public String kind() {
			return "an array";
		}

	}

	/**
	 * A string, number, boolean or null.
	 *
	 * @param place where it stands
	 * @param value the value
	 */
	record Scalar(Place place, @Nullable Object value) implements Source {

		@Override
		public String kind() {
			return (this.value instanceof String) ? "a text" : (this.value instanceof Number) ? "a number"
					: (this.value instanceof Boolean) ? "a boolean" : "null";
		}

	}

}
