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

package io.github.faultbook.benchmarks;

import java.util.List;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.pipeline.ErrorPipeline;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Creates pipelines as Spring Boot configures them, with all resolvers and listeners.
 * Logging is disabled because its cost depends on the appender.
 */
final class Pipelines {

	private Pipelines() {
	}

	/**
	 * Start an application without a server.
	 * @param properties its properties
	 * @return the application, to be closed
	 */
	static ConfigurableApplicationContext start(String... properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("logging.level.root=OFF", "spring.main.banner-mode=off")
			.properties("faultbook.codes=" + InvoiceError.class.getName())
			.properties(properties)
			.run();
	}

	/**
	 * Start an application without a server.
	 * @param codes the catalog
	 * @return the application, to be closed
	 */
	static ConfigurableApplicationContext start(List<ErrorCode> codes) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("logging.level.root=OFF", "spring.main.banner-mode=off")
			.initializers(with(codes))
			.run();
	}

	/**
	 * Return an initializer that provides a catalog too large for an enum.
	 * @param codes the catalog
	 * @return an initializer
	 */
	static ApplicationContextInitializer<ConfigurableApplicationContext> with(List<ErrorCode> codes) {
		return (application) -> codes
			.forEach((code) -> application.getBeanFactory().registerSingleton(code.code(), code));
	}

	static ErrorPipeline of(ConfigurableApplicationContext application) {
		return application.getBean(ErrorPipeline.class);
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
