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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.faultbook.Violation.In;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ApiException} and {@link ApiFault}.
 */
class ApiExceptionTests {

	@Test
	void clientErrorHasNoStackTrace() {
		assertThat(new ApiException(CommonError.CONFLICT).getStackTrace()).isEmpty();
	}

	@Test
	void clientErrorWithCauseHasNoStackTraceButTheCauseHas() {
		Exception cause = new IllegalStateException("inside");
		ApiException exception = new ApiException(CommonError.CONFLICT, cause);
		assertThat(exception.getStackTrace()).isEmpty();
		assertThat(exception.getCause()).isSameAs(cause);
		assertThat(exception.getCause().getStackTrace()).isNotEmpty();
	}

	@Test
	void serverErrorHasAStackTrace() {
		assertThat(new ApiException(CommonError.BAD_GATEWAY).getStackTrace()[0].getMethodName())
			.isEqualTo("serverErrorHasAStackTrace");
	}

	@Test
	void subclassMayInsistOnAStackTrace() {
		assertThat(new StockException(3).getStackTrace()).isNotEmpty();
	}

	@Test
	void subclassAddsDataInItsConstructor() {
		StockException exception = new StockException(3);
		assertThat(exception).hasMessage("conflict: The request conflicts with the current state of the resource.");
		assertThat(ApiError.of(exception).facts()).isEqualTo(Map.of("left", 3));
	}

	@Test
	void subclassMayComputeWhatClientsSee() {
		ApiException exception = new ApiException(Shop.SOLD_OUT) {

			@Override
			public Map<String, Object> facts() {
				return Map.of("article", "A-1");
			}

		};
		assertThat(exception).hasMessage("sold_out: A-1 is sold out.");
		assertThat(ApiError.of(exception).message()).isEqualTo("A-1 is sold out.");
	}

	@Test
	void subclassMayComputeTheText() {
		ApiException exception = new ApiException(Shop.SOLD_OUT) {

			@Override
			public String clientMessage() {
				return "Come back tomorrow.";
			}

		};
		assertThat(exception).hasMessage("sold_out: Come back tomorrow.");
		assertThat(ApiError.of(exception).message()).isEqualTo("Come back tomorrow.");
	}

	@Test
	void messageHasTheCodeAndTheFacts() {
		assertThat(new ApiException(Shop.SOLD_OUT).with("article", "A-1")).hasMessage("sold_out: A-1 is sold out.");
	}

	@Test
	void messageWithoutItsFactsKeepsTheParameter() {
		assertThat(new ApiException(Shop.SOLD_OUT)).hasMessage("sold_out: {article} is sold out.");
	}

	@Test
	void ownMessageIsNotATemplate() {
		ApiException exception = new ApiException(Shop.SOLD_OUT).with("article", "A-1").message("No {article}.");
		assertThat(exception).hasMessage("sold_out: No {article}.");
		assertThat(ApiError.of(exception).message()).isEqualTo("No {article}.");
	}

	@Test
	void factsKeepTheirOrder() {
		assertThat(new ApiException(Shop.SOLD_OUT).with("z", 1).with("a", 2).with("m", 3).facts().keySet())
			.containsExactly("z", "a", "m");
	}

	@Test
	void factWithoutValueIsLeftOut() {
		assertThat(new ApiException(Shop.SOLD_OUT).with("a", 1).with("b", 2).with("a", null).with("c", null).facts())
			.isEqualTo(Map.of("b", 2));
	}

	@Test
	void violationsAreCollected() {
		Violation header = Violation.of(In.HEADER, "X-Tenant", "required", "is missing");
		assertThat(new ApiException(CommonError.VALIDATION_ERROR).violation("items[0]", "required", "is missing")
			.violation(header)
			.violations()).containsExactly(Violation.of("items[0]", "required", "is missing"), header);
	}

	@Test
	void headerMayBeUsedSeveralTimes() {
		assertThat(new ApiException(CommonError.CONFLICT).header("Link", "</a>").header("Link", "</b>").headers())
			.isEqualTo(Map.of("Link", List.of("</a>", "</b>")));
	}

	@Test
	void whatWasCollectedCannotBeChangedFromOutside() {
		ApiException exception = new ApiException(CommonError.CONFLICT).header("Link", "</a>");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> exception.facts().put("a", 1));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> exception.violations().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> exception.headers().clear());
	}

	@Test
	void faultNeedsNothingButItsEntry() {
		ApiFault fault = () -> Shop.SOLD_OUT;
		ApiError error = ApiError.of(fault);
		assertThat(error).hasToString("410 sold_out");
		assertThat(error.message()).isEqualTo("{article} is sold out.");
		assertThat(error.facts()).isEmpty();
		assertThat(error.violations()).isEmpty();
		assertThat(error.headers()).isEmpty();
		assertThat(error.retryAfter()).isEqualTo(Duration.ofHours(1));
	}

	private enum Shop implements ErrorCode {

		SOLD_OUT;

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(410, "{article} is sold out.").retry(Retry.ALWAYS, Duration.ofHours(1));
		}

	}

	@SuppressWarnings("serial")
	private static final class StockException extends ApiException {

		private StockException(int left) {
			super(CommonError.CONFLICT, null, true);
			with("left", left);
		}

	}

}
