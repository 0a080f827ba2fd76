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
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications that answer some failures themselves.
 */
class OwnHandlingTests {

	private static final String NOT_FOUND = """
			{"error":"The requested resource could not be found.","error_code":"resource_not_found"}""";

	private static Server server;

	@BeforeAll
	static void start() {
		server = new Server(Server.Container.TOMCAT, "faultbook.format=details-map",
				"spring.main.sources=" + OwnHandling.class.getName(), "spring.mvc.problemdetails.enabled=true",
				"spring.web.error.path=/oops");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void adviceOfTheApplicationWins() {
		assertThat(server.send("GET /throw/runtime").body()).isEqualTo("own IllegalStateException");
		assertThat(server.send("GET /input/query").body()).isEqualTo("own MissingServletRequestParameterException");
	}

	@Test
	void problemDetailsOfTheFrameworkDoNotWin() {
		assertThat(server.send("GET /nope").body()).isEqualTo(NOT_FOUND);
		assertThat(server.send("DELETE /orders").headers().get("Content-Type")).containsExactly("application/json");
	}

	@Test
	void entryPointOfTheApplicationIsRespected() {
		Wire.Answer answer = server.send("GET /own/hello");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.body()).isEqualTo("own entry point");
	}

	@Test
	void accessDeniedHandlerOfTheApplicationIsRespected() {
		Wire.Answer answer = server.send("GET /own/hello", SecurityCases.credentials("ada", "pw"));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).isEqualTo("own access denied handler");
	}

	@ParameterizedTest
	@ValueSource(strings = { "writer", "stream", "flush", "late-type", "bytes" })
	void bodyOfTheApplicationIsKeptWithoutAMediaType(String way) {
		for (int status : new int[] { 403, 409, 416, 503 }) {
			Wire.Answer answer = server.send("GET /public/own-body?way=" + way + "&status=" + status);
			assertThat(answer.status()).isEqualTo(status);
			assertThat(answer.body()).isEqualTo("own body");
		}
	}

	@Test
	void oneOfSeveralMechanismsChallenges() {
		Wire.Answer answer = server.send("GET /several/hello");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.headers().get("WWW-Authenticate")).containsExactly(SecurityCases.BASIC);
		assertThat(answer.body()).isEqualTo(
				"""
						{"error":"Authentication credentials not provided or invalid.","error_code":"authentication_required"}""");
	}

	@Test
	void errorPageThatWasMovedIsNotForClients() {
		for (String path : List.of("/oops", "/error")) {
			assertThat(server.send("GET " + path).body()).isEqualTo(NOT_FOUND);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@RestControllerAdvice
	static class OwnHandling {

		@ExceptionHandler({ IllegalStateException.class, MissingServletRequestParameterException.class })
		ResponseEntity<String> handle(Exception exception) {
			return ResponseEntity.status(418).body("own " + exception.getClass().getSimpleName());
		}

		@Bean
		@Order(-1)
		SecurityFilterChain own(HttpSecurity http) throws Exception {
			return http.securityMatcher("/own/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll())
				.httpBasic(Customizer.withDefaults())
				.exceptionHandling((handling) -> handling
					.authenticationEntryPoint(
							(request, response, exception) -> answer(response, 401, "own entry point"))
					.accessDeniedHandler((request, response, exception) -> {
						response.setStatus(403);
						response.getWriter().write("own access denied handler");
					}))
				.build();
		}

		@Bean
		@Order(-2)
		SecurityFilterChain several(HttpSecurity http) throws Exception {
			return http.securityMatcher("/several/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.httpBasic(Customizer.withDefaults())
				.oauth2ResourceServer((resources) -> resources.jwt(Customizer.withDefaults()))
				.build();
		}

		private static void answer(HttpServletResponse response, int status, String text) throws IOException {
			response.setStatus(status);
			response.setContentType("text/plain");
			response.getWriter().write(text);
		}

		@RestController
		static class OwnBodyController {

			@GetMapping("/public/own-body")
			void answer(@RequestParam String way, @RequestParam int status, HttpServletResponse response)
					throws IOException {
				response.setStatus(status);
				switch (way) {
					case "stream" -> response.getOutputStream().write("own body".getBytes(StandardCharsets.UTF_8));
					case "bytes" -> {
						for (char c : "own body".toCharArray()) {
							response.getOutputStream().write(c);
						}
					}
					default -> {
						PrintWriter writer = response.getWriter();
						if (way.equals("late-type")) {
							response.setContentType("text/plain");
						}
						writer.write("own body");
						if (way.equals("flush")) {
							response.flushBuffer();
						}
					}
				}
			}

		}

	}

}
