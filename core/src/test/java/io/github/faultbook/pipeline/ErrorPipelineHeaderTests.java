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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the headers that an {@link ErrorPipeline} sends.
 */
class ErrorPipelineHeaderTests {

	private final Answers answers = new Answers();

	@Test
	void answerIsNotStoredAndNotSniffed() {
		assertThat(headers(fault())).isEqualTo(Map.of("Cache-Control", List.of("no-store"), "Content-Type",
				List.of("application/json"), "X-Content-Type-Options", List.of("nosniff")));
	}

	@Test
	void headersOfTheExceptionAreSent() {
		assertThat(headers(fault().header("Link", "</a>").header("link", "</b>").header("X-Tenant", "7")))
			.containsEntry("Link", List.of("</a>", "</b>"))
			.containsEntry("X-Tenant", List.of("7"));
	}

	@Test
	void exceptionMayAllowToStoreTheAnswer() {
		assertThat(headers(fault().header("cache-control", "max-age=60"))).containsEntry("Cache-Control",
				List.of("max-age=60"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "content-length", "Content-Encoding", "Content-Disposition", "Content-Range",
			"TRANSFER-ENCODING", "Connection", "Trailer", "Upgrade" })
	void headersOfBodyAndConnectionAreNotThoseOfTheException(String name) {
		assertThat(headers(fault().header(name, "1"))).doesNotContainKey(name);
	}

	@Test
	void contentTypeIsThatOfTheFormat() {
		WireFormat format = new WireFormats(JsonMapper.shared(), null).preset("problem-details");
		ErrorReply reply = this.answers.pipeline(format)
			.build()
			.handle(fault().header("content-type", "text/html"), new TestRequest());
		assertThat(reply.headers()).containsEntry("Content-Type", List.of("application/problem+json"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "X Y", "X:Y", "X\r\nY", "X\"", "Ü" })
	void headerWhoseNameIsNotATokenIsLeftOut(String name) {
		assertThat(headers(fault().header(name, "1"))).hasSize(3);
	}

	@Test
	void valueIsOneLine() {
		assertThat(headers(fault().header("X-A", "a\r\nSet-Cookie: b\u0000\u007f\u0085c\td"))).containsEntry("X-A",
				List.of("a  Set-Cookie: b   c d"));
	}

	@Test
	void valueHoldsNothingThatBecomesALineBreakWhenItsHighBitsAreLost() {
		assertThat(headers(fault().header("X-A", "a嘍嘊b é"))).containsEntry("X-A", List.of("a??b é"));
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 0", "PT1S, 1", "PT1.001S, 2", "PT-1S, 0", "PT1M, 60" })
	void delayIsSentInWholeSecondsRoundedUp(Duration delay, String seconds) {
		assertThat(headers(fault().retryAfter(delay))).containsEntry("Retry-After", List.of(seconds));
	}

	@Test
	void delayOfTheEntryIsSent() {
		assertThat(headers(new ApiException(new Busy()))).containsEntry("Retry-After", List.of("30"));
	}

	@Test
	void delayOfTheExceptionReplacesThatOfTheEntry() {
		assertThat(headers(new ApiException(new Busy()).retryAfter(Duration.ofSeconds(5)))).containsEntry("Retry-After",
				List.of("5"));
	}

	@Test
	void delayReplacesTheHeaderOfTheException() {
		assertThat(headers(fault().header("retry-after", "Wed, 21 Oct 2026 07:28:00 GMT").retryAfter(Duration.ZERO)))
			.containsEntry("Retry-After", List.of("0"));
	}

	@Test
	void headerOfTheExceptionIsSentIfThereIsNoDelay() {
		String date = "Wed, 21 Oct 2026 07:28:00 GMT";
		assertThat(headers(fault().header("Retry-After", date))).containsEntry("Retry-After", List.of(date));
	}

	@Test
	void referenceIsSentInTheConfiguredHeader() {
		ErrorReply reply = this.answers.pipeline().referenceHeader("X-Ref").build().handle(404, new TestRequest());
		assertThat(reply.headers()).containsEntry("X-Ref", List.of("ref-1"));
	}

	@Test
	void headersOfTheFormatAreSent() {
		WireFormat format = new WireFormats(JsonMapper.shared(), null).compile("test",
				"{ \"headers\": { \"X-Code\": \"{code}\", \"X-B\": \"b\" }, \"body\": {} }");
		ApiError error = ApiError.builder(CommonError.CONFLICT).header("x-b", "c").build();
		assertThat(this.answers.pipeline(format).build().handle(error, new TestRequest()).headers())
			.containsEntry("X-Code", List.of("conflict"))
			.containsEntry("X-B", List.of("c"));
	}

	@Test
	void headerThatIsTooLongIsLeftOutAsAWhole() {
		assertThat(headers(fault().header("X-Long", "x".repeat(2049)).header("X-Short", "y")))
			.containsEntry("X-Short", List.of("y"))
			.doesNotContainKey("X-Long");
		assertThat(this.answers.failures()).containsExactly("io.github.faultbook.pipeline.UnwritablePartException: "
				+ "Header 'X-Long' does not fit into 4,096 bytes of headers");
	}

	@Test
	void headersTogetherAreBoundedAndThoseThatAreOwedComeFirst() {
		ApiException fault = fault();
		for (int i = 0; i < 30; i++) {
			fault.header("A-" + (char) ('a' + i % 26) + i, "x".repeat(500));
		}
		Map<String, List<String>> headers = headers(
				fault.header("WWW-Authenticate", "Bearer " + "r".repeat(1500)).header("allow", "GET"));
		assertThat(headers).containsEntry("allow", List.of("GET"));
		assertThat(headers.get("WWW-Authenticate").get(0)).hasSize(1507);
		assertThat(headers.entrySet()
			.stream()
			.mapToInt((header) -> header.getKey().length() + header.getValue().get(0).length() + 4)
			.sum()).isBetween(3500, 4096 + 120);
	}

	@Test
	void valuesAreCounted() {
		ApiException fault = fault();
		for (int i = 0; i < 51; i++) {
			fault.header("X-Many", "1");
		}
		assertThat(headers(fault.header("X-One", "1"))).containsKey("X-One").doesNotContainKey("X-Many");
	}

	@Test
	void headerThatIsTooLongInTheFormatIsLeftOut() {
		WireFormat format = new WireFormats(JsonMapper.shared(), null).compile("test",
				"{ \"headers\": { \"X-Message\": \"{message}\" }, \"body\": {} }");
		ApiError error = ApiError.builder(CommonError.CONFLICT).message("m".repeat(7000)).build();
		assertThat(this.answers.pipeline(format)
			.limits(new ErrorLimits(1, 8000, 16))
			.build()
			.handle(error, new TestRequest())
			.headers()).doesNotContainKey("X-Message");
	}

	private static ApiException fault() {
		return new ApiException(CommonError.CONFLICT);
	}

	private Map<String, List<String>> headers(ApiException fault) {
		ErrorReply reply = this.answers.pipeline().build().handle(fault, new TestRequest());
		assertThat(reply.status()).isEqualTo(fault.errorCode().definition().status());
		return reply.headers();
	}

	private record Busy() implements ErrorCode {

		@Override
		public String code() {
			return "busy";
		}

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(503, "Busy.").retry(Retry.ALWAYS, Duration.ofSeconds(30));
		}

	}

}
