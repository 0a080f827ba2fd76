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

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a management server with a port of its own.
 */
@Tag("slow")
class ManagementPortTests {

	private static final String NOT_FOUND = """
			{"error":"The requested resource could not be found.","error_code":"resource_not_found"}""";

	private static final String INVALID = """
			{"error":"The request is malformed or has missing or invalid parameters.","error_code":"invalid_request"}""";

	private static final String[] PROPERTIES = { "faultbook.format=details-map", "management.server.port=0",
			"management.endpoints.web.exposure.include=faultbook" };

	@ParameterizedTest
	@EnumSource(Server.Container.class)
	void errorsAreInTheFormat(Server.Container container) {
		try (Server server = new Server(container, PROPERTIES)) {
			assertErrorsAreInTheFormat(server);
		}
	}

	@ParameterizedTest
	@EnumSource(Server.ReactiveContainer.class)
	void errorsOfAReactiveApplicationAreInTheFormat(Server.ReactiveContainer container) {
		try (Server server = Server.reactive(container, ReactiveContractApplication.class, getClass().getClassLoader(),
				PROPERTIES)) {
			assertErrorsAreInTheFormat(server);
		}
	}

	private static void assertErrorsAreInTheFormat(Server server) {
		int port = server.application()
			.getBean(Environment.class)
			.getRequiredProperty("local.management.port", Integer.class);
		String headers = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
		assertThat(Wire.exchange(port, "GET /actuator/nope" + headers).body()).isEqualTo(NOT_FOUND);
		assertThat(Wire.exchange(port, "GET /error" + headers).body()).isEqualTo(NOT_FOUND);
		assertThat(Wire.exchange(port, "GET /%65rror" + headers).body()).isEqualTo(NOT_FOUND);
		assertThat(Wire.exchange(port, "GET /%zz" + headers).body()).isEqualTo(INVALID);
		assertThat(Wire.exchange(port, "GET /actuator/faultbook/java.lang.String" + headers).body())
			.isEqualTo(NOT_FOUND);
		assertThat(Wire.exchange(port, "GET /actuator/faultbook" + headers).status()).isEqualTo(200);
	}

}
