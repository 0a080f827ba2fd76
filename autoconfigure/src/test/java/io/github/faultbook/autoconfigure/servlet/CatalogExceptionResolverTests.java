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

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CatalogExceptionResolver} in applications with and without methods
 * that handle exceptions.
 */
class CatalogExceptionResolverTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DispatcherServletAutoConfiguration.class,
				WebMvcAutoConfiguration.class, JacksonAutoConfiguration.class,
				HttpMessageConvertersAutoConfiguration.class, FaultbookAutoConfiguration.class,
				InputErrorAutoConfiguration.class, ServletErrorAutoConfiguration.class))
		.withBean(PlainController.class)
		.withBean(NamingController.class)
		.withBean(CatchingController.class);

	@ParameterizedTest
	@CsvSource({ "/plain, 410", "/naming, 418", "/catching, 410" })
	void methodsOfAControllerAreFoundWithoutAnAdvice(String path, int status) {
		this.runner.run((context) -> {
			for (int i = 0; i < 2; i++) {
				assertThat(MockMvcTester.from(context).get().uri(path)).hasStatus(status);
			}
		});
	}

	@ParameterizedTest
	@CsvSource({ "/plain, 409", "/naming, 418", "/catching, 410" })
	void methodOfAnAdviceIsFoundForEveryController(String path, int status) {
		this.runner.withBean(NamingAdvice.class)
			.run((context) -> assertThat(MockMvcTester.from(context).get().uri(path)).hasStatus(status));
	}

	@RestController
	static class PlainController {

		@GetMapping("/plain")
		void fail() {
			throw new ApiException(CommonError.RESOURCE_GONE);
		}

	}

	@RestController
	static class NamingController {

		@GetMapping("/naming")
		void fail() {
			throw new ApiException(CommonError.RESOURCE_GONE);
		}

		@ExceptionHandler
		ResponseEntity<String> handle(ApiException exception) {
			return ResponseEntity.status(418).body("own");
		}

	}

	@RestController
	static class CatchingController {

		@GetMapping("/catching")
		void fail() {
			throw new ApiException(CommonError.RESOURCE_GONE);
		}

		@ExceptionHandler
		ResponseEntity<String> handle(Exception exception) {
			return ResponseEntity.status(418).body("own");
		}

	}

	@RestControllerAdvice
	static class NamingAdvice {

		@ExceptionHandler
		ResponseEntity<String> handle(ApiException exception) {
			return ResponseEntity.status(409).body("own");
		}

	}

}
