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

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.faultbook.Retry;
import io.github.faultbook.Violation.In;
import org.jspecify.annotations.Nullable;

/**
 * Makes an error of the values that were read from a body.
 */
final class ReadError {

	/**
	 * The codes of Faultbook whose details are violations in formats that write facts and
	 * violations alike.
	 */
	private static final Set<String> INVALID_INPUT = Set.of("validation_error", "invalid_request");

	private static final List<String> ESSENTIAL = List.of("status", "code", "title", "message",
			TextReader.MESSAGE_AND_MORE);

	private ReadError() {
	}

	/**
	 * Return the error.
	 * @param reading the values by the names of their placeholders
	 * @return the error, or {@code null} if nothing essential has been read
	 */
	static @Nullable ReceivedError of(Reading reading) {
		Map<String, Object> values = reading.values;
		if (ESSENTIAL.stream().allMatch((name) -> value(values, name) == null)) {
			return null;
		}
		boolean invalidInput = INVALID_INPUT.contains(String.valueOf(values.get("code")));
		Reading details = new Reading();
		reading.details.forEach((detail) -> details.append(invalidInput ? detail.violation() : detail.fact()));
		reading.add(details);
		String message = text(values, "message");
		return new ReceivedError((Integer) values.get("status"), text(values, "code"), text(values, "title"),
				(message != null) ? message : text(values, TextReader.MESSAGE_AND_MORE), text(values, "type"),
				text(values, "reference"), word(values.get("retry"), Retry.values()), delay(values.get("retry-after")),
				facts(reading), violations(reading),
				(values.get("violations.omitted") instanceof Integer omitted) ? omitted : 0);
	}

	/**
	 * Return the violations. What stands outside of a list about the first violation is a
	 * violation only if nothing is listed, as it cannot be told which one of the list it
	 * belongs to.
	 * @param reading the values by the names of their placeholders
	 * @return the violations, in the order of the body
	 */
	static List<ReceivedViolation> violations(Reading reading) {
		Map<String, Object> first = new Reading().append(reading).take("first.");
		boolean alone = reading.violations.isEmpty() && !first.isEmpty();
		return (alone ? List.of(first) : reading.violations).stream().map(ReadError::violation).toList();
	}

	private static Map<String, Object> facts(Reading reading) {
		return members(reading.values, "facts", "fact.", reading.facts);
	}

	private static Map<String, Object> members(Map<String, Object> values, String all, String prefix,
			Map<String, Object> others) {
		Map<String, Object> members = new LinkedHashMap<>();
		if (values.get(all) instanceof Map<?, ?> map) {
			map.forEach((name, value) -> members.put(name.toString(), value));
		}
		members.putAll(others);
		values.forEach((name, value) -> {
			if (name.startsWith(prefix)) {
				members.putIfAbsent(name.substring(prefix.length()), value);
			}
		});
		members.values().removeIf(Objects::isNull);
		return members;
	}

	@SuppressWarnings("unchecked")
	private static ReceivedViolation violation(Map<String, Object> values) {
		return new ReceivedViolation((List<Object>) values.get("violation.path"),
				word(values.get("violation.in"), In.values()), text(values, "violation.code"),
				text(values, "violation.message"),
				members(values, "violation.attributes", "violation.attribute.", Map.of()));
	}

	private static @Nullable String text(Map<String, Object> values, String name) {
		return (value(values, name) instanceof String text) ? text : null;
	}

	// A template can also write the text of the error itself, or the one in a language
	private static @Nullable Object value(Map<String, Object> values, String name) {
		Object value = values.get(name);
		return (value != null) ? value
				: values.entrySet()
					.stream()
					.filter((other) -> other.getKey().startsWith(name + ".") && !other.getKey().endsWith(".template"))
					.map(Map.Entry::getValue)
					.findFirst()
					.orElse(null);
	}

	private static <E extends Enum<E>> @Nullable E word(@Nullable Object word, E[] constants) {
		for (E constant : constants) {
			if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
				return constant;
			}
		}
		return null;
	}

	private static @Nullable Duration delay(@Nullable Object seconds) {
		return (seconds instanceof Number number) ? Duration.ofSeconds(Math.max(number.longValue(), 0)) : null;
	}

}
