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
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;
import io.github.faultbook.Violation;

/**
 * Creates errors that use all placeholders of a template, to be written and read back.
 * Their values differ from each other, so that a body shows which of them it has.
 *
 * @param names the names of the placeholders that the template writes or tests
 * @param codes the codes on which it depends what the template writes
 */
record TrialErrors(Set<String> names, List<String> codes) {

	private static final List<Integer> STATUSES = List.of(409, 404, 503, 429, 422, 400);

	private static final int MAX_CODES = 4;

	/**
	 * Return the errors.
	 * @return errors with and without facts, violations and a delay
	 */
	List<ApiError> all() {
		List<ApiError> errors = new ArrayList<>();
		STATUSES.forEach((status) -> addAll(new Entry("order_rejected", status, Retry.IDEMPOTENT), errors));
		List.of(400, 503).forEach((status) -> addAll(new Entry("order_rejected", status, Retry.NEVER), errors));
		this.codes.stream().limit(MAX_CODES).forEach((code) -> addAll(new Entry(code, 400, Retry.IDEMPOTENT), errors));
		return errors;
	}

	private void addAll(ErrorCode entry, List<ApiError> errors) {
		Map<String, Object> facts = named("fact.");
		if (this.names.contains("facts")) {
			facts.put("balance", "eighty");
		}
		ApiError bare = ApiError.of(entry);
		ApiError full = bare.toBuilder()
			.title("Rejected order")
			.message("The order is rejected.")
			.type(URI.create("/problems/rejected"))
			.facts(facts)
			.omittedViolations(3)
			.retryAfter(Duration.ofSeconds(17))
			.build();
		List<Violation> violations = violations();
		for (ApiError error : List.of(full, full.toBuilder().facts(Map.of()).build(), bare)) {
			errors.add(error);
			for (int number = 1; number <= 3; number++) {
				errors.add(error.toBuilder().violations(violations.subList(0, number)).build());
				errors.add(error.toBuilder().violations(violations.subList(1, 1 + number)).build());
			}
		}
	}

	private List<Violation> violations() {
		return List.of(violation(List.of("shipping", "zip"), Violation.In.QUERY, "too_long", "This is long.", "ninety"),
				violation(List.of("lines", 0, "sku"), Violation.In.BODY, "too_few", "These are few.", "hundred"),
				violation(List.of("lines", 1, "sku"), Violation.In.COOKIE, "too_far", "That is far.", "thousand"),
				violation(List.of("billing", "zip"), Violation.In.HEADER, "too_dear", "That is dear.", "million"));
	}

	private Violation violation(List<Object> path, Violation.In in, String code, String message, String limit) {
		Map<String, Object> attributes = named("violation.attribute.");
		attributes.putAll(named("first.attribute."));
		attributes.replaceAll((name, value) -> value + " below " + limit);
		attributes.put("limit", limit);
		return new Violation(path, in, code, message, attributes);
	}

	private Map<String, Object> named(String prefix) {
		Map<String, Object> values = new LinkedHashMap<>();
		this.names.stream()
			.filter((name) -> name.startsWith(prefix))
			.map((name) -> name.substring(prefix.length()))
			.forEach((name) -> values.put(name, "the value of " + name));
		return values;
	}

	/**
	 * An entry of the catalog.
	 *
	 * @param code the code
	 * @param status the status
	 * @param retry whether requests may be sent again
	 */
	private record Entry(String code, int status, Retry retry) implements ErrorCode {

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(this.status, "It has failed.").title("Failed order").retry(this.retry);
		}

	}

}
