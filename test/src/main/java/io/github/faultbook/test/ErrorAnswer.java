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
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.client.RestClientResponseException;

/**
 * An answer, whatever has received it. The parts of the Servlet API and of WebFlux do not
 * appear in signatures, so that this class loads without them.
 *
 * @param status the status, or {@code null} if only the body is known
 * @param headers the headers
 * @param body the body, empty if there is none
 */
record ErrorAnswer(@Nullable HttpStatusCode status, HttpHeaders headers, byte[] body) {

	private static final byte[] NO_BODY = {};

	static ErrorAnswer of(MvcTestResult result) {
		Exception unresolved = result.getUnresolvedException();
		if (unresolved != null) {
			throw new AssertionError("The request has no answer: nothing handled the exception " + unresolved,
					unresolved);
		}
		return of(result.getMvcResult());
	}

	static ErrorAnswer of(MvcResult result) {
		MockHttpServletResponse response = result.getResponse();
		HttpHeaders headers = new HttpHeaders();
		for (String name : response.getHeaderNames()) {
			headers.addAll(name, response.getHeaders(name));
		}
		return new ErrorAnswer(HttpStatusCode.valueOf(response.getStatus()), headers, response.getContentAsByteArray());
	}

	static ErrorAnswer of(org.springframework.test.web.servlet.client.ExchangeResult result) {
		return of(result.getStatus(), result.getResponseHeaders(), result.getResponseBodyContent());
	}

	static ErrorAnswer of(org.springframework.test.web.reactive.server.ExchangeResult result) {
		return of(result.getStatus(), result.getResponseHeaders(), result.getResponseBodyContent());
	}

	static ErrorAnswer of(ResponseEntity<?> response) {
		Object body = Objects.requireNonNullElse(response.getBody(), NO_BODY);
		if (body instanceof String text) {
			body = text.getBytes(StandardCharsets.UTF_8);
		}
		if (!(body instanceof byte[] bytes)) {
			throw new IllegalArgumentException(
					"The body is of type %s. Request the entity as a String or a byte[], so that the answer is known as it was sent."
						.formatted(body.getClass().getName()));
		}
		return of(response.getStatusCode(), response.getHeaders(), bytes);
	}

	static ErrorAnswer of(RestClientResponseException exception) {
		return of(exception.getStatusCode(), exception.getResponseHeaders(), exception.getResponseBodyAsByteArray());
	}

	static ErrorAnswer of(byte[] body) {
		return of(null, null, body);
	}

	private static ErrorAnswer of(@Nullable HttpStatusCode status, @Nullable HttpHeaders headers,
			byte @Nullable [] body) {
		return new ErrorAnswer(status, (headers != null) ? headers : new HttpHeaders(),
				(body != null) ? body : NO_BODY);
	}

	/**
	 * Return the whole answer as text.
	 * @return the status, the headers and the body, as in an HTTP message
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		if (this.status != null) {
			HttpStatus known = HttpStatus.resolve(this.status.value());
			text.append(this.status.value()).append((known != null) ? " " + known.getReasonPhrase() : "").append('\n');
			this.headers.forEach((name, values) -> values
				.forEach((value) -> text.append(name).append(": ").append(value).append('\n')));
			text.append('\n');
		}
		return text.append((this.body.length > 0) ? new String(this.body, StandardCharsets.UTF_8) : "(no body)")
			.toString();
	}

}
