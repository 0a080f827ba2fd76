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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the places of violations in the bodies of a format, by writing two violations
 * that differ in everything. A format has such places if it writes violations as elements
 * of an array, or as members that have the path as their name. Violations that it writes
 * in another way, such as within a text, have no place.
 */
final class WrittenViolations {

	private static final Violation FIRST = new Violation(List.of("firstlist", 7, "firstname"), In.BODY,
			"first_violation", "First violation.", Map.of());

	private static final Violation SECOND = new Violation(List.of("secondname"), In.BODY, "second_violation",
			"Second violation.", Map.of());

	private static final String FACT = "neitherviolation";

	private WrittenViolations() {
	}

	/**
	 * Find the places of a format.
	 * @param format the format
	 * @return the places as an object for the decoder in TypeScript, or {@code null} if
	 * there are none
	 */
	static @Nullable Map<String, Object> places(WireFormat format) {
		ApiError error = ErrorExample.of(CommonError.VALIDATION_ERROR, format)
			.toBuilder()
			.violations(List.of(FIRST, SECOND))
			.fact(FACT, FACT)
			.build();
		WrittenPlaces writer = new WrittenPlaces(format);
		JsonNode body = writer.write(error);
		Repetition messages = Repetition.find(body, FIRST.message(), SECOND.message());
		Repetition codes = Repetition.find(body, FIRST.code(), SECOND.code());
		Repetition all = (messages != null) ? messages : codes;
		if (body == null || all == null) {
			return null;
		}
		Map<String, Object> places = places(body, all, messages, codes);
		JsonNode other = WrittenPlaces.at(writer.write(ApiError.of(CommonError.CONFLICT)), all.at());
		places.put("shared", WrittenPlaces.at(body, all.at()).has(FACT) || !other.isEmpty());
		return places;
	}

	private static Map<String, Object> places(JsonNode body, Repetition all, @Nullable Repetition messages,
			@Nullable Repetition codes) {
		Map<String, Object> places = new LinkedHashMap<>();
		places.put("at", all.at());
		boolean keyed = all.first() instanceof String;
		places.put("keyed", keyed);
		int rows = all.rest().indexOf(0);
		if (rows >= 0) {
			places.put("rows", all.rest().subList(0, rows));
		}
		List<Object> row = all.rest().subList(0, rows + 1);
		put(places, "message", messages, all, row);
		put(places, "code", codes, all, row);
		WrittenPath path = keyed ? WrittenPath.ofName((String) all.first(), all.second().toString())
				: WrittenPath.find(WrittenPlaces.at(body, all.at()).get((Integer) all.first()), row);
		if (path != null) {
			places.put("path", path.place());
			places.put("prefix", path.prefix());
			places.put("separator", path.separator());
		}
		return places;
	}

	// A value outside of the repetition of the others cannot be told to belong to one of
	// them
	private static void put(Map<String, Object> places, String name, @Nullable Repetition values, Repetition all,
			List<Object> row) {
		if (values != null && values.at().equals(all.at()) && values.rest().size() >= row.size()
				&& values.rest().subList(0, row.size()).equals(row)) {
			places.put(name, values.rest().subList(row.size(), values.rest().size()));
		}
	}

	/**
	 * The places of the same value of both violations.
	 *
	 * @param at the place of the array or object that has all violations
	 * @param first the position or the name of the first violation in it
	 * @param second the position or the name of the second violation in it
	 * @param rest the place of the value within the violation
	 */
	private record Repetition(List<Object> at, Object first, Object second, List<Object> rest) {

		static @Nullable Repetition find(@Nullable JsonNode body, String first, String second) {
			List<List<Object>> seconds = WrittenPlaces.findAll(second, body);
			for (List<Object> place : WrittenPlaces.findAll(first, body)) {
				for (List<Object> other : seconds) {
					Repetition repetition = of(place, other);
					if (repetition != null) {
						return repetition;
					}
				}
			}
			return null;
		}

		private static @Nullable Repetition of(List<Object> first, List<Object> second) {
			int index = 0;
			while (index < first.size() && index < second.size() && first.get(index).equals(second.get(index))) {
				index++;
			}
			if (first.size() != second.size() || index == first.size()
					|| first.get(index).getClass() != second.get(index).getClass()) {
				return null;
			}
			List<Object> rest = first.subList(index + 1, first.size());
			return rest.equals(second.subList(index + 1, second.size()))
					? new Repetition(first.subList(0, index), first.get(index), second.get(index), rest) : null;
		}

	}

	/**
	 * How a format writes a path.
	 *
	 * @param place where it is within the violation; empty if it is the name of a member
	 * @param prefix the text before the path, or the number of segments before it
	 * @param separator the text between two segments; a bracket if positions are written
	 * in brackets, and empty if the path is an array
	 */
	private record WrittenPath(List<Object> place, Object prefix, String separator) {

		private static final Map<String, String> SPELLINGS = Map.of("firstlist[7].firstname", "[",
				"firstlist.7.firstname", ".", "firstlist/7/firstname", "/");

		static @Nullable WrittenPath ofName(String first, String second) {
			WrittenPath path = of(List.of(), first);
			return (path != null && second.equals(path.prefix() + "secondname")) ? path : null;
		}

		// Within one of several rows, it would be the path of that row only
		static @Nullable WrittenPath find(JsonNode violation, List<Object> row) {
			List<WrittenPath> found = new ArrayList<>();
			WrittenPlaces.visit(violation, (place, node) -> {
				WrittenPath path = node.isString() ? of(place, node.stringValue())
						: node.isArray() ? of(place, node) : null;
				if (path != null && (row.isEmpty() || !place.contains(0))) {
					found.add(path);
				}
			});
			return found.isEmpty() ? null : found.get(0);
		}

		private static @Nullable WrittenPath of(List<Object> place, String text) {
			return SPELLINGS.entrySet()
				.stream()
				.filter((spelling) -> text.endsWith(spelling.getKey()))
				.map((spelling) -> new WrittenPath(place, text.substring(0, text.length() - spelling.getKey().length()),
						spelling.getValue()))
				.findFirst()
				.orElse(null);
		}

		private static @Nullable WrittenPath of(List<Object> place, JsonNode segments) {
			int before = segments.size() - 3;
			return (before >= 0 && segments.get(before).asString("").equals("firstlist")
					&& segments.get(before + 1).asString("").equals("7")
					&& segments.get(before + 2).asString("").equals("firstname")) ? new WrittenPath(place, before, "")
							: null;
		}

	}

}
