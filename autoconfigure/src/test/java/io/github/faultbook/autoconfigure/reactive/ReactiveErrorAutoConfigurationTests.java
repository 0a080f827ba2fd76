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

package io.github.faultbook.autoconfigure.reactive;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.observation.ObservationErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.security.SecurityErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.servlet.ServletErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.validation.ValidationErrorAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.WebExceptionHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReactiveErrorAutoConfiguration}.
 */
class ReactiveErrorAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(FaultbookAutoConfiguration.class,
			MessageSourceAutoConfiguration.class, InputErrorAutoConfiguration.class,
			ValidationErrorAutoConfiguration.class, ReactiveErrorAutoConfiguration.class,
			ServletErrorAutoConfiguration.class, SecurityErrorAutoConfiguration.class,
			ObservationErrorAutoConfiguration.class);

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATION)
		.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class, ErrorWebFluxAutoConfiguration.class));

	@Test
	void exceptionHandlerComesBeforeThatOfSpringBoot() {
		this.runner.run((context) -> assertThat(context.getBeanProvider(WebExceptionHandler.class).orderedStream())
			.extracting((handler) -> handler.getClass().getSimpleName())
			.startsWith("ReactiveExceptionHandler", "DefaultErrorWebExceptionHandler"));
	}

	@Test
	void exceptionHandlerBacksOffForTheReplacementOfSpringBoots() {
		ErrorWebExceptionHandler own = (exchange, exception) -> Mono.empty();
		this.runner.withBean(ErrorWebExceptionHandler.class, () -> own)
			.run((context) -> assertThat(context).doesNotHaveBean(ReactiveExceptionHandler.class)
				.hasSingleBean(ReactiveErrorGuard.class));
	}

	@Test
	void guardCanBeSwitchedOff() {
		this.runner.withPropertyValues("faultbook.guard-responses=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ReactiveErrorGuard.class)
				.hasSingleBean(ReactiveExceptionHandler.class));
	}

	@Test
	void problemDetailsOfSpringBootBackOff() {
		this.runner.withPropertyValues("spring.webflux.problemdetails.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(ResponseEntityExceptionHandler.class)
				.hasBean("faultbookReactiveProblemDetailsMarker"));
	}

	@Test
	void nothingRemainsIfFaultbookIsSwitchedOff() {
		this.runner.withPropertyValues("faultbook.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ReactiveErrorHandler.class));
	}

	@Test
	void servletApplicationWithWebFluxHasNoReactiveDoors() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATION)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ReactiveErrorHandler.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jakarta.servlet", "org.springframework.web.servlet", "org.springframework.security",
			"jakarta.validation", "io.micrometer.observation", "io.micrometer.tracing" })
	void startsWithout(String part) {
		this.runner.withClassLoader(new FilteredClassLoader(part))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ReactiveExceptionHandler.class)
				.hasSingleBean(ReactiveErrorGuard.class));
	}

}
