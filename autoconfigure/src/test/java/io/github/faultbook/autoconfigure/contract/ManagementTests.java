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

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the management server and for what it shows of errors.
 */
class ManagementTests {

	private static final String NOT_FOUND = """
			{"error":"The requested resource could not be found.","error_code":"resource_not_found"}""";

	private static final String INVALID = """
			{"error":"The request is malformed or has missing or invalid parameters.","error_code":"invalid_request"}""";

	private static Server server;

	@BeforeAll
	static void start() {
		server = new Server(Server.Container.TOMCAT, "faultbook.format=details-map");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@EnumSource(Server.Container.class)
	void portOfItsOwnAnswersInTheFormat(Server.Container container) {
		try (Server own = new Server(container, "faultbook.format=details-map", "management.server.port=0")) {
			int port = own.application()
				.getBean(Environment.class)
				.getRequiredProperty("local.management.port", Integer.class);
			String headers = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
			assertThat(Wire.exchange(port, "GET /actuator/nope" + headers).body()).isEqualTo(NOT_FOUND);
			assertThat(Wire.exchange(port, "GET /error" + headers).body()).isEqualTo(NOT_FOUND);
			assertThat(Wire.exchange(port, "GET /%65rror" + headers).body()).isEqualTo(NOT_FOUND);
			assertThat(Wire.exchange(port, "GET /%zz" + headers).body()).isEqualTo(INVALID);
		}
	}

	@Test
	void unknownEndpointIsAnsweredInTheFormat() {
		assertThat(server.send("GET /actuator/nope").body()).isEqualTo(NOT_FOUND);
	}

	@Test
	void errorsAreCountedByCode() {
		server.send("GET /throw/fault");
		server.send("GET /throw/fault");
		MeterRegistry meters = server.application().getBean(MeterRegistry.class);
		assertThat(meters.get("faultbook.errors").tags("code", "resource_gone", "status", "410").counter().count())
			.isEqualTo(2);
	}

	@Test
	void handledExceptionIsCounted() {
		server.send("GET /throw/runtime");
		MeterRegistry meters = server.application().getBean(MeterRegistry.class);
		assertThat(meters.get("http.server.requests").tag("error", "IllegalStateException").timer().count())
			.isEqualTo(1);
	}

}
