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

package io.github.faultbook.autoconfigure.slice;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code @WebFluxTest}, which must use the format without an import.
 */
@WebFluxTest(properties = { "faultbook.format=details-map", "spring.main.web-application-type=reactive" })
class WebFluxSliceTests {

	@Autowired
	private WebTestClient client;

	@Test
	void exceptionIsAnsweredInTheFormat() {
		assertAnswer(this.client.get().uri("/conflict"), 409, SliceApplication.CONFLICT);
	}

	@Test
	void failedValidationIsAnsweredInTheFormat() {
		assertAnswer(this.client.post().uri("/names").contentType(MediaType.APPLICATION_JSON).bodyValue("{}"), 400,
				SliceApplication.INVALID);
	}

	@Test
	void unknownRouteIsAnsweredInTheFormat() {
		assertAnswer(this.client.get().uri("/nope"), 404, SliceApplication.NOT_FOUND);
	}

	@Test
	void statusWithoutBodyIsAnsweredInTheFormat() {
		assertAnswer(this.client.get().uri("/gone"), 410, SliceApplication.GONE);
	}

	private static void assertAnswer(WebTestClient.RequestHeadersSpec<?> request, int status, String body) {
		request.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON)
			.expectBody(String.class)
			.value((sent) -> assertThat(sent).isEqualTo(body));
	}

}
