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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Retry;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import static io.github.faultbook.test.ErrorAssertions.assertThatError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the failures of {@link ErrorAssert}, whose messages are compared whole.
 */
class ErrorAssertTests {

	private static final String PROBLEM = """
			{"type":"about:blank","title":"Bad Request","status":400,"detail":"It is invalid.","instance":"/orders",\
			"code":"validation_error","errors":[{"detail":"is 100% wrong","pointer":"#/items/0/qty","code":"wrong"}],\
			"limits":[1,{"max":2.50}]}""";

	private static final String PROBLEM_ANSWER = """


			The answer, in the format problem-details:

			400 Bad Request
			Content-Type: application/problem+json
			Retry-After: 30

			%s""".formatted(PROBLEM);

	private static final WireFormat HOUSE = format(
			"{ \"say\": \"{message}\", \"again\": \"{retry}\", \"only\": \"{fact.limit}\" }");

	private static WireFormat format(String body) {
		return new WireFormats(JsonMapper.shared(), null).compile("house", "{ \"body\": " + body + " }");
	}

	private static ErrorAssert problem() {
		return assertThatError(ResponseEntity.status(400)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.header("Retry-After", "30")
			.body(PROBLEM));
	}

	private static String messageOf(Runnable assertion) {
		try {
			assertion.run();
		}
		catch (AssertionError ex) {
			return ex.getMessage();
		}
		throw new IllegalStateException("The assertion holds.");
	}

	static Stream<Arguments> mismatches() {
		return Stream.of(mismatch((it) -> it.hasStatus(404), "Expected status:\n  404\nbut was:\n  400"),
				mismatch((it) -> it.hasCode("gone"), "Expected code:\n  gone\nbut was:\n  validation_error"),
				mismatch((it) -> it.hasTitle("Gone"), "Expected title:\n  Gone\nbut was:\n  Bad Request"),
				mismatch((it) -> it.hasMessage("No"), "Expected message:\n  No\nbut was:\n  It is invalid."),
				mismatch((it) -> it.hasRetry(Retry.NEVER), "The format problem-details does not carry retry advice."),
				mismatch((it) -> it.hasRetryAfter(Duration.ofSeconds(1)),
						"Expected retry-after:\n  PT1S\nbut was:\n  PT30S"),
				mismatch((it) -> it.hasHeader("Retry-After", "1"), "Expected header Retry-After:\n  1\nbut was:\n  30"),
				mismatch((it) -> it.hasHeader("Allow", "GET"), "The answer does not have the header Allow."),
				mismatch((it) -> it.hasFact("due", 1), "The answer does not have the fact 'due'."),
				mismatch((it) -> it.hasFact("limits", List.of(1, Map.of("max", 3))),
						"Expected fact 'limits':\n  [1,{\"max\":3}]\nbut was:\n  [1,{\"max\":2.50}]"),
				mismatch((it) -> it.hasFact("limits", List.of("1", Map.of("max", 2.5))),
						"Expected fact 'limits':\n  [\"1\",{\"max\":2.5}]\nbut was:\n  [1,{\"max\":2.50}]"),
				mismatch((it) -> it.doesNotHaveFact("limits"),
						"Expected no fact 'limits', but it is:\n  [1,{\"max\":2.50}]"),
				mismatch((it) -> it.hasViolations(2), "Expected number of violations:\n  2\nbut was:\n  1"),
				mismatch((it) -> it.hasViolationAt("items[1].qty"),
						"Expected violation:\n  items[1].qty\n"
								+ "but the violations are:\n  items[0].qty: wrong, is 100% wrong"),
				mismatch((it) -> it.hasViolation("items[0].qty", "required"),
						"Expected violation:\n  items[0].qty: required\n"
								+ "but the violations are:\n  items[0].qty: wrong, is 100% wrong"),
				mismatch((it) -> it.hasViolationMessage("items[0].qty", "no"),
						"Expected violation:\n  items[0].qty: no\n"
								+ "but the violations are:\n  items[0].qty: wrong, is 100% wrong"));
	}

	private static Arguments mismatch(Consumer<ErrorAssert> assertion, String message) {
		return Arguments.of(assertion, message);
	}

	@ParameterizedTest
	@MethodSource("mismatches")
	void mismatchShowsBothValuesAndTheAnswer(Consumer<ErrorAssert> assertion, String message) {
		assertThat(messageOf(() -> assertion.accept(problem()))).isEqualTo(message + PROBLEM_ANSWER);
	}

	@Test
	void answerIsReadAsItIs() {
		problem().hasStatus(400)
			.hasCode("validation_error")
			.hasTitle("Bad Request")
			.hasMessage("It is invalid.")
			.hasHeader("Content-Type", "application/problem+json")
			.hasRetryAfter(Duration.ofSeconds(30))
			.hasFact("limits", List.of(1L, Map.of("max", 2.5)))
			.doesNotHaveFact("due")
			.hasViolations(1)
			.hasViolation("items[0].qty", "wrong")
			.hasViolationMessage("items[0].qty", "is 100% wrong");
	}

	static Stream<Arguments> limits() {
		String map = "{\"error\":\"No\",\"error_code\":\"validation_error\",\"details\":{\"a\":[\"b\"]}}";
		String plain = "{\"status\":404,\"error\":\"Not Found\",\"message\":\"No\"}";
		return Stream.of(
				limit("status-message", plain, (it) -> it.hasStatus(404).hasCode("gone"),
						"The format status-message does not carry a code."),
				limit("status-message", plain, (it) -> it.hasFact("due", 1),
						"The format status-message does not carry the fact 'due'."),
				limit("status-message", plain, (it) -> it.doesNotHaveFact("due"),
						"The format status-message does not carry the fact 'due'."),
				limit("status-message", plain, (it) -> it.hasViolation("a", "b"),
						"The format status-message writes violations in a way that cannot be read back."),
				limit("details-map", map, (it) -> it.hasStatus(400), "The format details-map does not carry a status."),
				limit("details-map", map, (it) -> it.hasTitle("No"), "The format details-map does not carry a title."),
				limit("details-map", map, (it) -> it.hasRetryAfter(Duration.ZERO),
						"The format details-map does not carry a retry delay."),
				limit("details-map", map, (it) -> it.hasViolationAt("a").hasViolation("a", "b"),
						"The format details-map does not carry the codes of violations."));
	}

	private static Arguments limit(String format, String body, Consumer<ErrorAssert> assertion, String message) {
		return Arguments.of(format, body, assertion, message);
	}

	@ParameterizedTest
	@MethodSource("limits")
	void whatTheFormatDoesNotCarryIsSaid(String format, String body, Consumer<ErrorAssert> assertion, String message) {
		assertThat(messageOf(() -> assertion.accept(assertThatError(body).usingFormat(format))))
			.isEqualTo("%s\n\nThe answer, in the format %s:\n\n%s".formatted(message, format, body));
	}

	@Test
	void partsThatTheFormatOfAnApplicationCannotTellAreSaid() {
		String body = "{\"say\":\"No\",\"again\":\"never\"}";
		String answer = "\n\nThe answer, in the format house:\n\n" + body;
		ErrorAssert error = assertThatError(body).usingFormat(HOUSE).hasMessage("No").hasRetry(Retry.NEVER);
		assertFailure(() -> error.hasRetry(Retry.ALWAYS), "Expected retry:\n  ALWAYS\nbut was:\n  NEVER" + answer);
		assertFailure(() -> error.hasFact("limit", 1), "The answer does not have the fact 'limit'." + answer);
		assertFailure(() -> error.hasFact("due", 1), "The format house does not carry the fact 'due'." + answer);
		assertFailure(() -> error.hasViolations(0), "The format house does not carry violations." + answer);
	}

	static Stream<Arguments> unreadable() {
		return Stream.of(Arguments.of("", "The answer has no body.\n\nThe answer:\n\n(no body)"),
				Arguments.of("<html>100%s</html>",
						"The body is not one of the formats status-message, status-message-nested, details-map, "
								+ "details-array, nested-code, nested-type, problem-details. Choose its format with "
								+ "usingFormat.\n\nThe answer:\n\n<html>100%s</html>"));
	}

	@ParameterizedTest
	@MethodSource("unreadable")
	void bodyThatCannotBeReadIsShown(String body, String message) {
		assertFailure(() -> assertThatError(body).hasCode("gone"), message);
		assertFailure(() -> assertThatError(body).doesNotHaveFact("gone"), message);
		assertFailure(() -> assertThatError(body).hasViolations(0), message);
	}

	@Test
	void bodyOfAnotherFormatThanChosenIsShown() {
		assertFailure(() -> assertThatError("[]").usingFormat("nested-code").hasCode("gone"),
				"The body is not one of the format nested-code.\n\nThe answer:\n\n[]");
	}

	@Test
	void statusOfAnUnreadableAnswerIsKnown() {
		assertThatError(ResponseEntity.status(599).body("<html/>".getBytes(StandardCharsets.UTF_8))).hasStatus(599);
		assertFailure(() -> assertThatError(ResponseEntity.status(599).build()).hasStatus(500),
				"Expected status:\n  500\nbut was:\n  599\n\nThe answer:\n\n599\n\n(no body)");
	}

	@Test
	void descriptionIsKept() {
		assertFailure(() -> assertThatError("").as("answer").usingFormat("nested-code").hasCode("gone"),
				"[answer] The answer has no body.\n\nThe answer:\n\n(no body)");
	}

	@Test
	void formatInJavaCannotBeRead() {
		WireFormat java = new WireFormat() {

			@Override
			public String name() {
				return "plain";
			}

			@Override
			public byte[] write(ApiError error, ErrorRequest request) {
				return new byte[0];
			}

		};
		assertFailure(() -> assertThatError("x").usingFormat(java).hasCode("gone"),
				"The format 'plain' is not a template, so its bodies cannot be read.\n\nThe answer:\n\nx");
	}

	@Test
	void entityThatIsNotTheBodyIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> assertThatError(ResponseEntity.ok(Map.of())))
			.withMessageContaining("Request the entity as a String or a byte[]");
	}

	private static void assertFailure(Runnable assertion, String message) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::run)
			.satisfies((error) -> assertThat(error.getMessage()).isEqualTo(message));
	}

}
