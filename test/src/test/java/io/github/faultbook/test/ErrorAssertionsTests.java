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

package io.github.faultbook.test;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.faultbook.format.WireFormats;
import io.github.faultbook.test.OrderApi.OrderError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.context.WebApplicationContext;

import static io.github.faultbook.test.ErrorAssertions.assertThatError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ErrorAssertions} with each kind of client, on a server and on
 * {@code MockMvc}. They contain the code of {@code docs/testing.md}.
 */
class ErrorAssertionsTests {

	private static final String HOUSE = """
			{ "body": { "ok": false, "why": "{code|kebab-case}", "say": "{message}", "data": "{facts}", "again": "{retry}",
			  "invalid": [ { "$each violation": { "at": "{violation.path}", "why": "{violation.code}" } } ] } }""";

	private static final List<String> WITH_CODES = List.of("problem-details", "details-map", "nested-code",
			"details-array", "house");

	private static final List<String> WITH_FACTS = List.of("problem-details", "details-map", "nested-code", "house");

	private static final List<String> WITH_CODES_OF_VIOLATIONS = List.of("problem-details", "details-array", "house");

	private static WebApplicationContext context;

	private static MockMvcTester mvc;

	private static RestTestClient client;

	@BeforeAll
	static void start() {
		List<String> properties = new ArrayList<>(
				List.of("server.port=0", "faultbook.format=problem-details", "faultbook.formats.house=" + HOUSE));
		List<String> formats = new ArrayList<>(WireFormats.presets());
		formats.add("house");
		for (int i = 0; i < formats.size(); i++) {
			properties.add("faultbook.format-rules[%d].header=X-Format: %s".formatted(i, formats.get(i)));
			properties.add("faultbook.format-rules[%d].format=%s".formatted(i, formats.get(i)));
		}
		context = (WebApplicationContext) new SpringApplicationBuilder(OrderApi.class)
			.properties(properties.toArray(String[]::new))
			.run();
		mvc = MockMvcTester.from(context);
		client = RestTestClient.bindToServer().baseUrl(address()).build();
	}

	@AfterAll
	static void stop() {
		((ConfigurableApplicationContext) context).close();
	}

	private static String address() {
		return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
	}

	static Stream<Arguments> clientsAndFormats() {
		List<String> formats = new ArrayList<>(WITH_CODES);
		formats.add("status-message");
		return Arrays.stream(Kind.values()).flatMap((kind) -> formats.stream().map((name) -> Arguments.of(kind, name)));
	}

	@ParameterizedTest
	@MethodSource("clientsAndFormats")
	void everyClientsAnswerIsReadInEachFormat(Kind kind, String format) {
		ErrorAssert missing = kind.get("/orders/7", format);
		missing.hasStatus(404).hasMessage("There is no order 7.");
		ErrorAssert invalid = kind.get("/orders/invalid", format);
		if (WITH_CODES.contains(format)) {
			missing.hasCode("order_not_found").hasCode(OrderError.ORDER_NOT_FOUND);
			invalid.hasCode("validation_error").hasViolations(2).hasViolationAt("items[0].qty").hasViolationAt("email");
		}
		if (WITH_FACTS.contains(format)) {
			missing.hasFact("order_id", "7").hasFact("paid", 100).hasFact("paid", new BigDecimal("100.00"));
			missing.doesNotHaveFact("due");
		}
		if (WITH_CODES_OF_VIOLATIONS.contains(format)) {
			invalid.hasViolation("items[0].qty", "out_of_range").hasViolation("email", "invalid_format");
		}
		kind.get("/orders/busy", format)
			.hasStatus(429)
			.hasHeader("Retry-After", "30")
			.hasRetryAfter(Duration.ofSeconds(30));
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void failureShowsTheAnswerOfEveryClient(Kind kind) {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> kind.get("/orders/busy", "status-message").hasCode("conflict"))
			.satisfies((error) -> assertThat(error.getMessage())
				.startsWith("The format status-message does not carry a code.\n\n"
						+ "The answer, in the format status-message:\n\n429 Too Many Requests\n")
				.containsIgnoringCase("\nRetry-After: 30\n")
				.endsWith("\n\n{\"status\":429,\"error\":\"Too Many Requests\",\"message\":\"%s\"}"
					.formatted("You have exceeded your allowed request rate. Please try again later.")));
	}

	@Test
	void codeOfThePage() {
		assertThatError(mvc.get().uri("/orders/7")).hasStatus(404).hasCode("order_not_found").hasFact("order_id", "7");
		assertThatError(client.get().uri("/orders/invalid").exchange()).hasStatus(400)
			.hasViolation("items[0].qty", "out_of_range");
		assertThatError(mvc.get().uri("/orders/7").header("X-Format", "house")).usingFormatsOf(context)
			.hasCode("order_not_found");
	}

	@Test
	void failureOfThePage() throws IOException {
		String page = Files.readString(Path.of("..", "docs", "testing.md"));
		List<String> shown = page.replaceAll("(?s).*\n```text\n(.*?)```\n.*", "$1").lines().toList();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> Kind.MOCK_MVC_TESTER.get("/orders/7", "status-message").hasCode("order_not_found"))
			.satisfies((error) -> assertThat(error.getMessage().lines()).containsSubsequence(shown));
	}

	@Test
	void exceptionThatNothingHandlesIsNoAnswer() {
		MockMvcTester failing = MockMvcTester.of(new FailingController());
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThatError(failing.get().uri("/fails")))
			.withMessageStartingWith("The request has no answer: nothing handled the exception ")
			.withStackTraceContaining("IllegalStateException: It fails");
	}

	@RestController
	static class FailingController {

		@GetMapping("/fails")
		String fail() {
			throw new IllegalStateException("It fails");
		}

	}

	/**
	 * The kinds of clients.
	 */
	enum Kind {

		MOCK_MVC_TESTER {
			@Override
			ErrorAssert answer(String path, String format) {
				return assertThatError(mvc.get().uri(path).header("X-Format", format));
			}
		},

		MOCK_MVC {
			@Override
			ErrorAssert answer(String path, String format) {
				return assertThatError(mvc.get().uri(path).header("X-Format", format).exchange().getMvcResult());
			}
		},

		REST_TEST_CLIENT {
			@Override
			ErrorAssert answer(String path, String format) {
				return assertThatError(client.get().uri(path).header("X-Format", format).exchange());
			}
		},

		WEB_TEST_CLIENT {
			@Override
			ErrorAssert answer(String path, String format) {
				return assertThatError(WebTestClient.bindToServer()
					.baseUrl(address())
					.build()
					.get()
					.uri(path)
					.header("X-Format", format)
					.exchange());
			}
		},

		REST_CLIENT_BYTES {
			@Override
			ErrorAssert answer(String path, String format) {
				return assertThatError(
						lenient().get().uri(path).header("X-Format", format).retrieve().toEntity(byte[].class));
			}
		},

		REST_CLIENT_TEXT {
			@Override
			ErrorAssert answer(String path, String format) {
				return assertThatError(
						lenient().get().uri(path).header("X-Format", format).retrieve().toEntity(String.class));
			}
		},

		REST_CLIENT_EXCEPTION {
			@Override
			ErrorAssert answer(String path, String format) {
				return assertThatError(catchThrowableOfType(RestClientResponseException.class,
						() -> RestClient.create(address())
							.get()
							.uri(path)
							.header("X-Format", format)
							.retrieve()
							.toBodilessEntity()));
			}
		};

		abstract ErrorAssert answer(String path, String format);

		ErrorAssert get(String path, String format) {
			ErrorAssert answer = answer(path, format);
			return format.equals("house")
					? answer.usingFormat(new WireFormats(JsonMapper.shared(), null).compile("house", HOUSE)) : answer;
		}

		private static RestClient lenient() {
			return RestClient.builder()
				.baseUrl(address())
				.defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
				})
				.build();
		}

	}

}
