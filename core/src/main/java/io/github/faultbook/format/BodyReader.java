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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads one body by the parts of a template. Where a template has several ways to write a
 * value, only what they agree on is read. Each instance is used by one thread.
 */
final class BodyReader {

	/**
	 * The maximum number of values that are compared with parts of the template.
	 */
	private static final int STEPS = 200_000;

	private static final String OTHERS = "*";

	private final Map<String, String> codes;

	private final ListReader lists = new ListReader(this);

	private final ObjectReader objects = new ObjectReader(this);

	private final MergedReader merged = new MergedReader(this);

	private final NestReader nests = new NestReader(this);

	private int steps = STEPS;

	/**
	 * Create a reader.
	 * @param codes the codes of the format by the codes of the catalog
	 */
	BodyReader(Map<String, String> codes) {
		this.codes = codes;
	}

	ObjectReader objects() {
		return this.objects;
	}

	MergedReader merged() {
		return this.merged;
	}

	NestReader nests() {
		return this.nests;
	}

	/**
	 * Return whether the body took too many steps, so that it has not been read to its
	 * end.
	 * @return whether the readings are incomplete
	 */
	boolean exhausted() {
		return this.steps <= 0;
	}

	/**
	 * Read a value.
	 * @param node the part of the template
	 * @param json the value in the body, as plain Java
	 * @return the reading, or {@code null} if the part never writes such a value
	 */
	@Nullable Reading read(Node node, @Nullable Object json) {
		if (this.steps-- <= 0) {
			return null;
		}
		if (node instanceof Value value) {
			return new SpelledValue(value, this.codes).read(json);
		}
		if (node instanceof Literal literal) {
			return isSame(literal.value(), json) ? new Reading() : null;
		}
		if (node instanceof TextNode || node instanceof JoinNode) {
			return (json instanceof String text) ? readText(node, text) : null;
		}
		if (node instanceof ConditionalNode conditional) {
			return read(conditional.then(), json);
		}
		if (node instanceof EitherNode either) {
			return Reading.agreed(Stream.of(either.first(), either.otherwise())
				.map((choice) -> read(choice, json))
				.filter(Objects::nonNull)
				.toList());
		}
		if (node instanceof LookupNode lookup) {
			return readLookup(lookup, json);
		}
		if (node instanceof ObjectNode object) {
			return (json instanceof Map<?, ?> map) ? this.objects.read(object.members(), map) : null;
		}
		if (node instanceof ListNode list) {
			return (json instanceof List<?> values) ? this.lists.read(list.elements(), values) : null;
		}
		return new Reading();
	}

	/**
	 * Read a text or the name of a member.
	 * @param node the part of the template
	 * @param text the text
	 * @return the reading, or {@code null} if the part never writes such a text
	 */
	@Nullable Reading readText(Node node, String text) {
		if (node instanceof JoinNode join) {
			TextReader reader = TextReader.of(join, this.codes);
			Reading reading = (reader != null) ? reader.read(text) : new Reading();
			if (reading != null && join.elements().stream().anyMatch(BodyReader::isMessage)) {
				reading.values.put(TextReader.MESSAGE_AND_MORE, text);
			}
			return reading;
		}
		return new TextReader((node instanceof TextNode parts) ? parts.parts() : List.of(node), this.codes).read(text);
	}

	private static boolean isMessage(Node node) {
		return node instanceof Value value && value.placeholder().name().equals("message");
	}

	private @Nullable Reading readLookup(LookupNode lookup, @Nullable Object json) {
		List<Reading> possible = new ArrayList<>();
		lookup.table().forEach((key, node) -> {
			Reading reading = read(node, json);
			if (reading != null) {
				boolean known = lookup.key().style() == Style.NATIVE && !key.equals(OTHERS) && !key.endsWith("xx");
				Reading implied = known ? new SpelledValue(lookup.key(), Map.of())
					.read(lookup.key().isStatus() ? (Object) Integer.valueOf(key) : key) : null;
				possible.add((implied != null) ? implied.add(reading) : reading);
			}
		});
		return Reading.agreed(possible);
	}

	static Reading orMismatch(@Nullable Reading reading) {
		if (reading != null) {
			return reading;
		}
		Reading mismatch = new Reading();
		mismatch.mismatches = 1;
		return mismatch;
	}

	private static boolean isSame(@Nullable Object literal, @Nullable Object json) {
		if (literal instanceof Number first && json instanceof Number second) {
			return new BigDecimal(first.toString()).compareTo(new BigDecimal(second.toString())) == 0;
		}
		return Objects.equals(literal, json);
	}

	/**
	 * Return a copy of a map whose names are texts.
	 * @param json the map
	 * @return the copy, in the same order
	 */
	static Map<String, Object> copy(Map<?, ?> json) {
		Map<String, Object> copy = new LinkedHashMap<>();
		json.forEach((name, value) -> copy.put(String.valueOf(name), value));
		return copy;
	}

}
