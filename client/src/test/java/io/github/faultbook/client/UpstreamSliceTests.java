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

package io.github.faultbook.client;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for slices of an application that calls other services, which must answer failed
 * calls as the application does.
 */
class UpstreamSliceTests {

	private static final String UNAVAILABLE = "{\"error\":\"The service is temporarily unavailable. Please try again later.\","
			+ "\"error_code\":\"service_unavailable\"}";

	@Nested
	@WebMvcTest(properties = "faultbook.format=details-map")
	@ContextConfiguration(classes = Application.class)
	class OfSpringMvc {

		@Autowired
		private MockMvcTester mvc;

		@Test
		void failedCallIsAnsweredWithOwnCode() {
			assertThat(this.mvc.get().uri("/rates")).hasStatus(503)
				.hasHeader(HttpHeaders.RETRY_AFTER, "7")
				.body()
				.asString()
				.isEqualTo(UNAVAILABLE);
		}

	}

	@Nested
	@WebFluxTest(properties = { "faultbook.format=details-map", "spring.main.web-application-type=reactive" })
	@ContextConfiguration(classes = Application.class)
	class OfWebFlux {

		@Autowired
		private WebTestClient client;

		@Test
		void failedCallIsAnsweredWithOwnCode() {
			this.client.get()
				.uri("/rates")
				.exchange()
				.expectStatus()
				.isEqualTo(503)
				.expectHeader()
				.valueEquals(HttpHeaders.RETRY_AFTER, "7")
				.expectBody(String.class)
				.value((body) -> assertThat(body).isEqualTo(UNAVAILABLE));
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Rates.class)
	static class Application {

	}

	@RestController
	static class Rates {

		@GetMapping("/rates")
		String rates() {
			HttpHeaders headers = new HttpHeaders();
			headers.set(HttpHeaders.RETRY_AFTER, "7");
			throw HttpClientErrorException.create(HttpStatus.TOO_MANY_REQUESTS, "", headers, new byte[0], null);
		}

	}

}
