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

package io.github.faultbook.documentation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Finds the places of values in the bodies of a format, by writing values that occur
 * nowhere else. A place consists of the names of members and the positions in arrays that
 * lead to the value. Values that a format changes have no place.
 */
final class WrittenPlaces {

	private static final String MARK = "\u0001";

	private final WireFormat format;

	WrittenPlaces(WireFormat format) {
		this.format = format;
	}

	/**
	 * Find the message.
	 * @return its place, or {@code null} if it has none
	 */
	@Nullable List<Object> message() {
		return find(MARK, write(ApiError.builder(CommonError.CONFLICT).message(MARK).build()));
	}

	/**
	 * Find the reference of the request.
	 * @return its place, or {@code null} if it has none
	 */
	@Nullable List<Object> reference() {
		return find(ErrorExample.request().reference(), write(ApiError.of(CommonError.CONFLICT)));
	}

	/**
	 * Find the facts of an error.
	 * @param error the error
	 * @return the places of the facts by their names; facts without a place are left out
	 */
	Map<String, List<Object>> facts(ApiError error) {
		ApiError.Builder marked = error.toBuilder();
		error.facts().keySet().forEach((name) -> marked.fact(name, MARK + name));
		JsonNode body = write(marked.build());
		Map<String, List<Object>> places = new LinkedHashMap<>();
		error.facts().keySet().forEach((name) -> {
			List<Object> place = find(MARK + name, body);
			if (place != null) {
				places.put(name, place);
			}
		});
		return places;
	}

	/**
	 * Write an error.
	 * @param error the error
	 * @return the body, or {@code null} if it is not JSON
	 */
	@Nullable JsonNode write(ApiError error) {
		try {
			return PrettyJson
				.parse(new String(this.format.write(error, ErrorExample.request()), StandardCharsets.UTF_8));
		}
		catch (RuntimeException ex) {
			// A format that is written in Java may insist on the type of a fact
			return null;
		}
	}

	private static @Nullable List<Object> find(String text, @Nullable JsonNode body) {
		List<List<Object>> places = findAll(text, body);
		return places.isEmpty() ? null : places.get(0);
	}

	/**
	 * Find a text.
	 * @param text the text
	 * @param body the body to search, or {@code null} to find nothing
	 * @return the places of all values that are this text
	 */
	static List<List<Object>> findAll(String text, @Nullable JsonNode body) {
		List<List<Object>> places = new ArrayList<>();
		if (body != null) {
			visit(body, (place, node) -> {
				if (node.isString() && node.stringValue().equals(text)) {
					places.add(place);
				}
			});
		}
		return places;
	}

	/**
	 * Visit all values in a body.
	 * @param body the body
	 * @param visitor accepts the place and the value
	 */
	static void visit(JsonNode body, BiConsumer<List<Object>, JsonNode> visitor) {
		visit(body, List.of(), visitor);
	}

	private static void visit(JsonNode node, List<Object> place, BiConsumer<List<Object>, JsonNode> visitor) {
		visitor.accept(place, node);
		node.properties().forEach((member) -> visit(member.getValue(), below(place, member.getKey()), visitor));
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			visit(node.get(i), below(place, i), visitor);
		}
	}

	private static List<Object> below(List<Object> place, Object segment) {
		List<Object> longer = new ArrayList<>(place);
		longer.add(segment);
		return List.copyOf(longer);
	}

	/**
	 * Return the value at a place.
	 * @param body the body, or {@code null} if there is none
	 * @param place a place
	 * @return the value, which is a missing node if there is none
	 */
	static JsonNode at(@Nullable JsonNode body, List<Object> place) {
		JsonNode found = (body != null) ? body : MissingNode.getInstance();
		for (Object segment : place) {
			found = (segment instanceof Integer index) ? found.path(index) : found.path(segment.toString());
		}
		return found;
	}

}
