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

package io.github.faultbook.pipeline;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ErrorLimits} and how an {@link ErrorPipeline} keeps them.
 */
class ErrorLimitsTests {

	private static final ErrorLimits LIMITS = new ErrorLimits(2, 20, 100);

	private final Answers answers = new Answers();

	@Test
	void textWithinTheLimitStays() {
		assertThat(LIMITS.cut("x".repeat(20))).isEqualTo("x".repeat(20));
	}

	@Test
	void textBeyondTheLimitIsCutToIt() {
		assertThat(LIMITS.cut("x".repeat(21))).isEqualTo("x".repeat(19) + "…");
	}

	@Test
	void textIsNotCutWithinACharacter() {
		assertThat(LIMITS.cut("x".repeat(18) + "😀😀")).isEqualTo("x".repeat(18) + "…");
	}

	@Test
	void limitsAreLargeEnoughToSaySomething() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ErrorLimits(0, 20, 100))
			.withMessage("Limits must be at least 1 violation, 16 characters and 16 bytes, not 0, 20 and 100");
		assertThatIllegalArgumentException().isThrownBy(() -> new ErrorLimits(1, 15, 100));
		assertThatIllegalArgumentException().isThrownBy(() -> new ErrorLimits(1, 16, 15));
	}

	@Test
	void longMessageAndTitleAreCut() {
		ApiError error = bound(
				ApiError.builder(CommonError.CONFLICT).title("t".repeat(30)).message("m".repeat(30)).build());
		assertThat(error.title()).isEqualTo("t".repeat(19) + "…");
		assertThat(error.message()).isEqualTo("m".repeat(19) + "…");
	}

	@Test
	void violationsBeyondTheLimitAreCounted() {
		ApiError error = bound(new ApiException(CommonError.VALIDATION_ERROR).message("Invalid.")
			.violation("a", "required", "is missing")
			.violation("b", "required", "is missing")
			.violation("c", "required", "is missing"));
		assertThat(error.message()).isEqualTo("Invalid. The first 2 of 3 are listed.");
		assertThat(error.violations()).containsExactly(Violation.of("a", "required", "is missing"),
				Violation.of("b", "required", "is missing"));
		assertThat(error.omittedViolations()).isEqualTo(1);
	}

	@Test
	void violationsAsManyAsAllowedAreListed() {
		ApiError error = bound(new ApiException(CommonError.VALIDATION_ERROR).message("Invalid.")
			.violation("a", "required", "is missing")
			.violation("b", "required", "is missing"));
		assertThat(error.message()).isEqualTo("Invalid.");
		assertThat(error.omittedViolations()).isZero();
	}

	@Test
	void violationsThatWereLeftOutBeforeAreCountedToo() {
		ApiError error = bound(ApiError.builder(CommonError.VALIDATION_ERROR)
			.message("Invalid.")
			.violations(List.of(Violation.of("a", "required", "is missing")))
			.omittedViolations(9)
			.build());
		assertThat(error.message()).isEqualTo("Invalid. The first 1 of 10 are listed.");
		assertThat(error.omittedViolations()).isEqualTo(9);
	}

	@Test
	@ResourceLock(Resources.LOCALE)
	void numberOfViolationsIsWrittenInTheLanguageOfTheSentence() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			ApiException fault = new ApiException(CommonError.VALIDATION_ERROR).message("Invalid.");
			IntStream.range(0, 10000).forEach((i) -> fault.violation("a", "required", "is missing"));
			assertThat(bound(fault).message()).isEqualTo("Invalid. The first 2 of 10,000 are listed.");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void textsOfAViolationAreCut() {
		assertThat(bound(new Violation(List.of("p".repeat(30), 1), In.BODY, "c".repeat(30), "m".repeat(30), Map.of())))
			.isEqualTo(new Violation(List.of("p".repeat(19) + "…"), In.BODY, "c".repeat(19) + "…", "m".repeat(19) + "…",
					Map.of()));
	}

	@Test
	void namesOfAViolationAreCut() {
		Violation violation = Violation.of("a", "required", "is missing");
		assertThat(bound(violation.object("o".repeat(30)).constraint("c".repeat(30))))
			.isEqualTo(violation.object("o".repeat(19) + "…").constraint("c".repeat(19) + "…"));
	}

	@Test
	void messageThatIsExtendedIsStillThatOfTheCatalog() {
		ApiError error = bound(ApiError.builder(CommonError.VALIDATION_ERROR).omittedViolations(9).build());
		assertThat(error.message()).contains("9");
		assertThat(error.hasOwnMessage()).isFalse();
	}

	@Test
	void longPathIsCut() {
		List<Object> path = Collections.nCopies(30, "abcd");
		assertThat(bound(new Violation(path, In.BODY, "required", "is missing", Map.of()))).isEqualTo(new Violation(
				List.of("abcd", "abcd", "abcd", "abcd", "…"), In.BODY, "required", "is missing", Map.of()));
	}

	@Test
	void attributesOfAViolationAreBoundLikeFacts() {
		Map<String, Object> attributes = Map.of("text", "x".repeat(30), "large", Collections.nCopies(100, 1), "min", 1);
		assertThat(bound(new Violation(List.of("a"), In.BODY, "required", "is missing", attributes)))
			.isEqualTo(new Violation(List.of("a"), In.BODY, "required", "is missing",
					Map.of("text", "x".repeat(19) + "…", "min", 1)));
	}

	@Test
	void errorWithinTheLimitsStays() {
		ApiError error = ApiError.builder(CommonError.VALIDATION_ERROR)
			.message("Invalid.")
			.fact("id", 7)
			.violations(List.of(Violation.of("a", "required", "is missing")))
			.build();
		assertThat(bound(error)).isSameAs(error);
	}

	@Test
	void violationWithinTheLimitsStays() {
		Violation violation = new Violation(List.of("a", 1), In.BODY, "required", "is missing", Map.of("min", 1));
		assertThat(bound(violation)).isSameAs(violation);
	}

	private ApiError bound(ApiException fault) {
		return bound(ApiError.of(fault));
	}

	private ApiError bound(ApiError error) {
		this.answers.pipeline().limits(LIMITS).build().handle(error, new TestRequest());
		return this.answers.event().error();
	}

	private Violation bound(Violation violation) {
		return bound(new ApiException(CommonError.VALIDATION_ERROR).violation(violation)).violations().get(0);
	}

}
