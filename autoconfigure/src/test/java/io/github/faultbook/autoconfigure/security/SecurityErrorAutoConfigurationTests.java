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

package io.github.faultbook.autoconfigure.security;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SecurityErrorAutoConfiguration}.
 */
class SecurityErrorAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(FaultbookAutoConfiguration.class,
			SecurityErrorAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATION);

	@Test
	void resolvesTheExceptionsOfSpringSecurity() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(SecurityErrorResolver.class)
			.hasSingleBean(SecurityErrorAutoConfiguration.ServletSecurityConfiguration.class)
			.hasSingleBean(SecurityErrorAutoConfiguration.ChainConfiguration.class));
	}

	@Test
	void changesNoChainWithoutItsConfiguration() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.security.config"))
			.run((context) -> assertThat(context).hasSingleBean(SecurityErrorResolver.class)
				.doesNotHaveBean(SecurityErrorAutoConfiguration.ChainConfiguration.class));
	}

	@Test
	void resolvesExceptionsWithoutTheWeb() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATION)
			.run((context) -> assertThat(context).hasSingleBean(SecurityErrorResolver.class)
				.doesNotHaveBean(SecurityErrorAutoConfiguration.ServletSecurityConfiguration.class));
	}

	@Test
	void backsOffWithoutSpringSecurity() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.security"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SecurityErrorAutoConfiguration.class));
	}

	@Test
	void backsOffWithFaultbook() {
		this.runner.withPropertyValues("faultbook.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SecurityErrorAutoConfiguration.class));
	}

}
