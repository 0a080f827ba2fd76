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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.faultbook.ApiFault;
import io.github.faultbook.pipeline.CauseChain;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.util.ClassUtil;

/**
 * Collects all problems of a JSON document from which Jackson can recover, by reading the
 * document with a placeholder for each invalid value. Problems beyond the limit are only
 * counted.
 */
final class JsonProblemCollector extends DeserializationProblemHandler {

	private static final int MAX_PROBLEMS = 1000;

	/**
	 * The number of problems that are counted beyond the limit. Jackson creates objects
	 * with placeholders for each of them.
	 */
	private static final int MAX_UNLISTED = 100;

	private final int limit;

	private final int most;

	private final List<JacksonException> problems = new ArrayList<>();

	private int count;

	/**
	 * The path of the latest problem. Objects are created right after their content was
	 * read, so no other problem can be inside this one.
	 */
	private List<Object> latest = List.of();

	private JsonProblemCollector(int limit) {
		this.limit = limit;
		this.most = Math.min(limit, MAX_PROBLEMS - MAX_UNLISTED) + MAX_UNLISTED;
	}

	/**
	 * Collect the problems of a document.
	 * @param reader the reader for the document
	 * @param json the document
	 * @param first the first problem, which is known
	 * @param limit the maximum number of problems to return, at least 1
	 * @return the first problems in the order of the document, and the number of all
	 * problems; only the known problem if the second reading does not reproduce it
	 */
	static Problems collect(ObjectReader reader, byte[] json, JacksonException first, int limit) {
		JsonProblemCollector collector = new JsonProblemCollector(Math.max(limit, 1));
		try {
			reader.withHandler(collector).readValue(json);
		}
		catch (JacksonException ex) {
			collector.addLast(ex);
		}
		catch (RuntimeException ex) {
			// Thrown when a class rejects the placeholder values
		}
		List<JacksonException> problems = collector.problems;
		boolean same = !problems.isEmpty() && problems.get(0).getClass() == first.getClass()
				&& JsonPlaces.path(problems.get(0)).equals(JsonPlaces.path(first));
		return same ? new Problems(problems, collector.count) : Problems.of(first);
	}

	/**
	 * Add the problem that ended the reading, unless placeholder values caused it.
	 * @param problem the problem
	 */
	private void addLast(JacksonException problem) {
		List<Object> path = JsonPlaces.path(problem);
		boolean standIn = problem instanceof ValueInstantiationException
				|| (problem instanceof MismatchedInputException && coversLatestProblem(path));
		if (this.count == 0 || !standIn) {
			add(path, () -> problem);
		}
	}

	private boolean coversLatestProblem(List<Object> path) {
		if (this.count == 0 || this.latest.size() < path.size()) {
			return false;
		}
		// Paths of neighboring values differ at the end
		for (int i = path.size() - 1; i >= 0; i--) {
			if (!this.latest.get(i).equals(path.get(i))) {
				return false;
			}
		}
		return true;
	}

	private boolean add(TokenStreamContext place, Supplier<JacksonException> problem) {
		return add(JsonPlaces.path(place), () -> JsonPlaces.locate(problem.get(), place));
	}

	private boolean add(List<Object> path, Supplier<JacksonException> problem) {
		if (this.count >= this.most) {
			return false;
		}
		if (this.count < this.limit) {
			this.problems.add(problem.get());
		}
		this.count++;
		this.latest = path;
		return true;
	}

	@Override
	public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
			@Nullable ValueDeserializer<?> deserializer, Object bean, String name) {
		TokenStreamContext place = JsonPlaces.placeOf(parser);
		if (!context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				|| !name.equals(place.currentName())) {
			return false;
		}
		// The exception itself adds the name to its path
		boolean added = add(JsonPlaces.path(place),
				() -> JsonPlaces.locate(
						UnrecognizedPropertyException.from(parser, bean, name,
								(deserializer != null) ? deserializer.getKnownPropertyNames() : null),
						place.getParent()));
		if (!added) {
			return false;
		}
		parser.skipChildren();
		return true;
	}

	@Override
	public @Nullable Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value,
			String message) {
		JsonParser parser = context.getParser();
		// The position of a buffered value differs from the parser's
		boolean here = parser.hasToken(JsonToken.VALUE_STRING) && value.equals(parser.getString().trim());
		return (here && add(JsonPlaces.placeOf(parser), () -> context.weirdStringException(value, type, message)))
				? standIn(type) : NOT_HANDLED;
	}

	@Override
	public @Nullable Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value,
			String message) {
		JsonParser parser = context.getParser();
		boolean here = parser.currentToken() != null && parser.currentToken().isNumeric();
		return (here && add(JsonPlaces.placeOf(parser), () -> context.weirdNumberException(value, type, message)))
				? standIn(type) : NOT_HANDLED;
	}

	@Override
	public @Nullable Object handleUnexpectedToken(DeserializationContext context, JavaType type,
			@Nullable JsonToken token, JsonParser parser, @Nullable String message) {
		return mismatch(type.getRawClass(), token, parser, message);
	}

	@Override
	public @Nullable Object handleMissingInstantiator(DeserializationContext context, Class<?> type,
			@Nullable ValueInstantiator instantiator, JsonParser parser, String message) {
		return (instantiator != null && instantiator.canInstantiate())
				? mismatch(type, parser.currentToken(), parser, message) : NOT_HANDLED;
	}

	@Override
	public @Nullable Object handleNullForPrimitives(DeserializationContext context, Class<?> type, JsonParser parser,
			ValueDeserializer<?> deserializer, String message) {
		JsonToken token = parser.currentToken();
		// For an element, the type is that of the array, which has no placeholder
		return (type.isPrimitive() && token != null && token.isScalarValue()) ? mismatch(type, token, parser, message)
				: NOT_HANDLED;
	}

	private @Nullable Object mismatch(Class<?> type, @Nullable JsonToken token, JsonParser parser,
			@Nullable String message) {
		// Jackson may have read the first element of an array
		boolean value = token != null && (token.isScalarValue() || token.isStructStart())
				&& (token == parser.currentToken() || parser.hasToken(JsonToken.END_ARRAY));
		if (!value || !add(JsonPlaces.placeOf(parser),
				() -> MismatchedInputException.from(parser, type, (message != null) ? message : ""))) {
			return NOT_HANDLED;
		}
		parser.skipChildren();
		return standIn(type);
	}

	@Override
	public @Nullable Object handleInstantiationProblem(DeserializationContext context, Class<?> type,
			@Nullable Object argument, Throwable cause) {
		if (type.isPrimitive() || this.count >= this.most || CauseChain.anyMatch(cause, ApiFault.class::isInstance)
				|| (cause instanceof JacksonException && !(cause instanceof ValueInstantiationException))) {
			return NOT_HANDLED;
		}
		TokenStreamContext place = JsonPlaces.placeOf(context.getParser());
		if (cause instanceof ValueInstantiationException refused) {
			List<Object> path = JsonPlaces.path(JsonPlaces.locate(refused, place));
			if (!coversLatestProblem(path)) {
				add(path, () -> refused);
			}
		}
		else if (!coversLatestProblem(JsonPlaces.path(place))) {
			add(place, () -> context.instantiationException(type, cause));
		}
		return null;
	}

	private static @Nullable Object standIn(Class<?> type) {
		return type.isPrimitive() ? ClassUtil.defaultValue(type) : null;
	}

	/**
	 * The problems of a document.
	 *
	 * @param listed the first ones, in the order of the document
	 * @param count the number of all problems
	 */
	record Problems(List<JacksonException> listed, int count) {

		static Problems of(JacksonException problem) {
			return new Problems(List.of(problem), 1);
		}

	}

}
