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

import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.faultbook.autoconfigure.contract.Server.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for listeners of non-blocking input and output that fail.
 */
@ParameterizedClass
@EnumSource
class NonBlockingTests {

	private static Server server;

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	NonBlockingTests(Container container) {
	}

	@BeforeParameterizedClassInvocation
	static void start(Container container) {
		server = new Server(container, ResponseApplication.class, Server.class.getClassLoader(),
				"logging.level.io.github.faultbook.errors=info", "logging.threshold.console=off",
				"faultbook.format-rules[0].header=X-Format: problem-details",
				"faultbook.format-rules[0].format=problem-details", "faultbook.format=details-map");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@BeforeEach
	void listen() {
		this.log.start();
		logger().addAppender(this.log);
	}

	@AfterEach
	void listenNoMore() {
		logger().detachAppender(this.log);
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger("io.github.faultbook.errors");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET  | async-write-listener-throw         | ''   | 500 | internal_server_error
			POST | async-write-listener-throw         | body | 500 | internal_server_error
			GET  | async-write-listener-written-throw | ''   | 500 | internal_server_error
			GET  | async-write-listener-throw-status  | ''   | 409 | conflict
			GET  | async-read-listener-throw          | ''   | 500 | internal_server_error
			POST | async-read-listener-throw          | body | 500 | internal_server_error
			POST | async-read-listener-throw-status   | body | 409 | conflict
			GET  | async-read-listener-throw-status   | ''   | 409 | conflict
			GET  | async-listener-own-error           | ''   | 504 | gateway_timeout""")
	void exceptionIsAnsweredAndLoggedOnce(String method, String name, String body, int status, String code) {
		for (String path : List.of("/controller/" + name, "/filter/" + name)) {
			for (String format : List.of("details-map", "problem-details")) {
				this.log.list.clear();
				Wire.Answer answer = server.exchange(
						"%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Format: %s\r\n".formatted(method,
								path, format)
								+ "Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(),
										body));
				assertThat(answer.status()).isEqualTo(status);
				assertThat(answer.complete()).isTrue();
				assertThat(answer.body()).contains("\"" + code + "\"").doesNotContain("secret");
				assertThat(this.log.list).singleElement()
					.satisfies((event) -> assertThat(event.getFormattedMessage()).contains(path));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "/controller/", "/filter/" })
	void exceptionAfterAPartWasSentIsLoggedOnce(String where) {
		String answer = Wire.send(server.port(), "GET " + where
				+ "async-write-listener-flush-throw HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 200").contains("begun").doesNotContain("secret");
		assertThat(this.log.list).hasSize(1);
	}

}
