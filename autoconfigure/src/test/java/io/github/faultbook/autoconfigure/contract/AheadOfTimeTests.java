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

package io.github.faultbook.autoconfigure.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the contract in an application that was processed ahead of time.
 */
@Tag("slow")
@ParameterizedClass
@ValueSource(strings = { "TOMCAT", "JETTY", "NETTY" })
class AheadOfTimeTests {

	private static PartialClasspath classpath;

	private static ContractServer server;

	AheadOfTimeTests(String container) {
	}

	@BeforeParameterizedClassInvocation
	static void start(String container, @TempDir Path directory) throws IOException {
		if (container.equals("NETTY")) {
			classpath = process(ReactiveContractApplication.class, directory, Server.ReactiveContainer.NETTY.excluded(),
					Server.REACTIVE);
			server = ContractServer.reactive(Server.ReactiveContainer.NETTY, classpath);
			return;
		}
		Server.Container servlet = Server.Container.valueOf(container);
		classpath = process(ContractApplication.class, directory, servlet.excluded(), List.of());
		server = ContractServer.servlet(servlet, classpath);
	}

	private static PartialClasspath process(Class<?> application, Path directory, String excluded, List<String> more)
			throws IOException {
		List<String> properties = ContractServer.properties();
		properties.addAll(more);
		// Conditions are evaluated when the application is processed
		properties.add("spring.autoconfigure.exclude=" + excluded);
		return AheadOfTime.process(application, directory, properties.toArray(String[]::new));
	}

	@AfterParameterizedClassInvocation
	static void stop() throws IOException {
		server.close();
	}

	@Test
	void startsWithGeneratedBeanDefinitions() {
		Object beans = ReflectionTestUtils.invokeMethod(server.server().anyApplication(), "getBeanFactory");
		Object definition = ReflectionTestUtils.invokeMethod(beans, "getBeanDefinition", "faultbookErrorPipeline");
		Object supplier = ReflectionTestUtils.invokeMethod(definition, "getInstanceSupplier");
		assertThat(supplier).isInstanceOf(
				ClassUtils.resolveClassName("org.springframework.beans.factory.aot.BeanInstanceSupplier", classpath));
	}

	@TestFactory
	Stream<DynamicTest> answersInTheFormat() {
		return server.answersInTheFormat();
	}

	@ParameterizedTest
	@MethodSource
	void servesTheDocumentation(String path, String contentType, String text) {
		Wire.Answer answer = server.server().send("GET " + path);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.headers().get("Content-Type")).singleElement().asString().isEqualToIgnoringCase(contentType);
		assertThat(answer.body()).contains(text);
	}

	static Stream<Arguments> servesTheDocumentation() {
		return Stream.of(Arguments.of("/errors.json", "application/json", "\"internal_server_error\""),
				Arguments.of("/errors/conflict", "text/html;charset=UTF-8", "conflict"),
				Arguments.of("/errors/docs.css", "text/css;charset=UTF-8", "{"));
	}

}
