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
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;
import io.github.faultbook.Violation;
import tools.jackson.databind.util.RawValue;

/**
 * Creates unusual random errors, which are the same for the same seed.
 */
final class RandomErrors {

	private static final List<String> TEXTS = List.of("a", "b", "c", "o", "p", "_errors", "status", "code", "", " ",
			"not_found", "required", "x.y", "[0]", "a/b~c", "\"", "\\", "\n\u0000\u2028", "\ud83d\ude00", "\ud800",
			"{code}", "$each violation", "ünï", "'\"},{\"a\":1}");

	private final Random random;

	RandomErrors(Random random) {
		this.random = random;
	}

	ApiError next() {
		Retry retry = Retry.values()[this.random.nextInt(3)];
		ErrorDefinition definition = ErrorDefinition.of(400 + this.random.nextInt(200), text()).retry(retry);
		ApiError.Builder error = ApiError.builder(new TestErrorCode(text(), definition))
			.title(text())
			.facts(facts(this.random.nextInt(5)))
			.violations(violations());
		if (this.random.nextBoolean()) {
			error.message(text())
				.translations(Map.of(Locale.GERMAN, new ApiError.Texts(text(), text())))
				.type(URI.create("/problems/1"));
		}
		if (this.random.nextBoolean()) {
			error.retryAfter(Duration.ofMillis(this.random.nextInt(100_000))).omittedViolations(this.random.nextInt(3));
		}
		return error.build();
	}

	private List<Violation> violations() {
		List<Violation> violations = new ArrayList<>();
		int number = this.random.nextBoolean() ? 0 : this.random.nextInt(6);
		for (int i = 0; i < number; i++) {
			List<Object> path = new ArrayList<>();
			for (int segments = this.random.nextInt(4); segments > 0; segments--) {
				path.add((this.random.nextInt(3) == 0) ? (Object) this.random.nextInt(3) : text());
			}
			Violation.In in = Violation.In.values()[this.random.nextInt(Violation.In.values().length)];
			violations.add(new Violation(path, in, text(), text(), facts(this.random.nextInt(2)))
				.object(this.random.nextBoolean() ? text() : null)
				.constraint(this.random.nextBoolean() ? text() : null)
				.template(this.random.nextBoolean() ? text() : null)
				.translations(this.random.nextBoolean() ? Map.of(Locale.GERMAN, text()) : Map.of()));
		}
		return violations;
	}

	private Map<String, Object> facts(int number) {
		Map<String, Object> facts = new LinkedHashMap<>();
		for (int i = 0; i < number; i++) {
			facts.put(text(), value());
		}
		return facts;
	}

	private Object value() {
		return switch (this.random.nextInt(8)) {
			case 0 -> this.random.nextInt();
			case 1 -> this.random.nextLong();
			case 2 -> this.random.nextBoolean();
			case 3 -> new BigDecimal("1.10");
			case 4 -> this.random.nextDouble();
			case 5 -> new RawValue("{\"a\":[\"b\",null]}");
			case 6 -> List.of(text(), Map.of(text(), 1));
			default -> text();
		};
	}

	private String text() {
		return TEXTS.get(this.random.nextInt(TEXTS.size()));
	}

}
