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

package io.github.faultbook.monitoring;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the recipe for OpenTelemetry, and for the page that shows all traces of one
 * error. With {@code -Dfaultbook.docs.update=true}, the page is written.
 */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class OpenTelemetryTests {

	private static final AttributeKey<String> CODE = AttributeKey.stringKey("error.code");

	private static final BlockingQueue<SpanData> SPANS = new LinkedBlockingQueue<>();

	private static final Path PAGE = Path.of("..", "docs", "one-error.md");

	private static final String EXAMPLE_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static ConfigurableApplicationContext application;

	@BeforeAll
	static void start() {
		application = BillingApplication.run(RecordingTraces.class,
				BillingApplication.documentedProperties("OpenTelemetry"));
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@BeforeEach
	void clear() {
		SPANS.clear();
	}

	@Test
	void referenceIsTheTraceIdentifier() {
		HttpResponse<String> response = BillingApplication.get(application, "/payments");
		assertThat(reference(response)).isEqualTo(span().getTraceId());
	}

	@Test
	void spanOfAnErrorOfTheServerHasItsCodeAndException() {
		BillingApplication.get(application, "/reports");
		SpanData span = span();
		assertThat(span.getAttributes().get(CODE)).isEqualTo("internal_server_error");
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getEvents()).hasSize(1)
			.allSatisfy((event) -> assertThat(event.getAttributes().get(AttributeKey.stringKey("exception.type")))
				.isEqualTo(IllegalStateException.class.getName()));
	}

	@Test
	void spanOfAnErrorOfTheClientHasItsCodeAndIsNoError() {
		BillingApplication.get(application, "/invoices/7");
		SpanData span = span();
		assertThat(span.getAttributes().get(CODE)).isEqualTo("invoice_not_found");
		assertThat(span.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
		assertThat(span.getEvents()).isEmpty();
	}

	@Test
	void pageShowsAllTracesOfOneError(CapturedOutput output) throws IOException {
		HttpResponse<String> response = BillingApplication.get(application, "/invoices/7");
		SpanData span = span();
		String page = page(response, logLine(output, span.getTraceId()), span).replace(span.getTraceId(),
				EXAMPLE_TRACE);
		if (Boolean.getBoolean("faultbook.docs.update")) {
			Files.writeString(PAGE, page);
		}
		assertThat(PAGE).content().isEqualTo(page);
	}

	private static String page(HttpResponse<String> response, String logLine, SpanData span) {
		return """
				# One error, seen from everywhere

				A client asks for `/invoices/7`, which does not exist. The controller throws

				```java
				throw new ApiException(BillingError.INVOICE_NOT_FOUND).with("invoice_id", id);
				```

				This page shows every trace of this one error. A test sends the request to an application with \
				`spring-boot-starter-opentelemetry` and the Prometheus registry of Micrometer, and writes the page.

				## The answer

				```http
				HTTP/1.1 %d
				Content-Type: %s
				X-Error-Reference: %s

				%s
				```

				The reference is the trace identifier. A client that reports it leads you to the log and to the trace.

				## The log

				```text
				%s
				```

				The identifier in brackets is `%%X{traceId}` of the logging pattern. The reference at the end of the line is \
				there without tracing, too.

				## The metrics

				```text
				%s
				```

				The first counter belongs to Faultbook, and the second to Spring Boot. Both have the code, so you can \
				count an error by status, by operation, or over all applications.

				## The trace

				The span of the request is named `%s`. Its status is `%s`, because an error of the client is no error of \
				the server, and it has these attributes:

				| Attribute | Value |
				|---|---|
				%s
				An error with a status of 500 or above has the status `ERROR`, and an event with the exception.
				"""
			.formatted(response.statusCode(), response.headers().firstValue("Content-Type").orElseThrow(),
					reference(response), response.body(), logLine, metrics(), span.getName(),
					span.getStatus().getStatusCode(), attributes(span));
	}

	private static String reference(HttpResponse<String> response) {
		return response.headers().firstValue("X-Error-Reference").orElseThrow();
	}

	private static String logLine(CapturedOutput output, String trace) {
		return output.getOut().lines().filter((line) -> line.contains(trace)).collect(Collectors.joining("\n"));
	}

	/**
	 * Return the metrics of the request, which are recorded a moment after the response.
	 * @return a line for each metric
	 */
	private static String metrics() {
		String metrics = "";
		for (int i = 0; i < 1000 && !metrics.contains("seconds_count"); i++) {
			metrics = BillingApplication.get(application, "/actuator/prometheus")
				.body()
				.lines()
				.filter((line) -> line.contains("invoice_not_found")
						&& (line.startsWith("faultbook_errors_total") || line.contains("seconds_count")))
				.map((line) -> line.replaceAll(" \\d+(\\.\\d+)?$", " 1.0"))
				.collect(Collectors.joining("\n"));
		}
		return metrics;
	}

	private static String attributes(SpanData span) {
		TreeMap<String, Object> attributes = new TreeMap<>();
		span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
		return attributes.entrySet()
			.stream()
			.map((attribute) -> "| `%s` | `%s` |\n".formatted(attribute.getKey(), attribute.getValue()))
			.collect(Collectors.joining());
	}

	/**
	 * Return the span of the request, which ends a moment after the response. Spring
	 * Security has spans of its own.
	 * @return the span
	 */
	private static SpanData span() {
		try {
			SpanData span;
			do {
				span = Objects.requireNonNull(SPANS.poll(30, TimeUnit.SECONDS), "No span");
			}
			while (span.getKind() != SpanKind.SERVER);
			return span;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class RecordingTraces {

		@Bean
		SpanProcessor recordingSpanProcessor() {
			return SimpleSpanProcessor.create(new RecordingExporter());
		}

	}

	private static final class RecordingExporter implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			SPANS.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
