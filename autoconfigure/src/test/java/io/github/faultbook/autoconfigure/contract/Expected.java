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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The answer that a case must get in a format. The body is the one that the format makes,
 * which has tests of its own.
 *
 * @param status the status
 * @param headers the headers, those of the connection excepted
 * @param body the body
 */
record Expected(int status, Map<String, List<String>> headers, String body) {

	private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "content-length", "date", "keep-alive",
			"server", "x-error-reference",
			// Spring Security keeps CSRF tokens in the session
			"expires", "set-cookie");

	static Expected of(ContractCase contractCase, WireFormat format) {
		ApiError error = contractCase.error();
		if (error.errorCode() == CommonError.VALIDATION_ERROR) {
			error = error.toBuilder().status(format.validationStatus()).build();
		}
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.put("Cache-Control", List.of("no-store"));
		headers.put("Content-Type", List.of(format.contentType()));
		headers.put("X-Content-Type-Options", List.of("nosniff"));
		if (!contractCase.bare()) {
			headers.put("X-Frame-Options", List.of("DENY"));
			headers.put("X-XSS-Protection", List.of("0"));
		}
		headers.putAll(contractCase.headers());
		headers.merge("Vary", List.of("Accept-Language"),
				(own, always) -> Stream.concat(own.stream(), always.stream()).toList());
		headers.replaceAll((name, values) -> sorted(values));
		byte[] body = format.write(error, new Request(contractCase.method(), contractCase.path()));
		return new Expected(error.status(), headers, new String(body, StandardCharsets.UTF_8));
	}

	/**
	 * Check what came back.
	 * @param answer the answer of a server
	 */
	void check(Wire.Answer answer) {
		assertThat(answer.body()).isEqualTo(this.body);
		assertThat(answer.status()).isEqualTo(this.status);
		assertThat(headersOf(answer)).isEqualTo(this.headers);
		assertThat(answer.headers().get("X-Error-Reference")).singleElement().asString().matches("[0-9a-f]{16}");
		assertThat(answer.complete()).isTrue();
		assertThat(answer.headers() + answer.body()).doesNotContainPattern(Markers.INTERNAL);
	}

	private static Map<String, List<String>> headersOf(Wire.Answer answer) {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		answer.headers().forEach((name, values) -> {
			if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
				headers.put(name, sorted(values));
			}
		});
		return headers;
	}

	/**
	 * Split the values of a list-based header and sort them, as neither their order nor
	 * their grouping means anything (RFC 9110, section 5.3). TRACE is left out: Tomcat
	 * allows it or not by the class of the request.
	 * @param values the values
	 * @return the elements in alphabetical order
	 */
	private static List<String> sorted(List<String> values) {
		return values.stream()
			.flatMap((value) -> Stream.of(value.split(", ?")))
			.filter((value) -> !value.equals("TRACE"))
			.sorted()
			.toList();
	}

	/**
	 * The request as the answer repeats it.
	 *
	 * @param method the method
	 * @param path the path
	 */
	private record Request(String method, String path) implements ErrorRequest {

		@Override
		public @Nullable String header(String name) {
			return null;
		}

		@Override
		public Locale locale() {
			return Locale.ENGLISH;
		}

		@Override
		public String reference() {
			return "";
		}

		@Override
		public <T> @Nullable T unwrap(Class<T> type) {
			return null;
		}

	}

}
