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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.pipeline.ErrorReferences;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for headers that an application makes too long or unfit, which a server would
 * refuse to send: whole answers over sockets, whichever door they leave by.
 */
@ParameterizedClass
@EnumSource(Server.Container.class)
class UnfitHeaderTests {

	private static final AtomicReference<Supplier<@Nullable String>> NEXT = new AtomicReference<>(() -> "ok");

	private static final AnswerCheck ANSWERS = new AnswerCheck("problem-details");

	private static Server server;

	UnfitHeaderTests(Server.Container container) {
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		server = new Server(container, "spring.main.sources=" + OwnReferences.class.getName());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	static Stream<Supplier<@Nullable String>> unfit() {
		return Stream.of(() -> {
			throw new IllegalStateException(Markers.SECRET);
		}, () -> null, () -> "", () -> "x".repeat(9000), () -> "a\r\nX-Injected: b", () -> "\u202eevil", () -> "a b");
	}

	@ParameterizedTest
	@MethodSource("unfit")
	void referenceThatIsUnfitIsReplaced(Supplier<@Nullable String> next) {
		NEXT.set(next);
		for (String door : List.of("GET /not-found-entity", "GET /nowhere", "GET /filter/api", "GET /a%2fb")) {
			Wire.Answer answer = server.send(door);
			assertThat(answer.headers().get("X-Error-Reference")).as(door)
				.singleElement()
				.asString()
				.matches("[0-9a-f]{16}");
			assertThat(answer.headers()).doesNotContainKey("X-Injected");
			assertThat(ANSWERS.problems(answer)).as(door).isEmpty();
		}
		assertThat(server.send("GET /nowhere").status()).isEqualTo(404);
	}

	@Test
	void referenceOfTheApplicationIsSent() {
		NEXT.set(() -> "Trace-1.2_3");
		assertThat(server.send("GET /filter/api").headers().get("X-Error-Reference")).containsExactly("Trace-1.2_3");
	}

	@Test
	void headersThatAServerWouldRefuseAreLeftOut() {
		NEXT.set(ErrorReferences::random);
		Wire.Answer answer = server.send("GET /unfit/headers");
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.headers()).doesNotContainKey("X-Huge")
			.containsEntry("X-Small", List.of("1"))
			.containsEntry("Allow", List.of("GET, PUT"));
		assertThat(answer.headers().get("X-Many").size()).isEqualTo(7);
		assertThat(ANSWERS.problems(answer)).isEmpty();
	}

	@Test
	void headersThatReplaceTheAnswerAreLeftOut() {
		NEXT.set(ErrorReferences::random);
		for (String door : List.of("GET /unfit/replaced", "GET /unfit/replaced-outside")) {
			Wire.Answer answer = server.send(door);
			assertThat(answer.status()).as(door).isEqualTo(409);
			assertThat(answer.headers()).as(door)
				.doesNotContainKeys("X-Accel-Redirect", "X-Sendfile", "Refresh")
				.containsEntry("X-Kept", List.of("yes"));
			assertThat(ANSWERS.problems(answer)).as(door).isEmpty();
		}
	}

	/**
	 * Returns the references that a test chooses, and headers that no server sends.
	 */
	@Configuration(proxyBeanMethods = false)
	@RestController
	static class OwnReferences {

		@Bean
		ErrorReferences references() {
			return () -> NEXT.get().get();
		}

		/**
		 * Fail where only the container is left to answer.
		 * @return a filter around all others
		 */
		@Bean
		FilterRegistrationBean<Filter> outside() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				if (((HttpServletRequest) request).getRequestURI().equals("/unfit/replaced-outside")) {
					replaced((HttpServletResponse) response);
				}
				chain.doFilter(request, response);
			});
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

		@GetMapping("/unfit/replaced")
		void replaced(HttpServletResponse response) {
			response.setHeader("X-Accel-Redirect", "/internal");
			response.setHeader("X-Sendfile", "/internal");
			response.setHeader("Refresh", "0; url=/internal");
			response.setHeader("X-Kept", "yes");
			throw new ApiException(CommonError.CONFLICT);
		}

		@GetMapping("/unfit/headers")
		void fail() {
			ApiException exception = new ApiException(CommonError.CONFLICT).header("X-Huge", "x".repeat(7900));
			for (int i = 0; i < 7; i++) {
				exception.header("X-Many", "y".repeat(500));
			}
			throw exception.header("X-Small", "1").header("Allow", "GET, PUT").header("X-More", "z".repeat(2000));
		}

	}

}
