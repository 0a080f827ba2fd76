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

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.pipeline.ErrorListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DirectHandlerAdapter}: it calls controllers without reflection, and
 * nobody else can tell it from the adapter of Spring MVC.
 */
class DirectHandlerAdapterTests {

	private final List<Throwable> failures = new ArrayList<>();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DispatcherServletAutoConfiguration.class,
				WebMvcAutoConfiguration.class, FaultbookAutoConfiguration.class, InputErrorAutoConfiguration.class,
				ServletErrorAutoConfiguration.class))
		.withBean(CalledController.class)
		.withBean(UnfittingArguments.class)
		.withBean("recorder", ErrorListener.class,
				() -> (event) -> this.failures.add(Objects.requireNonNull(event.exception())));

	@Test
	void controllerIsCalledWithoutReflection() {
		assertThat(answer(this.runner, "/unchecked")).startsWith("500 ");
		assertThat(this.failures).singleElement()
			.satisfies((failure) -> assertThat(failure.getStackTrace()).extracting(StackTraceElement::getClassName)
				.startsWith(CalledController.class.getName(), DirectHandlerAdapter.class.getName() + "$Target"));
	}

	@Test
	void adapterOfTheApplicationStays() {
		this.runner.withBean(WebMvcRegistrations.class, SpringRegistrations::new)
			.run((context) -> assertThat(context.getBean(RequestMappingHandlerAdapter.class))
				.isExactlyInstanceOf(RequestMappingHandlerAdapter.class));
		this.runner.run((context) -> assertThat(context.getBean(RequestMappingHandlerAdapter.class))
			.isExactlyInstanceOf(DirectHandlerAdapter.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/text", "/nothing", "/void", "/numbers/7/8", "/tags?tags=a&tags=b", "/tags", "/hidden",
			"/shared", "/inherited?value=x", "/default", "/unchecked", "/checked", "/error", "/throwable",
			"/illegal-argument", "/class-cast", "/null-pointer", "/unfitting", "/missing" })
	void answersAndFailuresAreThoseOfSpring(String path) {
		String direct = answer(this.runner, path);
		String reflective = answer(this.runner.withBean(WebMvcRegistrations.class, SpringRegistrations::new), path);
		assertThat(direct).isEqualTo(reflective);
		assertThat(this.failures.stream().map(DirectHandlerAdapterTests::describe).distinct())
			.hasSizeLessThanOrEqualTo(1);
		assertThat(this.failures).hasSize(direct.startsWith("200 ") ? 0 : 2);
	}

	private static String answer(WebApplicationContextRunner runner, String path) {
		List<String> answers = new ArrayList<>();
		runner.run((context) -> {
			MvcTestResult result = MockMvcTester.from(context).get().uri(path).exchange();
			answers.add(result.getResponse().getStatus() + " " + result.getResponse().getContentAsString());
		});
		return answers.get(0);
	}

	private static String describe(Throwable failure) {
		return failure + ((failure.getCause() != null) ? ", caused by " + describe(failure.getCause()) : "");
	}

	private abstract static class Inherited<T> {

		@GetMapping("/inherited")
		T inherited(@RequestParam T value) {
			return value;
		}

	}

	private interface Defaults {

		@GetMapping("/default")
		default String byDefault() {
			return "default";
		}

	}

	@RestController
	static class CalledController extends Inherited<String> implements Defaults {

		@GetMapping("/text")
		String text() {
			return "text";
		}

		@GetMapping("/nothing")
		@Nullable String nothing() {
			return null;
		}

		@GetMapping("/void")
		void none() {
		}

		@GetMapping("/numbers/{first}/{second}")
		String numbers(@PathVariable int first, @PathVariable long second) {
			return first + "," + second;
		}

		@GetMapping("/tags")
		String tags(@RequestParam(required = false) String... tags) {
			return Arrays.toString(tags);
		}

		@GetMapping("/hidden")
		private String hidden() {
			return "hidden";
		}

		@GetMapping("/shared")
		static String shared() {
			return "shared";
		}

		@Override
		String inherited(String value) {
			return "inherited " + value;
		}

		@GetMapping("/unchecked")
		String unchecked() {
			throw new IllegalStateException("unchecked");
		}

		@GetMapping("/checked")
		String checked() throws IOException {
			throw new IOException("checked");
		}

		@GetMapping("/error")
		String error() {
			throw new AssertionError("error");
		}

		@GetMapping("/throwable")
		String throwable() throws Throwable {
			throw new Throwable("throwable");
		}

		@GetMapping("/illegal-argument")
		String illegalArgument() {
			throw new IllegalArgumentException("argument");
		}

		@GetMapping("/class-cast")
		String classCast() {
			throw new ClassCastException("cast");
		}

		@GetMapping("/null-pointer")
		String nullPointer() {
			throw new NullPointerException("null");
		}

		@GetMapping("/unfitting")
		String unfitting(StringBuilder argument) {
			return "unfitting";
		}

		@GetMapping("/missing")
		String missing(char argument) {
			return "missing";
		}

	}

	/**
	 * Resolves to a string what should be another type, and to nothing what must be
	 * something.
	 */
	static class UnfittingArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

		@Override
		public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
			resolvers.add(this);
		}

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == StringBuilder.class || parameter.getParameterType() == char.class;
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer mavContainer,
				NativeWebRequest webRequest, @Nullable WebDataBinderFactory binderFactory) {
			return (parameter.getParameterType() == char.class) ? null : "text";
		}

	}

	static class SpringRegistrations implements WebMvcRegistrations {

		@Override
		public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
			return new RequestMappingHandlerAdapter();
		}

	}

}
