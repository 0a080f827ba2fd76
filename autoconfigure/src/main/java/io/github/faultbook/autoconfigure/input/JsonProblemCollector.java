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
 * Collects all problems of a document that Jackson can go on after, by reading it with a
 * stand-in for each value that is wrong.
 */
final class JsonProblemCollector extends DeserializationProblemHandler {

	private static final int MAX_PROBLEMS = 1000;

	private final List<JacksonException> problems = new ArrayList<>();

	/**
	 * Where the problems are.
	 */
	private final List<List<Object>> paths = new ArrayList<>();

	private JsonProblemCollector() {
	}

	/**
	 * Collect the problems of a document.
	 * @param reader reads the document
	 * @param json the document
	 * @param first the problem that is known
	 * @return all problems in the order of the document, the first one included; only
	 * that if reading again gives something else
	 */
	static List<JacksonException> collect(ObjectReader reader, byte[] json, JacksonException first) {
		JsonProblemCollector collector = new JsonProblemCollector();
		try {
			reader.withHandler(collector).readValue(json);
		}
		catch (JacksonException ex) {
			collector.addLast(ex);
		}
		catch (RuntimeException ex) {
			// Of a class that does not take the stand-ins
		}
		List<JacksonException> problems = collector.problems;
		boolean same = !problems.isEmpty() && problems.get(0).getClass() == first.getClass()
				&& collector.paths.get(0).equals(path(first));
		return same ? problems : List.of(first);
	}

	/**
	 * Add the problem that has made an end to reading, unless stand-ins are to blame.
	 * @param problem the problem
	 */
	private void addLast(JacksonException problem) {
		List<Object> path = path(problem);
		boolean standIn = problem instanceof ValueInstantiationException
				|| (problem instanceof MismatchedInputException && coversKnownProblem(path));
		if (this.problems.isEmpty() || !standIn) {
			add(problem, path);
		}
	}

	private boolean coversKnownProblem(List<Object> path) {
		for (List<Object> known : this.paths) {
			if (startsWith(known, path)) {
				return true;
			}
		}
		return false;
	}

	private static boolean startsWith(List<Object> path, List<Object> beginning) {
		if (path.size() < beginning.size()) {
			return false;
		}
		// Neighbors differ at the end
		for (int i = beginning.size() - 1; i >= 0; i--) {
			if (!path.get(i).equals(beginning.get(i))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return where a problem is.
	 * @param problem the problem
	 * @return names and positions, outermost first
	 */
	static List<Object> path(JacksonException problem) {
		List<Object> path = new ArrayList<>();
		for (JacksonException.Reference reference : problem.getPath()) {
			if (reference.getPropertyName() != null) {
				path.add(reference.getPropertyName());
			}
			else if (reference.getIndex() >= 0) {
				path.add(reference.getIndex());
			}
		}
		return path;
	}

	private boolean add(JacksonException problem, TokenStreamContext place) {
		if (this.problems.size() >= MAX_PROBLEMS) {
			return false;
		}
		add(problem, path(locate(problem, place)));
		return true;
	}

	private void add(JacksonException problem, List<Object> path) {
		this.problems.add(problem);
		this.paths.add(path);
	}

	private static JacksonException locate(JacksonException problem, TokenStreamContext place) {
		for (TokenStreamContext context = place; context != null && !context.inRoot(); context = context.getParent()) {
			if (context.inArray()) {
				problem.prependPath(Object.class, context.getCurrentIndex());
			}
			else if (context.currentName() != null) {
				problem.prependPath(Object.class, context.currentName());
			}
		}
		return problem;
	}

	/**
	 * Return where the current value of a parser is.
	 * @param parser the parser, which may have entered the value already
	 * @return the place
	 */
	private static TokenStreamContext placeOf(JsonParser parser) {
		TokenStreamContext context = parser.streamReadContext();
		return (parser.currentToken() != null && parser.currentToken().isStructStart()) ? context.getParent() : context;
	}

	@Override
	public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
			@Nullable ValueDeserializer<?> deserializer, Object bean, String name) {
		TokenStreamContext place = placeOf(parser);
		if (!context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				|| !name.equals(place.currentName())) {
			return false;
		}
		// Its path has the name already
		JacksonException problem = UnrecognizedPropertyException.from(parser, bean, name,
				(deserializer != null) ? deserializer.getKnownPropertyNames() : null);
		if (!add(problem, place.getParent())) {
			return false;
		}
		parser.skipChildren();
		return true;
	}

	@Override
	public @Nullable Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value,
			String message) {
		JsonParser parser = context.getParser();
		// In a buffer, the value is elsewhere
		boolean here = parser.hasToken(JsonToken.VALUE_STRING) && value.equals(parser.getString().trim());
		return (here && add(context.weirdStringException(value, type, message), placeOf(parser))) ? standIn(type)
				: NOT_HANDLED;
	}

	@Override
	public @Nullable Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value,
			String message) {
		JsonParser parser = context.getParser();
		boolean here = parser.currentToken() != null && parser.currentToken().isNumeric();
		return (here && add(context.weirdNumberException(value, type, message), placeOf(parser))) ? standIn(type)
				: NOT_HANDLED;
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
		return (token != null && token.isScalarValue()) ? mismatch(type, token, parser, message) : NOT_HANDLED;
	}

	private @Nullable Object mismatch(Class<?> type, @Nullable JsonToken token, JsonParser parser,
			@Nullable String message) {
		// Jackson may have looked at what is in an array
		boolean value = token != null && (token.isScalarValue() || token.isStructStart())
				&& (token == parser.currentToken() || parser.hasToken(JsonToken.END_ARRAY));
		if (!value || !add(MismatchedInputException.from(parser, type, (message != null) ? message : ""),
				placeOf(parser))) {
			return NOT_HANDLED;
		}
		parser.skipChildren();
		return standIn(type);
	}

	@Override
	public @Nullable Object handleInstantiationProblem(DeserializationContext context, Class<?> type,
			@Nullable Object argument, Throwable cause) {
		if (type.isPrimitive() || this.problems.size() >= MAX_PROBLEMS
				|| CauseChain.anyMatch(cause, ApiFault.class::isInstance)
				|| (cause instanceof JacksonException && !(cause instanceof ValueInstantiationException))) {
			return NOT_HANDLED;
		}
		JacksonException problem = locate((cause instanceof ValueInstantiationException refused) ? refused
				: context.instantiationException(type, cause), placeOf(context.getParser()));
		List<Object> path = path(problem);
		if (!coversKnownProblem(path)) {
			add(problem, path);
		}
		return null;
	}

	private static @Nullable Object standIn(Class<?> type) {
		return type.isPrimitive() ? ClassUtil.defaultValue(type) : null;
	}

}
