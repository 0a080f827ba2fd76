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
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests that fail when a part of the response has been sent.
 */
@ParameterizedClass
@EnumSource(Server.Container.class)
class CutShortTests {

	private static Server server;

	private final Server.Container container;

	CutShortTests(Server.Container container) {
		this.container = container;
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		server = new Server(container, "faultbook.format=details-map",
				"spring.main.sources=" + RecordingListener.class.getName());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
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
	void eventsThatFailAreNotCompleted() {
		Wire.Answer answer = server.send("GET /async/events-after");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("data:begun\n\n");
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
		try (Server withPages = new Server(this.container, "faultbook.html-pages=true")) {
			for (String path : List.of("/after-flush", "/late-getter")) {
				Wire.Answer answer = withPages.send("GET " + path);
				assertThat(answer.status()).as(path).isEqualTo(200);
				assertThat(answer.body()).as(path).doesNotContain("timestamp", "Internal Server Error");
				assertThat(answer.complete()).as(path).isFalse();
			}
		}
	}

	static class RecordingListener implements ErrorListener {

		private final List<String> errors = new CopyOnWriteArrayList<>();

		@Override
		public void onError(ErrorEvent event) {
			this.errors.add(event.error().toString());
		}

	}

}
