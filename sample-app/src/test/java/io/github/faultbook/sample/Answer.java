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

package io.github.faultbook.sample;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * The expected response to a request, independent of the format of errors.
 *
 * @param request the title of the request
 * @param status the status, in formats that use 400 for validation failures
 * @param body the body, unless it is the body of an error
 * @param code the code of the error, or {@code null} if there is none
 * @param title the title of the error, or {@code null} if it is derived from the code
 * @param message the message of the error
 * @param facts the facts of the error
 * @param violations the invalid inputs
 * @param headers the required headers, as regular expressions
 */
record Answer(String request, int status, String body, @Nullable String code, @Nullable String title, String message,
		Map<String, String> facts, List<InvalidInput> violations, Map<String, String> headers) {

	Answer {
		body = Objects.requireNonNullElse(body, "");
		message = Objects.requireNonNullElse(message, "");
		facts = Objects.requireNonNullElse(facts, Map.of());
		violations = Objects.requireNonNullElse(violations, List.of());
		headers = Objects.requireNonNullElse(headers, Map.of());
	}

	static List<Answer> all() throws IOException {
		try (InputStream yaml = Answer.class.getResourceAsStream("/answers.yaml")) {
			return List.of(new JsonMapper().convertValue(new Yaml().load(yaml), Answer[].class));
		}
	}

	boolean isValidationFailure() {
		return "validation_error".equals(this.code);
	}

	/**
	 * Return the title of the request, which names the test.
	 */
	@Override
	public String toString() {
		return this.request;
	}

	/**
	 * An invalid input.
	 *
	 * @param path where it is
	 * @param code the code of the violation, for programs
	 * @param message the message of the violation, for people
	 */
	record InvalidInput(String path, String code, String message) {

	}

}
