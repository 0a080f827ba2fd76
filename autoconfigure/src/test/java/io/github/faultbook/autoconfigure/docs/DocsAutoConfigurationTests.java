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

package io.github.faultbook.autoconfigure.docs;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DocsAutoConfiguration}.
 */
class DocsAutoConfigurationTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withPropertyValues("faultbook.docs.enabled=true")
		.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class, DocsAutoConfiguration.class));

	@Test
	void servesPagesIfEnabled() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(ServletDocsHandlerMapping.class)
			.doesNotHaveBean(ReactiveDocsHandlerMapping.class));
	}

	@Test
	void servesNoPagesByDefault() {
		this.runner.withPropertyValues("faultbook.docs.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(DocsAutoConfiguration.class));
	}

	@Test
	void backsOffWithoutSpringMvc() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet"))
			.run((context) -> assertThat(context).doesNotHaveBean(ServletDocsHandlerMapping.class));
	}

	@Test
	void servesPagesOfAReactiveApplicationWithoutServlets() {
		new ReactiveWebApplicationContextRunner().withPropertyValues("faultbook.docs.enabled=true")
			.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class, DocsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet", "jakarta.servlet"))
			.run((context) -> assertThat(context).hasSingleBean(ReactiveDocsHandlerMapping.class));
	}

	@Test
	void backsOffWithFaultbook() {
		this.runner.withPropertyValues("faultbook.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(DocsAutoConfiguration.class));
	}

}
