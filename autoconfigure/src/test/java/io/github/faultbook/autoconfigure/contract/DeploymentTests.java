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

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for the contract in applications that are deployed in other ways than most.
 */
@Tag("slow")
@ParameterizedClass
@EnumSource
class DeploymentTests {

	private static final Set<Deployment> WAR = EnumSet.of(Deployment.WAR, Deployment.WAR_WITHOUT_GUARD);

	private static Deployment.Running running;

	private final Deployment deployment;

	DeploymentTests(Deployment deployment) {
		this.deployment = deployment;
	}

	@BeforeParameterizedClassInvocation
	static void start(Deployment deployment, @TempDir Path directory) throws Exception {
		running = deployment.start(directory);
	}

	@AfterParameterizedClassInvocation
	static void stop() throws Exception {
		running.end().close();
	}

	@Test
	void answersWhatSucceeds() {
		Wire.Answer answer = send("GET " + this.deployment.prefix() + "/ok", "");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("ok");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /throw, 500, internal_server_error", "GET, /fault, 409, conflict",
			"GET, /filtered, 402, payment_required", "GET, /gone, 410, resource_gone",
			"GET, /nope, 404, resource_not_found", "DELETE, /ok, 405, method_not_allowed" })
	void answersInTheFormat(String method, String path, int status, String code) {
		check(send(method + " " + this.deployment.prefix() + path, ""), status, this.deployment.codeOf(code),
				this.deployment.prefix() + path);
	}

	@Test
	void answersMalformedJsonInTheFormat() {
		String path = this.deployment.prefix() + "/body";
		check(send("POST " + path, "{\"a\": \"b\""), 400, "invalid_request", path);
	}

	@Test
	void answersInTheFormatWhatTheContainerRefuses() {
		Wire.Answer answer = send("GET /%zz", "");
		assertThat(answer.status()).isEqualTo(400);
		if (WAR.contains(this.deployment)) {
			// The container is not part of the application
			assertThat(answer.headers().get("Content-Type")).singleElement().asString().startsWith("text/html");
		}
		else {
			check(answer, 400, "invalid_request", "/%25zz");
		}
	}

	@Test
	void documentationIsBelowThePathOfTheServlet() {
		assumeThat(this.deployment).isNotIn(Deployment.SECOND_DISPATCHER, Deployment.ENVIRONMENT_VARIABLES);
		Wire.Answer answer = send("GET " + this.deployment.prefix() + "/errors/conflict", "");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).contains("href=\"docs.css\"");
		assertThat(send("GET " + this.deployment.prefix() + "/errors/docs.css", "").status()).isEqualTo(200);
	}

	private static void check(Wire.Answer answer, int status, String code, String path) {
		assertThat(answer.body()).isEqualTo("{\"code\":\"%s\",\"path\":\"%s\"}".formatted(code, path));
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.headers()).containsAllEntriesOf(Map.of("Content-Type", List.of("application/json"),
				"Cache-Control", List.of("no-store"), "X-Content-Type-Options", List.of("nosniff")));
	}

	private static Wire.Answer send(String requestLine, String body) {
		return Wire.exchange(running.port(),
				requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
						+ "Content-Length: " + body.length() + "\r\n\r\n" + body);
	}

}
