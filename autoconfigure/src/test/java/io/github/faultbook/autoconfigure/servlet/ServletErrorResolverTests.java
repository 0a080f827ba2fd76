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

import java.util.ArrayList;
import java.util.List;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.pipeline.ErrorListener;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServletErrorResolver}: it answers without Spring MVC looking for a
 * handler method, unless the application may have one.
 */
class ServletErrorResolverTests {

	private final List<Boolean> throughAdvice = new ArrayList<>();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DispatcherServletAutoConfiguration.class,
				WebMvcAutoConfiguration.class, FaultbookAutoConfiguration.class, InputErrorAutoConfiguration.class,
				ServletErrorAutoConfiguration.class))
		.withBean(FailingController.class)
		.withBean("recorder", ErrorListener.class,
				() -> (event) -> this.throughAdvice.add(StackWalker.getInstance()
					.walk((frames) -> frames
						.anyMatch((frame) -> frame.getClassName().equals(ServletErrorAdvice.class.getName())))));

	@Test
	void exceptionThatOnlyTheAdviceTakesIsAnsweredWithoutIt() {
		this.runner.run((context) -> assertStatus(context, 409));
		assertThat(this.throughAdvice).containsExactly(false);
	}

	@Test
	void exceptionThatAnAdviceForOtherControllersTakesIsAnsweredByOurs() {
		this.runner.withBean(AdviceForOthers.class).run((context) -> assertStatus(context, 409));
		assertThat(this.throughAdvice).containsExactly(true);
	}

	@Test
	void exceptionIsLeftToTheAdviceOfTheApplication() {
		this.runner.withBean(OwnAdvice.class).run((context) -> assertStatus(context, 410));
		assertThat(this.throughAdvice).isEmpty();
	}

	@Test
	void exceptionIsLeftToTheResolverOfTheApplication() {
		this.runner.withBean(WebMvcRegistrations.class, OwnRegistrations::new)
			.run((context) -> assertStatus(context, 409));
		assertThat(this.throughAdvice).containsExactly(true);
	}

	private static void assertStatus(WebApplicationContext context, int status) {
		assertThat(MockMvcTester.from(context).get().uri("/")).hasStatus(status);
	}

	@RestController
	static class FailingController {

		@GetMapping("/")
		String fail() {
			throw new ApiException(CommonError.CONFLICT);
		}

	}

	@ControllerAdvice
	static class OwnAdvice {

		@ExceptionHandler
		@ResponseStatus(HttpStatus.GONE)
		void handle(ApiException exception) {
		}

	}

	@ControllerAdvice(assignableTypes = String.class)
	static class AdviceForOthers extends OwnAdvice {

	}

	static class OwnRegistrations implements WebMvcRegistrations {

		@Override
		public ExceptionHandlerExceptionResolver getExceptionHandlerExceptionResolver() {
			return new ExceptionHandlerExceptionResolver() {
			};
		}

	}

}
