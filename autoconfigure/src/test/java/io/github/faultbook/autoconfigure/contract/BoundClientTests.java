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

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a {@link WebTestClient} that is bound to the application context of a
 * reactive application. It must see what a client sees over the network.
 */
class BoundClientTests {

	private static Server server;

	private static WebTestClient bound;

	private static WebTestClient remote;

	@BeforeAll
	static void start() {
		server = Server.reactive(ReactiveContractApplication.class, "faultbook.format=details-map");
		bound = WebTestClient.bindToApplicationContext(server.application()).build();
		remote = WebTestClient.bindToServer().baseUrl("http://localhost:" + server.port()).build();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/throw/fault", "/throw/runtime", "/nope", "/filter/runtime", "/filter/status-only",
			"/basic/hello", "/bearer/hello", "/functional", "/async/events", "/half-built" })
	void errorIsTheSameAsOverTheNetwork(String path) {
		assertSame((client) -> client.get().uri(path));
	}

	@Test
	void malformedJsonIsTheSameAsOverTheNetwork() {
		assertSame((client) -> client.post().uri("/orders").contentType(MediaType.APPLICATION_JSON).bodyValue("{"));
	}

	private static void assertSame(Requests requests) {
		EntityExchangeResult<byte[]> expected = requests.from(remote).exchange().expectBody().returnResult();
		EntityExchangeResult<byte[]> actual = requests.from(bound).exchange().expectBody().returnResult();
		assertThat(actual.getStatus().value()).isEqualTo(expected.getStatus().value()).isGreaterThanOrEqualTo(400);
		assertThat(actual.getResponseBody()).isNotEmpty().isEqualTo(expected.getResponseBody());
		assertThat(headers(actual)).isEqualTo(headers(expected));
	}

	private static Map<String, List<String>> headers(EntityExchangeResult<?> result) {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		result.getResponseHeaders().forEach(headers::put);
		// Different for each request
		assertThat(headers.remove("X-Error-Reference")).hasSize(1);
		return headers;
	}

	/**
	 * Creates the same request for each client.
	 */
	@FunctionalInterface
	private interface Requests {

		WebTestClient.RequestHeadersSpec<?> from(WebTestClient client);

	}

}
