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

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Retry;
import io.github.faultbook.Violation;

/**
 * Finds out what a template writes but cannot be read back, by writing example errors and
 * reading them.
 */
final class Ambiguities {

	/**
	 * The placeholders whose values an error is made of.
	 */
	private static final Pattern READ = Pattern
		.compile("status|code|(title|message)(\\.(?!template).+)?|type(\\.own)?|reference|retry|retry-after|facts"
				+ "|fact\\..+|violations\\.omitted|(violation|first)\\.(path|in|code|message.*|attribute.*)");

	private final TemplateFormat format;

	private final Set<String> written;

	private final Set<String> read = new LinkedHashSet<>();

	private boolean details;

	/**
	 * Create the search.
	 * @param format the format
	 */
	Ambiguities(TemplateFormat format) {
		this.format = format;
		this.written = WrittenPlaceholders.of(format.body());
		format.headers().values().forEach((header) -> this.written.addAll(WrittenPlaceholders.of(header)));
		this.written.removeIf((name) -> !READ.matcher(name).matches());
	}

	/**
	 * Return what is ambiguous.
	 * @param reader the reader of the format
	 * @return sentences for developers, empty if everything can be read back
	 */
	List<String> find(ErrorReader reader) {
		examples().forEach((error) -> {
			ErrorRequest request = ErrorExample.request();
			Map<String, String> headers = this.format.headers(error, request);
			ReceivedJson json = ReceivedJson.of(this.format.write(error, request));
			Reading reading = (json != null) ? reader.reading(json, headers::get) : null;
			if (reading != null) {
				note(reading);
			}
		});
		List<String> found = new ArrayList<>();
		if (this.details) {
			found.add("Facts and violations are members of one object. They are told apart by the code.");
		}
		this.written.stream()
			.filter((name) -> !this.read.contains(name))
			.forEach((name) -> found.add("{%s} is written in a way that cannot be read back.".formatted(name)));
		return found;
	}

	/**
	 * Return what is written and has been read back by {@link #find}.
	 * @return the names of the placeholders
	 */
	Set<String> readable() {
		Set<String> readable = new LinkedHashSet<>(this.written);
		readable.retainAll(this.read);
		return readable;
	}

	private void note(Reading reading) {
		reading.details.forEach((detail) -> {
			this.details = true;
			note(detail.fact());
			note(detail.violation());
		});
		this.read.addAll(reading.values.keySet());
		reading.violations.forEach((violation) -> violation.keySet()
			.forEach((name) -> this.read.addAll(List.of(name, name.replaceFirst("violation", "first")))));
		if (!reading.facts.isEmpty()) {
			this.read.addAll(List.of("fact.name", "fact.value"));
		}
		if (reading.values.containsKey(TextReader.MESSAGE_AND_MORE)) {
			this.read.add("message");
		}
	}

	private List<ApiError> examples() {
		Map<String, Object> facts = named("fact.");
		if (this.written.contains("facts")) {
			facts.put("balance", "eighty");
		}
		Map<String, Object> attributes = named("violation.attribute.");
		attributes.putAll(named("first.attribute."));
		attributes.put("limit", "ninety");
		List<Violation> violations = List.of(
				new Violation(List.of("shipping", "zip"), Violation.In.QUERY, "too_long", "This is long.", attributes),
				new Violation(List.of("lines"), Violation.In.BODY, "too_few", "These are few.", attributes));
		List<ApiError> examples = new ArrayList<>();
		for (int status : List.of(409, 503, 429, 422, 400)) {
			ApiError error = ApiError.builder(new Entry("order_rejected", status))
				.title("Rejected order")
				.message("The order is rejected.")
				.type(URI.create("/problems/rejected"))
				.facts(facts)
				.omittedViolations(3)
				.retryAfter(Duration.ofSeconds(17))
				.build();
			examples.add(error);
			examples.add(error.toBuilder().violations(violations).build());
			examples.add(error.toBuilder().facts(Map.of()).violations(violations).build());
			examples.add(ApiError.of(new Entry("order_failed", status)));
		}
		return examples;
	}

	private Map<String, Object> named(String prefix) {
		Map<String, Object> values = new LinkedHashMap<>();
		this.written.stream()
			.filter((name) -> name.startsWith(prefix))
			.map((name) -> name.substring(prefix.length()))
			.forEach((name) -> values.put(name, "the value of " + name));
		return values;
	}

	/**
	 * An entry of the examples.
	 *
	 * @param code the code
	 * @param status the status
	 */
	private record Entry(String code, int status) implements ErrorCode {

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(this.status, "It has failed.").title("Failed order").retry(Retry.IDEMPOTENT);
		}

	}

}
