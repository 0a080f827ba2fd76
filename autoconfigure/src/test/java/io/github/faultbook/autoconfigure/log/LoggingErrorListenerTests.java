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

package io.github.faultbook.autoconfigure.log;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.Violation;
import io.github.faultbook.autoconfigure.PlainRequest;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorPipeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoggingErrorListener}.
 */
@ExtendWith(OutputCaptureExtension.class)
class LoggingErrorListenerTests {

	/**
	 * What stands before the text depends on whether an application has run before.
	 */
	private static final Pattern PREFIX = Pattern.compile(
			"^\\d\\S+.*? (TRACE|DEBUG|INFO|WARN|ERROR) .*?io\\.github\\.faultbook\\.errors +(?:--|:) ",
			Pattern.MULTILINE);

	private static final ApiError CONFLICT = ApiError.of(CommonError.CONFLICT);

	private static final ApiError BAD_GATEWAY = ApiError.of(CommonError.BAD_GATEWAY);

	private final LoggingErrorListener listener = listener(LogLevel.INFO, LogLevel.ERROR);

	@Test
	void clientErrorIsOneLineWithoutTheTextOfTheException(CapturedOutput output) {
		this.listener.onError(event(CONFLICT, new ApiException(CommonError.CONFLICT).message("secret")));
		assertThat(lines(output)).containsExactly(
				"INFO 409 conflict, POST /invoices/7, reference ref-1, " + "io.github.faultbook.ApiException");
	}

	@Test
	void linesAreThoseOfThePage(CapturedOutput output) throws IOException {
		this.listener.onError(event(CONFLICT, new ApiException(CommonError.CONFLICT)));
		assertThat(page()).contains("\n" + lines(output).get(0)
			.replace("INFO 409 conflict, POST", "404 invoice_not_found, GET")
			.replace("ref-1", "5f1c…")
			.replace(ApiException.class.getName(), "com.example.InvoiceNotFoundException") + "\n");
	}

	private static String page() throws IOException {
		return Files.readString(Path.of("..", "docs", "observability.md"));
	}

	@Test
	void causeOfAClientErrorIsNotLogged(CapturedOutput output) {
		this.listener
			.onError(event(CONFLICT, new ApiException(CommonError.CONFLICT, new IllegalStateException("secret"))));
		assertThat(lines(output)).hasSize(1);
		assertThat(output).doesNotContain("secret");
	}

	@Test
	void errorWithoutExceptionIsOneLine(CapturedOutput output) {
		this.listener.onError(event(BAD_GATEWAY, null));
		assertThat(lines(output)).containsExactly("ERROR 502 bad_gateway, POST /invoices/7, reference ref-1");
	}

	@Test
	void serverErrorHasTheStackTraceOnce(CapturedOutput output) {
		this.listener.onError(event(BAD_GATEWAY, new IllegalStateException("inside")));
		assertThat(lines(output)).startsWith(
				"ERROR 502 bad_gateway, POST /invoices/7, reference ref-1, java.lang.IllegalStateException",
				"java.lang.IllegalStateException: inside");
		assertThat(output.getAll()).containsOnlyOnce("IllegalStateException: inside")
			.containsOnlyOnce("serverErrorHasTheStackTraceOnce");
	}

	@ParameterizedTest
	@EnumSource(value = LogLevel.class, names = { "INFO", "WARN", "ERROR" })
	void clientErrorIsLoggedAtTheConfiguredLevel(LogLevel level, CapturedOutput output) {
		listener(level, LogLevel.OFF).onError(event(CONFLICT, null));
		assertThat(lines(output)).containsExactly(level + " 409 conflict, POST /invoices/7, reference ref-1");
	}

	@Test
	void serverErrorIsLoggedAtTheConfiguredLevel(CapturedOutput output) {
		listener(LogLevel.OFF, LogLevel.WARN).onError(event(BAD_GATEWAY, null));
		assertThat(lines(output)).containsExactly("WARN 502 bad_gateway, POST /invoices/7, reference ref-1");
	}

	@ParameterizedTest
	@CsvSource({ "NOT_IMPLEMENTED, 501 not_implemented", "HTTP_VERSION_NOT_SUPPORTED, 505 http_version_not_supported" })
	void refusalOfWhatIsNotSupportedIsLoggedAsAClientError(CommonError refusal, String line, CapturedOutput output) {
		this.listener.onError(event(ApiError.of(refusal), new IllegalStateException("inside")));
		assertThat(lines(output))
			.containsExactly("INFO " + line + ", POST /invoices/7, reference ref-1, java.lang.IllegalStateException");
	}

	@Test
	void timeoutOfAnAsynchronousRequestIsLoggedAsAClientError(CapturedOutput output) {
		this.listener.onError(event(ApiError.of(CommonError.SERVICE_UNAVAILABLE), new AsyncRequestTimeoutException()));
		assertThat(lines(output)).containsExactly("INFO 503 service_unavailable, POST /invoices/7, reference ref-1, "
				+ "org.springframework.web.context.request.async.AsyncRequestTimeoutException");
	}

	@Test
	void levelOffLogsNothing(CapturedOutput output) {
		LoggingErrorListener off = listener(LogLevel.OFF, LogLevel.OFF);
		off.onError(event(CONFLICT, null));
		off.onError(event(BAD_GATEWAY, new IllegalStateException()));
		assertThat(output).isEmpty();
	}

	@Test
	void whatElseFailedIsLoggedWithItsStackTrace(CapturedOutput output) {
		listener(LogLevel.OFF, LogLevel.OFF)
			.onError(new ErrorEvent(CONFLICT, null, new PlainRequest(), List.of(new IllegalStateException("broken"))));
		assertThat(lines(output)).startsWith(
				"ERROR Failed while answering 409 conflict, POST /invoices/7, reference ref-1",
				"java.lang.IllegalStateException: broken");
	}

	@Test
	void factThatIsLeftOutIsOneLine(CapturedOutput output) {
		answerWithUnwritableFact();
		assertThat(lines(output))
			.containsExactly("ERROR Failed while answering 409 conflict, POST /invoices/7, reference ref-1, "
					+ "io.github.faultbook.ApiException: Fact 'bad' cannot be written, "
					+ "tools.jackson.databind.DatabindException");
	}

	@Test
	void factThatIsLeftOutHasTheStackTraceWhenDebugging(CapturedOutput output) {
		LoggingSystem log = LoggingSystem.get(getClass().getClassLoader());
		log.setLogLevel("io.github.faultbook.errors", LogLevel.DEBUG);
		try {
			answerWithUnwritableFact();
		}
		finally {
			log.setLogLevel("io.github.faultbook.errors", null);
		}
		assertThat(output).contains("Fact 'bad' cannot be written, tools.jackson.databind.DatabindException")
			.containsOnlyOnce("java.lang.IllegalStateException: secret")
			.contains("LoggingErrorListenerTests$Unwritable");
	}

	private static void answerWithUnwritableFact() {
		WireFormat format = new WireFormats(JsonMapper.shared(), null).preset("details-map");
		ErrorPipeline.builder(ErrorCatalog.of(List.of()), (request) -> format, JsonMapper.shared())
			.listeners(List.of(listener(LogLevel.OFF, LogLevel.OFF)))
			.build()
			.handle(new ApiException(CommonError.CONFLICT).with("bad", new Unwritable()), new PlainRequest());
	}

	@Test
	void errorsInAStormAreCounted(CapturedOutput output) throws IOException {
		LoggingErrorListener bounded = listener(LogLevel.INFO, LogLevel.ERROR, 2);
		for (int i = 0; i < 1234; i++) {
			bounded.onError(event(BAD_GATEWAY, new IllegalStateException("inside")));
			bounded.onError(event(CONFLICT, null));
		}
		bounded.onError(event(BAD_GATEWAY, new IllegalArgumentException("other")));
		bounded.close();
		String summary = "1,232 more in 60 s were not logged: bad_gateway, java.lang.IllegalStateException";
		assertThat(page()).contains("\n" + summary + "\n");
		assertThat(lines(output)).filteredOn((line) -> line.matches("(INFO|ERROR) .*"))
			.containsExactlyInAnyOrder(
					"ERROR 502 bad_gateway, POST /invoices/7, reference ref-1, java.lang.IllegalStateException",
					"ERROR 502 bad_gateway, POST /invoices/7, reference ref-1, java.lang.IllegalStateException",
					"ERROR 502 bad_gateway, POST /invoices/7, reference ref-1, java.lang.IllegalArgumentException",
					"INFO 409 conflict, POST /invoices/7, reference ref-1",
					"INFO 409 conflict, POST /invoices/7, reference ref-1", "ERROR " + summary,
					"INFO 1,232 more in 60 s were not logged: conflict");
		assertThat(output.getAll().split("IllegalStateException: inside", -1)).hasSize(3);
	}

	@Test
	void failuresInAStormAreCounted(CapturedOutput output) {
		LoggingErrorListener bounded = listener(LogLevel.OFF, LogLevel.OFF, 1);
		for (int i = 0; i < 3; i++) {
			bounded.onError(
					new ErrorEvent(CONFLICT, null, new PlainRequest(), List.of(new IllegalStateException("broken"))));
		}
		bounded.close();
		assertThat(lines(output)).filteredOn((line) -> line.startsWith("ERROR "))
			.containsExactly("ERROR Failed while answering 409 conflict, POST /invoices/7, reference ref-1",
					"ERROR 2 more in 60 s were not logged: failures while answering conflict, "
							+ "java.lang.IllegalStateException");
	}

	@Test
	void nameOfAnInputIsInert(CapturedOutput output) {
		ApiError error = CONFLICT.toBuilder()
			.violations(List.of(new Violation(List.of("a\u202eb\u200bc\nd"), Violation.In.QUERY, "x", "y", Map.of())))
			.build();
		this.listener.onError(event(error, null));
		assertThat(lines(output))
			.containsExactly("INFO 409 conflict, POST /invoices/7, reference ref-1, invalid: [a?b?c?d] x");
	}

	@Test
	void lineBreaksOfTheRequestStayInTheLine(CapturedOutput output) {
		PlainRequest request = new PlainRequest("GE\nT", "/a\r\nb\u0000c\u001b[31md\u0085e\u2028f\u2029g");
		this.listener.onError(new ErrorEvent(CONFLICT, null, request, List.of()));
		assertThat(lines(output)).containsExactly("INFO 409 conflict, GE?T /a??b?c?[31md?e?f?g, reference ref-1");
	}

	@Test
	void valuesOfTheRequestAreNotPatterns(CapturedOutput output) {
		PlainRequest request = new PlainRequest("GET", "/%s/{}/${x}/%n");
		this.listener.onError(new ErrorEvent(CONFLICT, null, request, List.of()));
		assertThat(lines(output)).containsExactly("INFO 409 conflict, GET /%s/{}/${x}/%n, reference ref-1");
	}

	@Test
	void longPathIsCut(CapturedOutput output) {
		PlainRequest request = new PlainRequest("GET", "/" + "x".repeat(1000));
		this.listener.onError(new ErrorEvent(CONFLICT, null, request, List.of()));
		assertThat(lines(output)).containsExactly("INFO 409 conflict, GET /" + "x".repeat(499) + "…, reference ref-1");
	}

	private static ErrorEvent event(ApiError error, @Nullable Throwable exception) {
		return new ErrorEvent(error, exception, new PlainRequest(), List.of());
	}

	/**
	 * Return what was logged.
	 * @param output everything that was written
	 * @return the lines, without time, thread and logger
	 */
	@Test
	void invalidInputsAreNamedWithoutTheirValues(CapturedOutput output) {
		ApiError error = CONFLICT.toBuilder()
			.violations(List.of(Violation.of("items[0].qty", "out_of_range", "must not be 7")))
			.build();
		this.listener.onError(event(error, null));
		assertThat(lines(output)).containsExactly(
				"INFO 409 conflict, POST /invoices/7, reference ref-1, invalid: [items, 0, qty] out_of_range");
	}

	@Test
	void classCountsBeforeCodeAndCodeBeforeStatus() {
		LogPolicy policy = new LogPolicy(Map.of(IOException.class, LogLevel.TRACE), Map.of("conflict", LogLevel.DEBUG),
				Map.of(409, LogLevel.WARN, 502, LogLevel.OFF), LogLevel.INFO, LogLevel.ERROR);
		assertThat(policy.levelOf(event(CONFLICT, new FileNotFoundException()))).isEqualTo(LogLevel.TRACE);
		assertThat(policy.levelOf(event(CONFLICT, new IllegalStateException()))).isEqualTo(LogLevel.DEBUG);
		assertThat(policy.levelOf(event(BAD_GATEWAY, null))).isEqualTo(LogLevel.OFF);
		assertThat(policy.levelOf(event(ApiError.of(CommonError.RESOURCE_GONE), null))).isEqualTo(LogLevel.INFO);
	}

	private static LoggingErrorListener listener(LogLevel clientErrors, LogLevel serverErrors) {
		return listener(clientErrors, serverErrors, 100);
	}

	private static LoggingErrorListener listener(LogLevel clientErrors, LogLevel serverErrors, int entries) {
		return new LoggingErrorListener(new LogPolicy(Map.of(), Map.of(), Map.of(), clientErrors, serverErrors),
				new LogBudget(entries, Duration.ofMinutes(1), () -> 0, (task, delay) -> {
				}));
	}

	private static List<String> lines(CapturedOutput output) {
		Matcher prefix = PREFIX.matcher(output.getOut());
		return prefix.replaceAll("$1 ").lines().filter((line) -> !line.isBlank()).toList();
	}

	static final class Unwritable {

		@JsonProperty
		String value() {
			throw new IllegalStateException("secret");
		}

	}

}
