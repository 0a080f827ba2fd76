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

package io.github.faultbook.autoconfigure.tomcat;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import org.apache.catalina.Valve;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TomcatErrorAutoConfiguration}.
 */
class TomcatErrorAutoConfigurationTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class, TomcatErrorAutoConfiguration.class));

	@Test
	void customizesTomcat() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(TomcatErrorCustomizer.class)
			.hasSingleBean(TomcatErrorResolver.class));
	}

	@Test
	void backsOffWithoutTomcat() {
		this.runner
			.withClassLoader(new FilteredClassLoader(Valve.class.getPackageName(), "org.springframework.boot.tomcat"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TomcatErrorAutoConfiguration.class));
	}

	@Test
	void backsOffWithoutAWebApplication() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(FaultbookAutoConfiguration.class, TomcatErrorAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TomcatErrorAutoConfiguration.class));
	}

	@Test
	void backsOffWithFaultbook() {
		this.runner.withPropertyValues("faultbook.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TomcatErrorAutoConfiguration.class));
	}

}
