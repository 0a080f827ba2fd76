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

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications that read JSON with another library than Jackson 3.
 */
@ExtendWith(OutputCaptureExtension.class)
class JsonReaderTests {

	private static final List<String> UNREADABLE = List.of("{\"a\": " + Markers.SECRET + "}", "{\"a\": [", "[1]",
			"{\"a\": \"" + Markers.SECRET + "\"}");

	@Test
	void jacksonTwoIsNamedAtStartUp(CapturedOutput output) {
		try (Server server = server("spring.http.converters.preferred-json-mapper=jackson2")) {
			assertThat(output.toString().lines().filter((line) -> line.contains("reads JSON"))).singleElement()
				.asString()
				.contains(" WARN ",
						"MappingJackson2HttpMessageConverter reads JSON instead of Jackson 3. Answers to "
								+ "unreadable JSON have no violations")
				.endsWith("To use Jackson 3, remove the property spring.http.converters.preferred-json-mapper or the "
						+ "application's own converter.");
			assertThat(UNREADABLE).allSatisfy((body) -> {
				Wire.Answer answer = post(server, body, "details-map");
				assertThat(answer.status()).isEqualTo(400);
				assertThat(answer.body())
					.isEqualTo("{\"error\":\"The request is malformed or has missing or invalid parameters.\","
							+ "\"error_code\":\"invalid_request\"}");
				assertThat(post(server, body, "problem-details").body())
					.isEqualTo("{\"type\":\"about:blank\",\"title\":\"Invalid request\",\"status\":400,"
							+ "\"detail\":\"The request is malformed or has missing or invalid parameters.\","
							+ "\"instance\":\"/body\",\"code\":\"invalid_request\"}");
			});
			assertThat(output).doesNotContain(Markers.SECRET);
		}
	}

	@Test
	void jacksonThreeIsNot(CapturedOutput output) {
		try (Server server = server("spring.http.converters.preferred-json-mapper=jackson")) {
			assertThat(output).contains("Faultbook answers errors").doesNotContain("reads JSON");
			assertThat(post(server, UNREADABLE.get(0), "details-map").body()).contains("\"details\"");
		}
	}

	private static Wire.Answer post(Server server, String body, String format) {
		return server.exchange("POST /body HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Format: " + format
				+ "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
	}

	private static Server server(String property) {
		return new Server(Server.Container.TOMCAT, TwoMappers.class, JsonReaderTests.class.getClassLoader(),
				"faultbook.format=problem-details", "faultbook.format-rules[0].header=X-Format: details-map",
				"faultbook.format-rules[0].format=details-map", "logging.level.io.github.faultbook=info", property);
	}

	/**
	 * An application with the mappers of both versions.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(DeployedApplication.class)
	static class TwoMappers {

		@Bean
		ObjectMapper jackson2() {
			return new ObjectMapper();
		}

	}

}
