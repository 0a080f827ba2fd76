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

package io.github.faultbook.autoconfigure.servlet;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServletErrorResolver}.
 */
class ServletErrorResolverTests {

	private static final Class<?>[] FAULTBOOK = ImportCandidates
		.load(AutoConfiguration.class, ServletErrorResolverTests.class.getClassLoader())
		.getCandidates()
		.stream()
		.filter((name) -> name.startsWith("io.github.faultbook."))
		.map((name) -> ClassUtils.resolveClassName(name, ServletErrorResolverTests.class.getClassLoader()))
		.toArray(Class<?>[]::new);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
						JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class))
		.withConfiguration(AutoConfigurations.of(FAULTBOOK))
		.withBean(FailingController.class)
		.withPropertyValues("faultbook.format=problem-details");

	@Test
	void messageThatIsNotSentIsNotComposed() {
		this.runner.run((context) -> assertThat(MockMvcTester.from(context).get().uri("/expensive")).hasStatus(409)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo("conflict"));
	}

	@Test
	void adviceOfTheLeastPrecedenceComesFirst() {
		this.runner.withBean(LastAdvice.class)
			.run((context) -> assertThat(MockMvcTester.from(context).get().uri("/known")).hasStatus(418));
	}

	@ResponseStatus(HttpStatus.CONFLICT)
	private static final class ExpensiveException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		public String getMessage() {
			throw new IllegalStateException("The message was composed");
		}

	}

	@RestController
	static class FailingController {

		@GetMapping("/expensive")
		void failExpensively() {
			throw new ExpensiveException();
		}

		@GetMapping("/known")
		void fail() {
			throw new ResponseStatusException(HttpStatus.CONFLICT);
		}

	}

	@RestControllerAdvice
	@Order(Ordered.LOWEST_PRECEDENCE)
	static class LastAdvice {

		@ExceptionHandler(ResponseStatusException.class)
		ResponseEntity<String> handle() {
			return ResponseEntity.status(418).body("own");
		}

	}

}
