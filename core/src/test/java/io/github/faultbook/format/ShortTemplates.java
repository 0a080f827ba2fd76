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

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;
import io.github.faultbook.Violation;

/**
 * Writes bodies of short templates, with single quotes in place of double ones.
 */
final class ShortTemplates {

	private static final ErrorDefinition DEFINITION = ErrorDefinition.of(409, "The order is closed.")
		.title("Order closed")
		.cause("It was paid.")
		.solution("Open a new one.")
		.retry(Retry.IDEMPOTENT);

	static final ApiError PLAIN = ApiError.of(new TestErrorCode("order_closed", DEFINITION));

	static final ApiError INVALID = error(Violation.of("email", "invalid_format", "Must be an email."),
			Violation.of("email", "too_long", "Must be short."),
			Violation.of("items[0].quantity", "required", "Is required."),
			Violation.of(Violation.In.QUERY, "a/b", "positive", "Must be positive."));

	static ApiError error(Violation... violations) {
		return PLAIN.toBuilder().violations(List.of(violations)).build();
	}

	private ShortTemplates() {
	}

	private static WireFormat format(String body) {
		return ExpectedBodies.FORMATS.compile("test", "{ \"body\": " + body.replace('\'', '"') + " }");
	}

	static String write(ApiError error, String body) {
		return new String(format(body).write(error, TestRequest.DEFAULT), StandardCharsets.UTF_8).replace('"', '\'');
	}

}
