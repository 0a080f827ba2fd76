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
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of arrays.
 */
final class ListReader {

	private final BodyReader body;

	ListReader(BodyReader body) {
		this.body = body;
	}

	/**
	 * Read an array.
	 * @param elements the elements of the template
	 * @param json the array
	 * @return the reading, or {@code null} if the template writes more or fewer elements
	 */
	@Nullable Reading read(List<Node> elements, List<?> json) {
		int before = 0;
		while (before < elements.size() && isOneElement(elements.get(before))) {
			before++;
		}
		int after = 0;
		while (after < elements.size() - before && isOneElement(elements.get(elements.size() - 1 - after))) {
			after++;
		}
		int end = json.size() - after;
		if (end < before || (before + after == elements.size() && end > before)) {
			return null;
		}
		Reading reading = new Reading();
		for (int i = 0; i < before; i++) {
			reading.add(BodyReader.orMismatch(this.body.read(elements.get(i), json.get(i))));
		}
		for (int i = 0; i < after; i++) {
			reading.add(BodyReader
				.orMismatch(this.body.read(elements.get(elements.size() - 1 - i), json.get(json.size() - 1 - i))));
		}
		return reading.add(readVarying(elements.subList(before, elements.size() - after), json.subList(before, end)));
	}

	/**
	 * Return whether a part of an array is exactly one element.
	 * @param element the part
	 * @return whether it is never left out and never repeated
	 */
	static boolean isOneElement(Node element) {
		return element.always() && !(element instanceof RepeatNode) && !(element instanceof SpliceNode)
				&& !(element instanceof NestedElements);
	}

	// The number of these elements varies, and their order does not tell which part wrote
	// them
	private Reading readVarying(List<Node> elements, List<?> json) {
		Reading reading = new Reading();
		if (elements.stream().flatMap(ListReader::parts).anyMatch(SpliceNode.class::isInstance)) {
			return reading;
		}
		if (elements.size() == 1 && elements.get(0) instanceof RepeatNode repeat
				&& repeat.items() == RepeatedItems.SEGMENT) {
			return readSegments(repeat, json);
		}
		for (Object element : json) {
			Reading agreed = Reading.agreed(
					elements.stream().flatMap((part) -> readElement(part, element)).filter(Objects::nonNull).toList());
			reading.append(BodyReader.orMismatch(agreed));
		}
		if (elements.stream().filter(WrittenPlaceholders::hasViolations).count() > 1) {
			// The same violations are listed twice
			reading.violations.clear();
		}
		return reading;
	}

	private static Stream<Node> parts(Node element) {
		return (element instanceof RepeatNode repeat)
				? Stream.of(repeat.body(), repeat.otherwise()).filter(Objects::nonNull) : Stream.of(element);
	}

	private Stream<@Nullable Reading> readElement(Node part, @Nullable Object json) {
		if (part instanceof NestedElements nested) {
			return Stream.of(this.body.nests().element(nested, json, List.of()));
		}
		if (!(part instanceof RepeatNode repeat)) {
			return Stream.of(this.body.read(part, json));
		}
		Reading item = this.body.read(repeat.body(), json);
		if (item != null) {
			end(repeat.items(), item);
		}
		Node otherwise = repeat.otherwise();
		return Stream.of(item, (otherwise != null) ? this.body.read(otherwise, json) : null);
	}

	/**
	 * End an item of a repetition.
	 * @param items the kind of the items
	 * @param item what is read about the item
	 * @return the same reading
	 */
	static Reading end(RepeatedItems items, Reading item) {
		if (items.key() != null) {
			return item.endGroup(items.key().placeholder().name());
		}
		return (items == RepeatedItems.FACT) ? item.endFact() : item.endViolation();
	}

	private Reading readSegments(RepeatNode repeat, List<?> json) {
		List<Object> path = new ArrayList<>();
		for (Object element : json) {
			Reading segment = this.body.read(repeat.body(), element);
			Object value = (segment != null) ? segment.values.get("segment") : null;
			if (value == null) {
				return new Reading();
			}
			path.add(value);
		}
		return (repeat.otherwise() == null) ? Reading.of("violation.path", path) : new Reading();
	}

}
