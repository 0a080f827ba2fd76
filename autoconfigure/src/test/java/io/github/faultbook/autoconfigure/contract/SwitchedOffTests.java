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

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications in which Faultbook is switched off.
 */
@Tag("slow")
@ParameterizedClass
@CsvSource(textBlock = """
		TOMCAT, faultbook.enabled=false
		JETTY, faultbook.enabled=false
		TOMCAT, spring.autoconfigure.exclude=io.github.faultbook.autoconfigure.FaultbookAutoConfiguration
		""")
class SwitchedOffTests {

	private static Server server;

	private static Server plain;

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container, String property) {
		server = new Server(container, "management.server.port=0", "server.shutdown=immediate", property);
		plain = new Server(container, "management.server.port=0", "server.shutdown=immediate",
				"spring.autoconfigure.exclude=" + autoConfigurations().collect(Collectors.joining(",")));
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
		plain.close();
	}

	private static Stream<String> autoConfigurations() {
		return ImportCandidates.load(AutoConfiguration.class, SwitchedOffTests.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.github.faultbook."));
	}

	private final String property;

	SwitchedOffTests(Server.Container container, String property) {
		this.property = property;
	}

	// Spring Security follows a ring of causes forever
	static Stream<ContractCase> cases() {
		return Stream.of(ContractCases.springMvc(), ContractCases.aroundTheDispatcher(), HandlerCases.all())
			.flatMap(List::stream)
			.filter((contractCase) -> !contractCase.path().endsWith("/ring"));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void answersAsWithoutFaultbook(ContractCase contractCase) {
		assertThat(answer(server.port(), contractCase.request()))
			.isEqualTo(answer(plain.port(), contractCase.request()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/nope", "/error", "/%zz" })
	void managementServerAnswersAsWithoutFaultbook(String path) {
		String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
		assertThat(answer(managementPort(server), request)).isEqualTo(answer(managementPort(plain), request));
	}

	@Test
	void hasNoBeansOfFaultbook() {
		ApplicationContext application = server.application();
		Stream<String> beans = Stream.of(application.getBeanDefinitionNames())
			.filter((name) -> name.startsWith("faultbook") || isOurs(application.getType(name)));
		// A listener or a source of references does nothing without the pipeline
		assertThat(beans.filter((name) -> this.property.endsWith("false")
				|| !application.getType(name).getName().startsWith("io.github.faultbook.autoconfigure.observation")))
			.isEmpty();
	}

	private static boolean isOurs(Class<?> type) {
		return Set.of(location(FaultbookAutoConfiguration.class), location(ErrorCode.class)).contains(location(type));
	}

	private static String location(Class<?> type) {
		return (type != null && type.getProtectionDomain().getCodeSource() != null)
				? type.getProtectionDomain().getCodeSource().getLocation().toString() : "";
	}

	private static int managementPort(Server server) {
		return server.application()
			.getBean(Environment.class)
			.getRequiredProperty("local.management.port", Integer.class);
	}

	private static String answer(int port, String request) {
		return Wire.send(port, request)
			.replaceAll("(?i)(Date|Set-Cookie|Transfer-Encoding|Content-Length): [^\r]*", "$1")
			.replaceAll("\"timestamp\":\"[^\"]*\"", "\"timestamp\"")
			.replaceAll("(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \\d{2} [\\d:]{8} [A-Z]+ \\d{4}", "date");
	}

}
