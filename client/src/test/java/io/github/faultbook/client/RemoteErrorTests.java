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

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.faultbook.client.Downstream.InsufficientBalanceException;
import io.github.faultbook.client.Downstream.Kind;
import io.github.faultbook.format.ReceivedViolation;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests of all kinds of clients that call a service with Faultbook.
 */
class RemoteErrorTests {

	private static final String HOUSE = """
			{ "body": { "ok": false, "why": "{code|kebab-case}", "say": "{message}", "data": "{facts}", "again": "{retry}",
			  "wait": "{retry-after}", "ref": "{reference}" } }""";

	private static ConfigurableApplicationContext upstream;

	private static ConfigurableApplicationContext downstream;

	@BeforeAll
	static void start() {
		List<String> properties = new ArrayList<>(List.of("server.port=0", "faultbook.formats.house=" + HOUSE));
		List<String> formats = new ArrayList<>(WireFormats.presets());
		formats.add("house");
		for (int i = 0; i < formats.size(); i++) {
			properties.add("faultbook.format-rules[%d].header=X-Format: %s".formatted(i, formats.get(i)));
			properties.add("faultbook.format-rules[%d].format=%s".formatted(i, formats.get(i)));
		}
		upstream = new SpringApplicationBuilder(Upstream.class).properties(properties.toArray(String[]::new)).run();
		downstream = new SpringApplicationBuilder(Downstream.class).web(WebApplicationType.NONE)
			.properties("faultbook.formats.house=" + HOUSE, "faultbook.client.services.house.format=house",
					"faultbook.client.services.house.base-url=" + address("/orders/house"))
			.run();
	}

	@AfterAll
	static void stop() {
		downstream.close();
		upstream.close();
	}

	private static String address(String path) {
		return "http://localhost:" + upstream.getEnvironment().getProperty("local.server.port") + path;
	}

	private static RemoteErrorException call(Kind kind, String path, String format) {
		return catchThrowableOfType(RemoteErrorException.class,
				() -> kind.get(downstream, URI.create(address(path)), format));
	}

	static Stream<Arguments> kindsAndPresets() {
		return Arrays.stream(Kind.values())
			.flatMap((kind) -> WireFormats.presets().stream().map((preset) -> Arguments.of(kind, preset)));
	}

	@ParameterizedTest
	@MethodSource("kindsAndPresets")
	void readsErrorsInDetectedPreset(Kind kind, String preset) {
		boolean codes = List.of("problem-details", "details-map", "details-array", "nested-code").contains(preset);
		boolean facts = codes && !preset.equals("details-array");
		RemoteErrorException missing = call(kind, "/orders/7?secret=1", preset);
		assertThat(missing.getStatusCode().value()).isEqualTo(404);
		assertThat(missing.isRead()).isTrue();
		assertThat(missing.getCode()).isEqualTo(codes ? "order_not_found" : null);
		assertThat(missing.getError().message()).isEqualTo("There is no order 7.");
		assertThat(missing.getFacts()).isEqualTo(facts ? Map.of("order_id", "7") : Map.of());
		assertThat(missing.getMessage())
			.isEqualTo("404 %sfrom GET %s, reference %s".formatted(codes ? "order_not_found " : "",
					address("/orders/7"), missing.getResponseHeaders().getFirst("X-Error-Reference")));
		assertThat(missing.getMethod()).isEqualTo(HttpMethod.GET);
		assertThat(missing.getResponseHeaders().getContentType()).isNotNull();
		assertThat(missing.isRetryable()).isFalse();
		RemoteErrorException busy = call(kind, "/orders/busy", preset);
		assertThat(busy.getRetryAfter()).isEqualTo(Duration.ofSeconds(30));
		assertThat(busy.isRetryable()).isTrue();
		RemoteErrorException invalid = call(kind, "/orders/invalid", preset);
		assertThat(invalid.getViolations()).extracting(ReceivedViolation::path, ReceivedViolation::message)
			.isEqualTo(codes ? List.of(tuple(List.of("items", 0, "quantity"), "must not be null"),
					tuple(List.of("email"), "must be an address")) : List.of());
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void throwsExceptionThatBelongsToCode(Kind kind) {
		RemoteErrorException ex = call(kind, "/orders/poor", "nested-code");
		assertThat(ex).isInstanceOfSatisfying(InsufficientBalanceException.class,
				(typed) -> assertThat(typed.required()).isEqualTo("100.00"));
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void readsFormatOfConfiguredService(Kind kind) {
		RemoteErrorException ex = call(kind, "/orders/house", "house");
		assertThat(ex.getCode()).isEqualTo("order_not_found");
		assertThat(ex.getFacts()).containsExactly(Map.entry("order_id", "house"));
		assertThat(ex.getError().reference()).isNotBlank();
		assertThat(ex.getMessage()).endsWith(", reference " + ex.getError().reference());
		assertThat(call(kind, "/orders/household", "house").isRead()).isFalse();
	}

	@Test
	void applicationHandlesStatusItself() {
		String answer = downstream.getBean(RestClient.Builder.class)
			.build()
			.get()
			.uri(address("/orders/7"))
			.exchange((request, response) -> response.getStatusCode().toString());
		assertThat(answer).isEqualTo("404 NOT_FOUND");
		IllegalStateException own = catchThrowableOfType(IllegalStateException.class,
				() -> downstream.getBean(RestClient.Builder.class)
					.build()
					.get()
					.uri(address("/orders/7"))
					.retrieve()
					.onStatus((status) -> status.value() == 404, (request, response) -> {
						throw new IllegalStateException("own");
					})
					.toBodilessEntity());
		assertThat(own).hasMessage("own");
	}

	@Test
	void bodyIsStillThereAsWithoutFaultbook() {
		RestClientResponseException ex = call(Kind.REST_CLIENT, "/orders/7", "problem-details");
		ProblemDetail problem = ex.getResponseBodyAs(ProblemDetail.class);
		assertThat(problem.getDetail()).isEqualTo("There is no order 7.");
		assertThat(ex.getResponseBodyAsString()).contains("There is no order 7.");
	}

}
