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

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for streams of server-sent events that fail in a servlet application.
 */
@ParameterizedClass
@EnumSource
class ErrorEventTests {

	private static Server server;

	@Parameter
	Server.Container container;

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		server = start(container, "faultbook.format=nested-code");
	}

	private static Server start(Server.Container container, String property) {
		return new Server(container, property, "spring.main.sources=" + CutShortTests.RecordingListener.class.getName()
				+ "," + Controller.class.getName());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	/**
	 * Read a stream over a connection that lives on if the stream ends regularly. Only
	 * then is the end of the stream sent.
	 * @param server the server
	 * @param path the path of the stream
	 * @param next the path of the next request
	 * @return the stream
	 */
	static Wire.Answer read(Server server, String path, String next) {
		return server.exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
				+ "GET " + next + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "emitter", "twice", "body-emitter", "flux", "negotiated", "stream", "writer" })
	void lastEventIsTheErrorThatAnOrdinaryRequestGets(String way) {
		List<String> errors = server.application().getBean(CutShortTests.RecordingListener.class).errors();
		String body = server.send("GET /events/before").body();
		errors.clear();
		Wire.Answer answer = read(server, "/events/" + way, "/document");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("data:one\n\nevent:error\ndata:" + body + "\n\n");
		assertThat(answer.complete()).isTrue();
		assertThat(errors).containsExactly("409 conflict");
	}

	@Test
	void partOfAnEventIsCutSoThatItIsNotTakenForTheWhole() {
		Wire.Answer answer = read(server, "/events/part", "/document");
		assertThat(answer.body()).isEqualTo("data:on");
		assertThat(answer.complete()).isFalse();
	}

	@Test
	void streamOfAReactiveApplicationIsCutIfEventsAreSwitchedOff() {
		try (Server off = Server.reactive(ReactiveHandlingTests.OwnApplication.class, "faultbook.error-events=false")) {
			Wire.Answer answer = read(off, "/events/after", "/problem/none");
			assertThat(answer.body()).doesNotContain("event:");
			assertThat(answer.complete()).isFalse();
		}
	}

	@Test
	void streamIsCutIfEventsAreSwitchedOff() {
		try (Server off = start(this.container, "faultbook.error-events=false")) {
			Wire.Answer answer = read(off, "/events/emitter", "/document");
			assertThat(answer.body()).isEqualTo("data:one\n\n");
			assertThat(answer.complete()).isFalse();
		}
	}

	@RestController
	static class Controller {

		private static ApiException failure() {
			return new ApiException(CommonError.CONFLICT);
		}

		@GetMapping("/events/before")
		SseEmitter before() {
			SseEmitter emitter = new SseEmitter();
			emitter.completeWithError(failure());
			return emitter;
		}

		@GetMapping("/events/emitter")
		SseEmitter emitter() throws IOException {
			SseEmitter emitter = new SseEmitter();
			emitter.send("one");
			emitter.completeWithError(failure());
			return emitter;
		}

		@GetMapping("/events/twice")
		SseEmitter twice() throws IOException {
			SseEmitter emitter = emitter();
			emitter.complete();
			return emitter;
		}

		@GetMapping("/events/body-emitter")
		ResponseEntity<ResponseBodyEmitter> bodyEmitter() throws IOException {
			ResponseBodyEmitter emitter = new ResponseBodyEmitter();
			emitter.send("data:one\n\n", MediaType.TEXT_PLAIN);
			emitter.completeWithError(failure());
			return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).body(emitter);
		}

		@GetMapping("/events/flux")
		Flux<ServerSentEvent<String>> flux() {
			return Flux.concat(Flux.just(ServerSentEvent.builder("one").build()), Flux.error(failure()));
		}

		@GetMapping("/events/negotiated")
		Flux<String> negotiated() {
			return Flux.concat(Flux.just("one"), Flux.error(failure()));
		}

		@GetMapping("/events/stream")
		void stream(HttpServletResponse response) throws IOException {
			response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
			response.getOutputStream().print("data:one\n\n");
			response.flushBuffer();
			throw failure();
		}

		@GetMapping("/events/writer")
		void writer(HttpServletResponse response) throws IOException {
			write("data:one\n\n", response);
		}

		@GetMapping("/events/part")
		void part(HttpServletResponse response) throws IOException {
			write("data:on", response);
		}

		private static void write(String text, HttpServletResponse response) throws IOException {
			response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
			response.getWriter().write(text);
			response.flushBuffer();
			throw failure();
		}

	}

}
