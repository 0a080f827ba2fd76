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

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorCatalog#forStatus(int)} and the reason phrases behind it.
 */
class ErrorCatalogStatusTests {

	private final ErrorCatalog catalog = ErrorCatalog.of(List.of());

	@ParameterizedTest
	@CsvSource({ "400, INVALID_REQUEST", "401, AUTHENTICATION_REQUIRED", "422, UNPROCESSABLE_CONTENT",
			"503, SERVICE_UNAVAILABLE" })
	void firstEntryOfTheStatusStandsForIt(int status, CommonError expected) {
		assertThat(this.catalog.forStatus(status)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 200, 399, 600, 999 })
	void statusThatIsNotOneOfAnErrorCountsAsServerError(int status) {
		assertThat(this.catalog.forStatus(status)).isEqualTo(CommonError.INTERNAL_SERVER_ERROR);
	}

	@Test
	void entryOfTheApplicationDoesNotStandForItsStatus() {
		ErrorCode entry = new Locked();
		assertThat(ErrorCatalog.of(List.of(entry)).forStatus(423)).isNotEqualTo(entry);
	}

	@ParameterizedTest
	@CsvSource({ "407, proxy_authentication_required, Proxy Authentication Required", "418, im_a_teapot, I'm a teapot",
			"421, misdirected_request, Misdirected Request",
			"451, unavailable_for_legal_reasons, " + "Unavailable For Legal Reasons",
			"508, loop_detected, Loop Detected" })
	void registeredStatusWithoutEntryIsNamedByItsReasonPhrase(int status, String code, String phrase) {
		ErrorCode entry = this.catalog.forStatus(status);
		assertThat(entry.code()).isEqualTo(code);
		assertThat(entry.definition()).isEqualTo(ErrorDefinition.of(status, phrase + ".").title(phrase));
	}

	@Test
	void unknownStatusIsNamedByItsNumber() {
		ErrorCode entry = this.catalog.forStatus(499);
		assertThat(entry.code()).isEqualTo("http_499");
		assertThat(entry.definition())
			.isEqualTo(ErrorDefinition.of(499, "The request failed with status 499.").title("HTTP 499"));
	}

	@Test
	void entriesOfAStatusAreEqual() {
		assertThat(this.catalog.forStatus(499)).isEqualTo(this.catalog.forStatus(499));
	}

	@Test
	void codeOfEachStatusIsValidAndUnique() {
		List<String> codes = IntStream.range(400, 600)
			.mapToObj((status) -> this.catalog.forStatus(status).code())
			.toList();
		assertThat(codes).doesNotHaveDuplicates().allMatch((code) -> code.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
	}

	@ParameterizedTest
	@CsvSource({ "404, Not Found", "413, Content Too Large", "422, Unprocessable Content", "499, HTTP 499",
			"511, Network Authentication Required", "599, HTTP 599" })
	void reasonOfAnErrorIsThePhraseOfItsStatus(int status, String reason) {
		assertThat(ApiError.of(this.catalog.forStatus(status)).reason()).isEqualTo(reason);
	}

	private record Locked() implements ErrorCode {

		@Override
		public String code() {
			return "door_locked";
		}

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(423, "The door is locked.");
		}

	}

}
