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

package io.github.faultbook.autoconfigure.contract;

import io.github.faultbook.ApiException;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Fails with texts of its own, of which {@code languages/messages} has translations.
 */
@RestController
class GreetingController {

	@GetMapping("/greetings/{id}")
	String greet(@PathVariable String id) {
		throw new ApiException(GreetingError.GREETING_NOT_FOUND).with("id", id);
	}

	@PostMapping("/greetings")
	Greeting greet(@Valid @RequestBody Greeting greeting) {
		return greeting;
	}

	record Greeting(@Size(min = 3, message = "{greeting.name.short}") String name) {

	}

	enum GreetingError implements ErrorCode {

		GREETING_NOT_FOUND;

		private final ErrorDefinition definition = ErrorDefinition.of(404, "There is no greeting {id}.")
			.parameter("id", String.class, "The identifier that was asked for");

		@Override
		public ErrorDefinition definition() {
			return this.definition;
		}

	}

}
