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

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a reactive application describes invalid input like a servlet application.
 */
class ReactiveInputTests {

	private static final String FORM = "With WebFlux, parameters of a method are in the query only.";

	/**
	 * The inputs that WebFlux answers differently, with the reason.
	 */
	private static final Map<String, String> DIFFERENT = Map.of("field of a form", FORM, "parameter in a form", FORM,
			"value that a handler returns", "WebFlux does not validate return values.");

	private static final String[] PROPERTIES = { "faultbook.format=problem-details",
			"spring.jackson.deserialization.fail-on-unknown-properties=true",
			"spring.jackson.deserialization.accept-float-as-int=false",
			"spring.jackson.read.strict-duplicate-detection=true",
			"spring.main.sources=" + ConstrainedInputController.class.getName() };

	private static Server servlet;

	private static Server reactive;

	@BeforeAll
	static void start() {
		servlet = new Server(Server.Container.TOMCAT, PROPERTIES);
		reactive = Server.reactive(ReactiveContractApplication.class, PROPERTIES);
	}

	@AfterAll
	static void stop() {
		servlet.close();
		reactive.close();
	}

	static Stream<BadInput> rows() throws IOException {
		return BadInput.all().stream();
	}

	@ParameterizedTest
	@MethodSource("rows")
	void bothStacksGiveTheSameAnswer(BadInput input) {
		Wire.Answer expected = servlet.exchange(input.bytes("Accept-Language: de"));
		Wire.Answer answer = reactive.exchange(input.bytes("Accept-Language: de"));
		if (DIFFERENT.containsKey(input.name())) {
			assertThat(answer.body()).isNotEqualTo(expected.body());
		}
		else {
			assertThat(answer.body()).isEqualTo(expected.body());
			assertThat(answer.status()).isEqualTo(expected.status());
		}
	}

}
