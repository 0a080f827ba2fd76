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

package io.github.faultbook.autoconfigure.contract;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests that fail when a part of the response has been sent, or when an
 * error has been sent before.
 */
@ExtendWith(OutputCaptureExtension.class)
@ParameterizedClass
@EnumSource(Server.Container.class)
class CutShortTests {

	private static final Pattern RECORD = Pattern.compile("(?m)^\\d{4}-\\S+ +(?:WARN|ERROR) .*$");

	private static final Pattern REFERENCE = Pattern.compile("reference (\\w+)");

	private static Server server;

	private static Server withPages;

	CutShortTests(Server.Container container) {
		// Each container has servers of its own
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		server = start(container, "faultbook.format=details-map");
		withPages = start(container, "faultbook.html-pages=true");
	}

	private static Server start(Server.Container container, String property) {
		return new Server(container, property, "logging.level.org.apache=warn", "logging.level.org.eclipse.jetty=warn",
				"logging.level.io.github.faultbook.errors=info",
				"spring.main.sources=" + RecordingListener.class.getName() + "," + Failures.class.getName());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
		withPages.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/after-flush", "/async/stream-after" })
	void partIsNeitherCompletedNorFollowedByAnError(String path) {
		Wire.Answer answer = server.send("GET " + path);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body().replace("begun", "")).doesNotContain("error");
		assertThat(answer.complete()).isFalse();
	}

	@Test
	void serializationThatFailsLateIsNotCompleted() {
		Wire.Answer answer = server.send("GET /late-getter");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).doesNotContain("error_code");
		assertThat(answer.complete()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/after-flush", "/late-getter", "/async/stream-after" })
	void listenersLearnOfTheFailureOnce(String path) {
		List<String> errors = server.application().getBean(RecordingListener.class).errors;
		errors.clear();
		server.send("GET " + path);
		assertThat(errors).containsExactly("500 internal_server_error");
	}

	@Test
	void errorPageIsNotAppended() {
		for (String path : List.of("/after-flush", "/late-getter")) {
			Wire.Answer answer = withPages.send("GET " + path);
			assertThat(answer.status()).as(path).isEqualTo(200);
			assertThat(answer.body()).as(path).doesNotContain("timestamp", "Internal Server Error");
			assertThat(answer.complete()).as(path).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/after-flush", "/late-getter", "/async/stream-after", "/async/events-after",
			"/failures/send-error-then-throw" })
	void failureIsLoggedOnce(String path, CapturedOutput output) {
		int before = output.length();
		server.send("GET " + path);
		assertThat(records(output.toString().substring(before))).singleElement()
			.asString()
			.contains(" ERROR ", "500 internal_server_error, GET " + path);
	}

	@Test
	void streamWhoseTimeIsOverHasNotFailed(CapturedOutput output) {
		int before = output.length();
		Observation answer = Observation.of(server.port(), "GET /failures/events-until-timeout");
		assertThat(answer.body()).isEqualTo("data:begun\n\n");
		// The next request is refused and ends the connection
		assertThat(answer.connection()).isEqualTo(Observation.Connection.CLOSED);
		assertThat(records(output.toString().substring(before))).isEmpty();
	}

	private static List<String> records(String output) {
		// Jetty may log behind the answer that this one was too late
		return RECORD.matcher(output)
			.results()
			.map(MatchResult::group)
			.filter((line) -> !line.endsWith(": /outside/twice"))
			.toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nope", "/filter/send-error", "/failures/send-error-then-throw", "/async/deferred",
			"/failures/without-end", "/outside/twice" })
	void referenceOfTheAnswerIsThatOfTheLog(String path, CapturedOutput output) {
		int before = output.length();
		List<String> sent = server.send("GET " + path).headers().get("X-Error-Reference");
		assertThat(REFERENCE.matcher(output.toString().substring(before)).results().map((found) -> found.group(1)))
			.isNotEmpty()
			.allMatch(sent.get(0)::equals);
	}

	/**
	 * Fails in more ways than the application.
	 */
	@Configuration(proxyBeanMethods = false)
	@RestController
	static class Failures {

		/**
		 * Fail once more behind the answer.
		 * @return a filter around all others
		 */
		@Bean
		FilterRegistrationBean<Filter> outside() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				chain.doFilter(request, response);
				if (((HttpServletRequest) request).getRequestURI().equals("/outside/twice")) {
					throw new IllegalStateException(Markers.SECRET);
				}
			});
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

		@GetMapping("/failures/send-error-then-throw")
		void sendErrorThenThrow(HttpServletResponse response) throws IOException {
			response.sendError(404);
			throw new IllegalStateException(Markers.SECRET);
		}

		@GetMapping("/failures/without-end")
		void withoutEnd(HttpServletRequest request) {
			request.startAsync().setTimeout(50);
		}

		@GetMapping("/failures/events-until-timeout")
		SseEmitter eventsUntilTimeout() throws IOException {
			SseEmitter emitter = new SseEmitter(100L);
			emitter.send("begun");
			return emitter;
		}

	}

	static class RecordingListener implements ErrorListener {

		private final List<String> errors = new CopyOnWriteArrayList<>();

		List<String> errors() {
			return this.errors;
		}

		@Override
		public void onError(ErrorEvent event) {
			this.errors.add(event.error().toString());
		}

	}

}
