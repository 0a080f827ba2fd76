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

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.error.ErrorController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ServletErrorAutoConfiguration}.
 */
class ServletErrorAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(FaultbookAutoConfiguration.class,
			ServletErrorAutoConfiguration.class, InputErrorAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATION);

	@Test
	void guardsAServletApplication() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(ServletErrorHandler.class)
			.hasBean("faultbookServletErrorGuard")
			.hasSingleBean(ErrorController.class));
	}

	@Test
	void errorControllerOfTheApplicationStaysAlone() {
		this.runner.withBean("own", ErrorController.class, () -> mock(ErrorController.class))
			.run((context) -> assertThat(context).getBeanNames(ErrorController.class).containsExactly("own"));
	}

	@Test
	void errorControllerIsLeftToSpringBootIfBrowsersHavePages() {
		this.runner.withPropertyValues("faultbook.html-pages=true")
			.run((context) -> assertThat(context).doesNotHaveBean(ErrorController.class));
	}

	@Test
	void guardsWithoutOptionalParts() {
		this.runner
			.withClassLoader(new FilteredClassLoader("org.springframework.security", "jakarta.validation",
					"io.micrometer.core", "org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasSingleBean(ServletErrorHandler.class));
	}

	@Test
	void backsOffWithoutAServletApplication() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATION)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ServletErrorAutoConfiguration.class));
	}

	@Test
	void backsOffWithFaultbook() {
		this.runner.withPropertyValues("faultbook.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ServletErrorAutoConfiguration.class));
	}

}
