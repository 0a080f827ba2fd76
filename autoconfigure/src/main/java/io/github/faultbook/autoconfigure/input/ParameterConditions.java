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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that the handlers for a request have on its parameters, such as
 * {@code kind=a}, and that the request does not meet.
 *
 * @param choices the required values by name, an empty list if any value is accepted
 * @param asked the number of conditions by name
 * @param handlers the number of handlers
 */
record ParameterConditions(Map<String, List<String>> choices, Map<String, Integer> asked, int handlers) {

	static ParameterConditions of(List<String[]> handlers) {
		Map<String, List<String>> choices = new LinkedHashMap<>();
		Map<String, Integer> asked = new LinkedHashMap<>();
		for (String[] conditions : handlers) {
			for (String condition : conditions) {
				int equals = condition.indexOf('=');
				if (!condition.contains("!")) {
					String name = (equals < 0) ? condition : condition.substring(0, equals);
					asked.merge(name, 1, Integer::sum);
					List<String> values = choices.computeIfAbsent(name, (key) -> new ArrayList<>());
					if (equals >= 0) {
						values.add(condition.substring(equals + 1));
					}
				}
			}
		}
		return new ParameterConditions(choices, asked, handlers.size());
	}

	/**
	 * List the conditions that a request violates for every handler. Conditions of only
	 * some of the handlers are left out.
	 * @param actual returns the value of a parameter, or {@code null} if it was not sent
	 * @param inputs creates the violations
	 * @param request the request
	 * @return the violations, may be empty
	 */
	List<Violation> violatedBy(Function<String, @Nullable String> actual, InputViolations inputs,
			ErrorRequest request) {
		List<Violation> violations = new ArrayList<>();
		this.choices.forEach((name, values) -> {
			if (this.asked.getOrDefault(name, 0) != this.handlers) {
				return;
			}
			String sent = actual.apply(name);
			if (sent == null) {
				violations
					.add(inputs.required(RequestParameters.locationOf(name, request), List.of(name), request.locale()));
			}
			else if (!values.isEmpty() && !values.contains(sent)) {
				violations.add(inputs.choice(RequestParameters.locationOf(name, request), List.of(name),
						values.stream().distinct().sorted().toList(), request.locale()));
			}
		});
		return violations;
	}

}
