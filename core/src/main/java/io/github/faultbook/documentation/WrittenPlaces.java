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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

	private @Nullable JsonNode write(ApiError error) {
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
		Deque<Object> path = new ArrayDeque<>();
		return (body != null && find(text, body, path)) ? List.copyOf(path) : null;
	}

	private static boolean find(String text, JsonNode node, Deque<Object> path) {
		if (node.isString()) {
			return node.stringValue().equals(text);
		}
		for (Map.Entry<String, JsonNode> member : node.properties()) {
			path.addLast(member.getKey());
			if (find(text, member.getValue(), path)) {
				return true;
			}
			path.removeLast();
		}
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			path.addLast(i);
			if (find(text, node.get(i), path)) {
				return true;
			}
			path.removeLast();
		}
		return false;
	}

}
