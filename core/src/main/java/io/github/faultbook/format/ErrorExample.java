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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiType;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Creates example occurrences of catalog entries, for documentation.
 */
public final class ErrorExample {

	private ErrorExample() {
	}

	/**
	 * Return an example occurrence of an entry. Parameters have their examples, or values
	 * of their types if they have none; a validation failure lists two fields.
	 * @param entry the entry
	 * @param format the format that is going to write it
	 * @return the error
	 */
	public static ApiError of(ErrorCode entry, WireFormat format) {
		ApiError.Builder error = ApiError.builder(entry);
		Map<String, Object> facts = new LinkedHashMap<>();
		entry.definition().parameters().forEach((parameter) -> facts.put(parameter.name(), example(parameter)));
		error.facts(facts);
		if (entry.declared() == CommonError.VALIDATION_ERROR) {
			error.status(format.validationStatus())
				.violations(List.of(
						Violation.of("email", "invalid_format", "must be a well-formed email address")
							.object("order")
							.constraint("Email")
							.template("{jakarta.validation.constraints.Email.message}"),
						Violation.of("items[0].quantity", "required", "must not be null")
							.object("order")
							.constraint("NotNull")
							.template("{jakarta.validation.constraints.NotNull.message}")));
		}
		return error.build();
	}

	private static Object example(ErrorDefinition.Parameter parameter) {
		if (parameter.example() != null) {
			return parameter.example();
		}
		Object[] choices = parameter.type().getEnumConstants();
		return (choices != null && choices.length > 0) ? ((Enum<?>) choices[0]).name()
				: ApiType.of(parameter.type()).example();
	}

	/**
	 * Return the request of all examples: {@code GET /example}.
	 * @return the request
	 */
	public static ErrorRequest request() {
		return request("GET", "/example");
	}

	/**
	 * Return a request for examples of one operation.
	 * @param method the method
	 * @param path the path
	 * @return the request, without headers
	 */
	public static ErrorRequest request(String method, String path) {
		return request(method, path, Locale.ENGLISH);
	}

	/**
	 * Return a request for examples in a language.
	 * @param method the method
	 * @param path the path
	 * @param locale the language
	 * @return the request, without headers
	 */
	public static ErrorRequest request(String method, String path, Locale locale) {
		return new ExampleRequest(method, path, locale);
	}

	/**
	 * The request of an example.
	 *
	 * @param method the method
	 * @param path the path
	 * @param locale the language
	 */
	private record ExampleRequest(String method, String path, Locale locale) implements ErrorRequest {

		@Override
		public @Nullable String header(String name) {
			return null;
		}

		@Override
		public String reference() {
			return "0123456789abcdef";
		}

		@Override
		public <T> @Nullable T unwrap(Class<T> type) {
			return null;
		}

	}

}
