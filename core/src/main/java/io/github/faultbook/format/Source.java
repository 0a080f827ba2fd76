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
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON document that knows where each of its values stands, so that a mistake in a
 * template can be pointed at.
 */
sealed interface Source {

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
	 * @return its root
	 * @throws SyntaxException if it is not well formed
	 */
	static Source parse(String json) {
		JsonFactory factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
		try (JsonParser parser = factory.createParser(tools.jackson.core.ObjectReadContext.empty(), json)) {
			if (parser.nextToken() == null) {
				throw new SyntaxException(new Place(1, 1), "the document is empty");
			}
			Source root = read(parser);
			if (parser.nextToken() != null) {
				throw new SyntaxException(Place.of(parser.currentTokenLocation()), "there is more after the document");
			}
			return root;
		}
		catch (StreamReadException ex) {
			String problem = ex.getOriginalMessage().startsWith("Duplicate")
					? "two members of one object have the same name" : "this is not well-formed JSON";
			throw new SyntaxException(Place.of(ex.getLocation()), problem);
		}
		catch (JacksonException ex) {
			throw new SyntaxException(Place.of(ex.getLocation()), "this is not well-formed JSON");
		}
	}

	private static Source read(JsonParser parser) {
		Place place = Place.of(parser.currentTokenLocation());
		return switch (parser.currentToken()) {
			case START_OBJECT -> {
				List<Member> members = new ArrayList<>();
				while (parser.nextToken() != JsonToken.END_OBJECT) {
					Place at = Place.of(parser.currentTokenLocation());
					String name = parser.currentName();
					parser.nextToken();
					members.add(new Member(at, name, read(parser)));
				}
				yield new Struct(place, members);
			}
			case START_ARRAY -> {
				List<Source> elements = new ArrayList<>();
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					elements.add(read(parser));
				}
				yield new Sequence(place, elements);
			}
			case VALUE_STRING -> new Scalar(place, parser.getString());
			case VALUE_NULL -> new Scalar(place, null);
			case VALUE_TRUE, VALUE_FALSE -> new Scalar(place, parser.getBooleanValue());
			default -> new Scalar(place, parser.getNumberValue());
		};
	}

	/**
	 * A position in the document.
	 *
	 * @param line the line, from 1
	 * @param column the column, from 1
	 */
	record Place(int line, int column) {

		static Place of(@Nullable TokenStreamLocation location) {
			return (location != null) ? new Place(location.getLineNr(), location.getColumnNr()) : new Place(1, 1);
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

	/**
	 * Thrown when the document is not well formed.
	 */
	final class SyntaxException extends RuntimeException {

		private final transient Place place;

		SyntaxException(Place place, String problem) {
			super(problem);
			this.place = place;
		}

		Place place() {
			return this.place;
		}

	}

}
