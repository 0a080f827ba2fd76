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

package io.github.faultbook;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ApiError}.
 */
class ApiErrorTests {

	private final Map<String, Object> facts = new LinkedHashMap<>();

	@Test
	void takesEverythingFromTheEntry() {
		ApiError error = ApiError.of(CommonError.CONFLICT);
		assertThat(error.errorCode()).isEqualTo(CommonError.CONFLICT);
		assertThat(error.code()).isEqualTo("conflict");
		assertThat(error.status()).isEqualTo(409);
		assertThat(error.title()).isEqualTo("Conflict");
		assertThat(error.type()).isNull();
		assertThat(error.message()).isEqualTo("The request conflicts with the current state of the resource.");
		assertThat(error.hasOwnMessage()).isFalse();
		assertThat(error.retryAfter()).isNull();
		assertThat(error.retryAfterSeconds()).isNull();
	}

	@Test
	void titleIsThatOfTheEntry() {
		assertThat(ApiError.of(CommonError.VALIDATION_ERROR).title()).isEqualTo("Validation failed");
	}

	@Test
	void titleIsDerivedFromTheCode() {
		assertThat(ApiError.of(CommonError.RATE_LIMIT_EXCEEDED).title()).isEqualTo("Rate limit exceeded");
	}

	@Test
	void takesEverythingFromTheFault() {
		ApiException fault = new ApiException(CommonError.CONFLICT).with("id", 7)
			.message("Taken.")
			.violation("name", "taken", "is taken")
			.header("Link", "</a>")
			.retryAfter(Duration.ofSeconds(3));
		ApiError error = ApiError.of(fault);
		assertThat(error.facts()).isEqualTo(Map.of("id", 7));
		assertThat(error.message()).isEqualTo("Taken.");
		assertThat(error.hasOwnMessage()).isTrue();
		assertThat(error.violations()).containsExactly(Violation.of("name", "taken", "is taken"));
		assertThat(error.headers()).isEqualTo(Map.of("Link", List.of("</a>")));
		assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(3));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 200, 399, 600 })
	void statusMustBeOneOfAnError(int status) {
		assertThatIllegalArgumentException().isThrownBy(() -> ApiError.builder(CommonError.CONFLICT).status(status))
			.withMessage("An error has a status from 400 to 599, not " + status);
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 0", "PT1S, 1", "PT1.000000001S, 2", "PT0.2S, 1", "PT-0.5S, 0", "PT-5S, 0", "PT2H, 7200" })
	void delayIsSentInWholeSecondsRoundedUp(Duration delay, long seconds) {
		assertThat(ApiError.builder(CommonError.CONFLICT).retryAfter(delay).build().retryAfterSeconds())
			.isEqualTo(seconds);
	}

	@Test
	void longestDelayDoesNotOverflow() {
		assertThat(ApiError.builder(CommonError.CONFLICT)
			.retryAfter(ChronoUnit.FOREVER.getDuration())
			.build()
			.retryAfterSeconds()).isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void builderOfAnErrorStartsWithItsValues() {
		ApiError error = ApiError.builder(CommonError.CONFLICT)
			.status(499)
			.title("Taken")
			.type(URI.create("urn:taken"))
			.message("Is taken.")
			.fact("id", 7)
			.violations(List.of(Violation.of("name", "taken", "is taken")))
			.omittedViolations(2)
			.header("Link", "</a>")
			.retryAfter(Duration.ofSeconds(3))
			.build();
		assertThat(error.toBuilder().build()).usingRecursiveComparison().isEqualTo(error);
	}

	@Test
	void messageOfTheEntryIsRenderedAgainWithNewFacts() {
		ErrorCode entry = new Greeting();
		ApiError error = ApiError.builder(entry).fact("name", "Ann").build();
		assertThat(error.toBuilder().fact("name", "Bob").build().message()).isEqualTo("Hello Bob");
	}

	@Test
	void ownMessageStaysWithNewFacts() {
		ApiError error = ApiError.builder(new Greeting()).fact("name", "Ann").message("Hi {name}").build();
		assertThat(error.toBuilder().fact("name", "Bob").build().message()).isEqualTo("Hi {name}");
	}

	@Test
	void ownMessageCanBeTakenBack() {
		ApiError error = ApiError.builder(new Greeting()).fact("name", "Ann").message("Hi").build();
		assertThat(error.toBuilder().message(null).build().message()).isEqualTo("Hello Ann");
	}

	@Test
	void factsAreCopiedInOrder() {
		this.facts.put("z", 1);
		this.facts.put("a", 2);
		ApiError error = ApiError.builder(CommonError.CONFLICT).facts(this.facts).build();
		this.facts.clear();
		assertThat(error.facts()).containsExactly(Map.entry("z", 1), Map.entry("a", 2));
	}

	@Test
	void factWithoutNameOrValueIsLeftOut() {
		this.facts.put("a", null);
		this.facts.put(null, 1);
		this.facts.put("b", 2);
		assertThat(ApiError.builder(CommonError.CONFLICT).facts(this.facts).build().facts())
			.containsExactly(Map.entry("b", 2));
	}

	@Test
	void headersAreCopied() {
		Map<String, List<String>> headers = new HashMap<>(Map.of("Link", new ArrayList<>(List.of("</a>"))));
		ApiError error = ApiError.builder(CommonError.CONFLICT).headers(headers).build();
		headers.get("Link").add("</b>");
		headers.clear();
		assertThat(error.headers()).isEqualTo(Map.of("Link", List.of("</a>")));
	}

	@Test
	void headersOfAnyCaseAreOneHeader() {
		ApiError error = ApiError.builder(CommonError.CONFLICT).header("Link", "</a>").header("link", "</b>").build();
		assertThat(error.headers()).isEqualTo(Map.of("Link", List.of("</a>", "</b>")));
	}

	@Test
	void constantFactsAndTypeAreThoseOfTheEntry() {
		ErrorCode entry = new ConfiguredError("test", "late",
				ErrorDefinition.of(409, "Call {phone} at {hour}.")
					.type(URI.create("/problems/late"))
					.fact("phone", "1")
					.fact("hour", 9),
				null);
		assertThat(ApiError.of(entry).message()).isEqualTo("Call 1 at 9.");
		assertThat(ApiError.of(entry).type()).isEqualTo(URI.create("/problems/late"));
		ApiError error = ApiError.of(new ApiException(entry).with("hour", 8).with("id", 7));
		assertThat(error.message()).isEqualTo("Call 1 at 8.");
		assertThat(error.facts().toString()).isEqualTo("{phone=1, hour=8, id=7}");
	}

	@Test
	void constantFactThatIsTakenAwayStaysAway() {
		ErrorCode entry = new ConfiguredError("test", "late", ErrorDefinition.of(409, "Late.").fact("a", 1), null);
		assertThat(ApiError.builder(entry).facts(Map.of("b", 2)).build().facts()).containsOnlyKeys("a", "b");
		assertThat(ApiError.of(entry).toBuilder().facts(Map.of("b", 2)).build().facts()).containsOnlyKeys("b");
	}

	@Test
	void nothingCanBeChanged() {
		ApiError error = ApiError.builder(CommonError.CONFLICT).fact("a", 1).header("Link", "</a>").build();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> error.facts().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> error.violations().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> error.headers().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> error.headers().get("Link").clear());
	}

	private record Greeting() implements ErrorCode {

		@Override
		public String code() {
			return "greeting";
		}

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(400, "Hello {name}");
		}

	}

}
