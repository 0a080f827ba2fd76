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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.sentry.Hint;
import io.sentry.ITransportFactory;
import io.sentry.SentryEnvelope;
import io.sentry.SentryEnvelopeItem;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.SentryException;
import io.sentry.transport.ITransport;
import io.sentry.transport.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the recipe for Sentry, with its starter and a transport that keeps the
 * events.
 */
@Tag("slow")
class SentryTests {

	private static final List<SentryEvent> EVENTS = new CopyOnWriteArrayList<>();

	private static ConfigurableApplicationContext application;

	@BeforeAll
	static void start() {
		application = BillingApplication.run(RecordingSentry.class, BillingApplication.documentedProperties("Sentry"));
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@BeforeEach
	void clear() {
		EVENTS.clear();
	}

	@Test
	void unexpectedExceptionIsSentOnce() {
		assertThat(BillingApplication.get(application, "/reports").statusCode()).isEqualTo(500);
		assertThat(EVENTS).hasSize(1);
		assertThat(exception(EVENTS.get(0)).getType()).isEqualTo("IllegalStateException");
		assertThat(exception(EVENTS.get(0)).getValue()).isEqualTo("The database is gone");
	}

	@Test
	void declaredErrorOfTheServerIsSentWithItsCodeAndReference() {
		HttpResponse<String> response = BillingApplication.get(application, "/payments");
		assertThat(response.statusCode()).isEqualTo(502);
		assertThat(EVENTS).hasSize(1);
		assertThat(EVENTS.get(0).getTags()).containsEntry("error.code", "bad_gateway")
			.containsEntry("error.reference", response.headers().firstValue("X-Error-Reference").orElseThrow());
	}

	@Test
	void errorOfTheClientIsNotSent() {
		assertThat(BillingApplication.get(application, "/invoices/7").statusCode()).isEqualTo(404);
		assertThat(BillingApplication.get(application, "/nowhere").statusCode()).isEqualTo(404);
		assertThat(EVENTS).isEmpty();
	}

	@Test
	void codeOfThePageIsTheTestedOne() throws IOException {
		Path source = Path.of("src", "test", "java", "io", "github", "faultbook", "monitoring",
				"SentryConfiguration.java");
		Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(Path.of("..", "docs", "operate.md")));
		assertThat(block.find()).isTrue();
		assertThat(Files.readString(source).replace("\n\t", "\n")).contains(block.group(1));
	}

	private static SentryException exception(SentryEvent event) {
		return event.getExceptions().get(event.getExceptions().size() - 1);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(SentryConfiguration.class)
	static class RecordingSentry {

		@Bean
		ITransportFactory transport() {
			return (options, details) -> new RecordingTransport(options);
		}

	}

	/**
	 * Keeps events instead of sending them.
	 *
	 * @param options how they are serialized
	 */
	private record RecordingTransport(SentryOptions options) implements ITransport {

		@Override
		public void send(SentryEnvelope envelope, Hint hint) {
			for (SentryEnvelopeItem item : envelope.getItems()) {
				SentryEvent event = event(item);
				if (event != null) {
					EVENTS.add(event);
				}
			}
		}

		private @Nullable SentryEvent event(SentryEnvelopeItem item) {
			try {
				return item.getEvent(this.options.getSerializer());
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void flush(long timeoutMillis) {
		}

		@Override
		public @Nullable RateLimiter getRateLimiter() {
			return null;
		}

		@Override
		public void close(boolean isRestarting) {
		}

		@Override
		public void close() {
		}

	}

}
