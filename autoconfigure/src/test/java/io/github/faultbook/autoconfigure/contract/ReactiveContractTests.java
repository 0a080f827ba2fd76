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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests for every way in which an error can leave a reactive application, on each server
 * that it can run in: the same list of requests and the same answers as for servlet
 * applications.
 */
@ParameterizedClass
@EnumSource
class ReactiveContractTests {

	private static Server server;

	private final Server.ReactiveContainer container;

	ReactiveContractTests(Server.ReactiveContainer container) {
		this.container = container;
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.ReactiveContainer container) {
		List<String> properties = new ArrayList<>(List.of(DatabaseCases.PROPERTIES));
		properties.add("faultbook.format=current");
		properties.add("spring.main.sources=" + ContractTests.CurrentFormat.class.getName());
		server = Server.reactive(container, ReactiveContractApplication.class, Server.class.getClassLoader(),
				properties.toArray(String[]::new));
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@TestFactory
	Stream<DynamicTest> answersInTheFormatLikeAServletApplication() {
		return inAllFormats(ReactiveCases.of(this.container, ContractTests.contract()).toList());
	}

	@TestFactory
	Stream<DynamicTest> answersInTheFormatWhatTheContainerRefuses() {
		return inAllFormats(ReactiveCases.refused(this.container).toList());
	}

	private static Stream<DynamicTest> inAllFormats(List<ContractCase> cases) {
		return ContractTests.FORMATS.keySet()
			.stream()
			.flatMap((format) -> cases.stream()
				.map((contractCase) -> DynamicTest.dynamicTest(format + ", " + contractCase.name(),
						() -> ContractTests.check(server, format, contractCase))));
	}

}
