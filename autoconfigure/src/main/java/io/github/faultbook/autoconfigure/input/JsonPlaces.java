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
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/**
 * Determines where in a JSON document a parser is, and where a problem is.
 */
final class JsonPlaces {

	private JsonPlaces() {
	}

	/**
	 * Return the path of a problem.
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

	/**
	 * Return the path of a parser.
	 * @param place the innermost object or array
	 * @return names and positions, outermost first
	 */
	static List<Object> path(@Nullable TokenStreamContext place) {
		List<Object> path = new ArrayList<>();
		for (TokenStreamContext context = place; context != null && !context.inRoot(); context = context.getParent()) {
			if (context.inArray()) {
				path.add(context.getCurrentIndex());
			}
			else if (context.currentName() != null) {
				path.add(context.currentName());
			}
		}
		Collections.reverse(path);
		return path;
	}

	/**
	 * Return the context of the current value of a parser.
	 * @param parser the parser, which may have entered the value already
	 * @return the context
	 */
	static TokenStreamContext placeOf(JsonParser parser) {
		TokenStreamContext context = parser.streamReadContext();
		return (parser.currentToken() != null && parser.currentToken().isStructStart()) ? context.getParent() : context;
	}

	/**
	 * Add a place to the path of a problem.
	 * @param problem the problem
	 * @param place the innermost object or array
	 * @return the problem
	 */
	static JacksonException locate(JacksonException problem, TokenStreamContext place) {
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

}
