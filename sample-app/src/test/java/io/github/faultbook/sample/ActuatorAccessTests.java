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
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the restriction of Actuator to the operator.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ActuatorAccessTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness" })
	void everybodyMayReadTheHealth(String path) throws IOException, InterruptedException {
		assertThat(get(path, null).body()).contains("\"status\":\"UP\"");
	}

	@ParameterizedTest
	@CsvSource({ "/actuator", "/actuator/faultbook", "/actuator/faultbook/java.io.IOException", "/actuator/nope" })
	void operatorsMayReadTheRest(String path) throws IOException, InterruptedException {
		HttpResponse<String> anonymous = get(path, null);
		assertThat(anonymous.statusCode()).isEqualTo(401);
		assertThat(anonymous.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
		assertThat(anonymous.body()).isEqualTo("{\"error\":\"Authentication credentials not provided or invalid.\","
				+ "\"error_code\":\"authentication_required\"}");
		assertThat(get(path, "acme-key").statusCode()).isEqualTo(403);
		assertThat(get(path, "operator-key").statusCode()).isIn(200, 404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health/../faultbook", "/actuator/health/..;/faultbook",
			"/actuator/health/%2e%2e/faultbook", "//actuator/faultbook", "/actuator;/faultbook",
			"/%61ctuator/faultbook", "/actuator/faultbook;/health" })
	void otherSpellingsOpenNothing(String target) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.getOutputStream()
				.write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("mappings");
		}
	}

	private HttpResponse<String> get(String path, @Nullable String key) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		if (key != null) {
			request.header("Authorization", "Bearer " + key);
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
