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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a request can say about its answer: method and media types.
 */
class NegotiationTests {

	private static final String NOT_FOUND = """
			{"error":"The requested resource could not be found.","error_code":"resource_not_found"}""";

	private static Server server;

	private static Server configured;

	@BeforeAll
	static void start() {
		server = new Server(Server.Container.TOMCAT, "faultbook.format=details-map");
		configured = new Server(Server.Container.TOMCAT, "faultbook.format=details-map",
				"faultbook.problem-details-on-request=true", "faultbook.html-pages=true",
				"faultbook.fill-empty-responses=false");
	}

	@AfterAll
	static void stop() {
		server.close();
		configured.close();
	}

	@Test
	void headHasTheHeadersAndNoBody() {
		Wire.Answer get = server.send("GET /nope");
		Wire.Answer head = server.send("HEAD /nope");
		get.headers().keySet().removeAll(List.of("Date", "X-Error-Reference"));
		head.headers().keySet().removeAll(List.of("Date", "X-Error-Reference"));
		assertThat(head.headers()).isEqualTo(get.headers());
		assertThat(head.status()).isEqualTo(404);
		assertThat(head.body()).isEmpty();
		assertThat(get.body()).isEqualTo(NOT_FOUND);
	}

	@Test
	void formatIsSentToThoseWhoAcceptProblemDetails() {
		Wire.Answer answer = server.send("GET /nope", "Accept: application/problem+json");
		assertThat(answer.body()).isEqualTo(NOT_FOUND);
		assertThat(answer.headers().get("Vary")).containsExactly("Accept-Language");
	}

	@Test
	void problemDetailsCanBeSentToThoseWhoAskForThem() {
		Wire.Answer answer = configured.send("GET /nope", "Accept: application/problem+json");
		assertThat(answer.headers().get("Content-Type")).containsExactly("application/problem+json");
		assertThat(answer.headers().get("Vary")).containsExactly("Accept, Accept-Language");
		assertThat(answer.body()).isEqualTo(
				"""
						{"type":"about:blank","title":"Resource not found","status":404,\
						"detail":"The requested resource could not be found.","instance":"/nope","code":"resource_not_found"}""");
		assertThat(configured.send("GET /nope").body()).isEqualTo(NOT_FOUND);
	}

	@Test
	void browsersCanKeepTheirPages() {
		Wire.Answer page = configured.send("GET /nope", "Accept: text/html");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.headers().get("Content-Type").get(0)).startsWith("text/html");
		assertThat(configured.send("GET /nope", "Accept: application/json").body()).isEqualTo(NOT_FOUND);
	}

	@Test
	void emptyAnswersCanStayEmpty() {
		Wire.Answer answer = configured.send("GET /not-found-entity");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.body()).isEmpty();
	}

}
