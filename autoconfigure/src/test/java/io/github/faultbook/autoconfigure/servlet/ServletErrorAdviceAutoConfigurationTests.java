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
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.method.ControllerAdviceBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServletErrorAdviceAutoConfiguration}.
 */
class ServletErrorAdviceAutoConfigurationTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ServletErrorAdviceAutoConfiguration.class, FaultbookAutoConfiguration.class,
					ServletErrorAutoConfiguration.class, InputErrorAutoConfiguration.class, Library.class));

	@Test
	void adviceIsTheLastOfAll() {
		this.runner.run((context) -> assertThat(ControllerAdviceBean.findAnnotatedBeans(context))
			.extracting(ControllerAdviceBean::getBeanType)
			.contains(LibraryAdvice.class)
			.last()
			.isEqualTo(ServletErrorAdvice.class));
	}

	@Test
	void backsOffWithFaultbook() {
		this.runner.withPropertyValues("faultbook.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ServletErrorAdvice.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class Library {

		@Bean
		LibraryAdvice libraryAdvice() {
			return new LibraryAdvice();
		}

	}

	@ControllerAdvice
	static class LibraryAdvice {

	}

}
