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

package io.github.faultbook.test;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.faultbook.autoconfigure.openapi.UndeclaredErrors;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.client.RestClientResponseException;

/**
 * Entry point for assertions on errors, whatever has sent the request.
 *
 * <pre class="code">
 * assertThatError(mvc.get().uri("/invoices/7")).hasStatus(404)
 *     .hasCode("invoice_not_found")
 *     .hasFact("invoice_id", "7");
 * </pre>
 */
public final class ErrorAssertions {

	private ErrorAssertions() {
	}

	/**
	 * Send a request and verify that its answer is an error.
	 * @param request the request of a {@code MockMvcTester}
	 * @return the assertion
	 */
	public static ErrorAssert assertThatError(MockMvcTester.MockMvcRequestBuilder request) {
		return assertThatError(request.exchange());
	}

	/**
	 * Verify an answer to a {@code MockMvcTester}.
	 * @param result the result of the request
	 * @return the assertion
	 */
	public static ErrorAssert assertThatError(MvcTestResult result) {
		return ErrorAssert.of(ErrorAnswer.of(result));
	}

	/**
	 * Verify an answer to {@code MockMvc}.
	 * @param result the result of the request
	 * @return the assertion
	 */
	public static ErrorAssert assertThatError(MvcResult result) {
		return ErrorAssert.of(ErrorAnswer.of(result));
	}

	/**
	 * Verify an answer to a {@code RestTestClient}.
	 * @param response the response, whose body has not been read
	 * @return the assertion
	 */
	public static ErrorAssert assertThatError(RestTestClient.ResponseSpec response) {
		return assertThatError(response.expectBody().returnResult());
	}

	/**
	 * Verify an answer to a {@code RestTestClient}.
	 * @param result the result of the request
	 * @return the assertion
	 */
	public static ErrorAssert assertThatError(org.springframework.test.web.servlet.client.ExchangeResult result) {
		return ErrorAssert.of(ErrorAnswer.of(result));
	}

	/**
	 * Verify an answer to a {@code WebTestClient}.
	 * @param response the response, whose body has not been read
	 * @return the assertion
	 */
	public static ErrorAssert assertThatError(WebTestClient.ResponseSpec response) {
		return assertThatError(response.expectBody().returnResult());
	}

	/**
	 * Verify an answer to a {@code WebTestClient}.
	 * @param result the result of the request
	 * @return the assertion
	 */
	public static ErrorAssert assertThatError(org.springframework.test.web.reactive.server.ExchangeResult result) {
		return ErrorAssert.of(ErrorAnswer.of(result));
	}

	/**
	 * Verify an answer that any client has received.
	 * @param response the response, whose body is a {@code byte[]} or a {@code String}
	 * @return the assertion
	 * @throws IllegalArgumentException if the body is of another type
	 */
	public static ErrorAssert assertThatError(ResponseEntity<?> response) {
		return ErrorAssert.of(ErrorAnswer.of(response));
	}

	/**
	 * Verify an answer that a {@code RestClient} or {@code RestTemplate} has thrown.
	 * @param exception the exception
	 * @return the assertion
	 */
	public static ErrorAssert assertThatError(RestClientResponseException exception) {
		return ErrorAssert.of(ErrorAnswer.of(exception));
	}

	/**
	 * Verify the body of an answer of which nothing else is known.
	 * @param body the body, in UTF-8
	 * @return the assertion
	 */
	public static ErrorAssert assertThatError(byte[] body) {
		return ErrorAssert.of(ErrorAnswer.of(body));
	}

	/**
	 * Verify the body of an answer of which nothing else is known.
	 * @param body the body
	 * @return the assertion
	 */
	public static ErrorAssert assertThatError(String body) {
		return assertThatError(body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Verify that the operations of an application have declared every error and every
	 * fact that they have answered with since the application was started, so that its
	 * OpenAPI description has them. It does not matter who has sent the requests.
	 * @param application the application context of an application with Faultbook and
	 * springdoc
	 * @throws IllegalArgumentException if the application does not describe its errors
	 */
	public static void assertThatErrorsAreDeclared(BeanFactory application) {
		UndeclaredErrors undeclared = application.getBeanProvider(UndeclaredErrors.class).getIfAvailable();
		if (undeclared == null) {
			throw new IllegalArgumentException("The application does not describe its errors. It needs springdoc, "
					+ "'faultbook.openapi.enabled' must not be false, and the test must start the whole application, "
					+ "as @SpringBootTest does.");
		}
		List<String> found = undeclared.found();
		if (!found.isEmpty()) {
			throw new AssertionError("The OpenAPI description lacks errors that the application has answered with:\n  "
					+ String.join("\n  ", found));
		}
	}

}
