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

package io.github.faultbook.autoconfigure.openapi;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OpenApiErrorAutoConfiguration}.
 */
class OpenApiErrorAutoConfigurationTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(FaultbookAutoConfiguration.class, OpenApiErrorAutoConfiguration.class));

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(FaultbookAutoConfiguration.class, OpenApiErrorAutoConfiguration.class));

	@Test
	void describesErrors() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(OpenApiErrorCustomizer.class)
			.hasSingleBean(AccessRules.class)
			.hasSingleBean(ExampleViolations.class));
	}

	@Test
	void describesErrorsOfAReactiveApplication() {
		this.reactive.run((context) -> assertThat(context).hasSingleBean(OpenApiErrorCustomizer.class)
			.hasSingleBean(ReactiveOperationStack.class)
			.hasSingleBean(AccessRules.class)
			.hasSingleBean(ExampleViolations.class));
	}

	@Test
	void describesErrorsOfAReactiveApplicationWithoutServletsSecurityAndValidation() {
		this.reactive
			.withClassLoader(new FilteredClassLoader("jakarta.servlet", "org.springframework.web.servlet",
					"org.springframework.security", "jakarta.validation"))
			.run((context) -> assertThat(context).hasSingleBean(OpenApiErrorCustomizer.class)
				.doesNotHaveBean(AccessRules.class)
				.doesNotHaveBean(ExampleViolations.class));
	}

	@Test
	void backsOffWithoutTheWebStackOfTheApplication() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(OpenApiErrorCustomizer.class)
				.doesNotHaveBean(AccessRules.class));
		this.reactive.withClassLoader(new FilteredClassLoader("org.springframework.web.reactive"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(OpenApiErrorCustomizer.class)
				.doesNotHaveBean(AccessRules.class));
	}

	@Test
	void describesErrorsWithoutSecurityAndValidation() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.security", "jakarta.validation"))
			.run((context) -> assertThat(context).hasSingleBean(OpenApiErrorCustomizer.class)
				.doesNotHaveBean(AccessRules.class)
				.doesNotHaveBean(ExampleViolations.class));
	}

	@Test
	void backsOffIfSwitchedOff() {
		this.runner.withPropertyValues("faultbook.openapi.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(OpenApiErrorAutoConfiguration.class));
	}

	@Test
	void backsOffWithoutSpringdoc() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springdoc", "io.swagger"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(OpenApiErrorAutoConfiguration.class));
	}

	@Test
	void backsOffWithFaultbook() {
		this.runner.withPropertyValues("faultbook.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(OpenApiErrorAutoConfiguration.class));
	}

}
