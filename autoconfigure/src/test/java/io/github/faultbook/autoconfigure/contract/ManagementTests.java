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
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for management endpoints and for what they show of errors.
 */
@ParameterizedClass(name = "reactive: {0}")
@ValueSource(booleans = { false, true })
class ManagementTests {

	private static final String NOT_FOUND = """
			{"error":"The requested resource could not be found.","error_code":"resource_not_found"}""";

	private static Server server;

	ManagementTests(boolean reactive) {
	}

	@BeforeParameterizedClassInvocation
	static void start(boolean reactive) {
		server = reactive ? Server.reactive(ReactiveContractApplication.class, "faultbook.format=details-map")
				: new Server(Server.Container.TOMCAT, "faultbook.format=details-map");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@Test
	void endpointIsNotExposedUnlessAskedFor() {
		assertThat(server.send("GET /actuator/faultbook").status()).isEqualTo(404);
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
		// A request is measured after the client has its answer
		await().untilAsserted(
				() -> assertThat(meters.find("http.server.requests").tag("error", "IllegalStateException").timers())
					.extracting(Timer::count)
					.containsExactly(1L));
	}

}
