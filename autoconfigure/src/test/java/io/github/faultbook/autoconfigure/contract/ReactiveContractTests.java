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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests for every way in which an error can leave a reactive application: the same list
 * of requests and the same answers as for servlet applications.
 */
class ReactiveContractTests {

	private static Server server;

	@BeforeAll
	static void start() {
		List<String> properties = new ArrayList<>(List.of(DatabaseCases.PROPERTIES));
		properties.add("faultbook.format=current");
		properties.add("spring.main.sources=" + ContractTests.CurrentFormat.class.getName());
		server = Server.reactive(ReactiveContractApplication.class, properties.toArray(String[]::new));
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	static Stream<Arguments> cases() {
		List<ContractCase> cases = ReactiveCases.of(ContractTests.contract()).toList();
		return ContractTests.FORMATS.keySet()
			.stream()
			.flatMap((format) -> cases.stream().map((contractCase) -> Arguments.of(format, contractCase)));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void answersInTheFormatLikeAServletApplication(String format, ContractCase contractCase) {
		ContractTests.check(server, format, contractCase);
	}

	@TestFactory
	Stream<DynamicTest> answersInTheFormatWhatNettyRefuses() {
		return ContractTests.FORMATS.keySet()
			.stream()
			.flatMap((format) -> ReactiveCases.refused()
				.map((contractCase) -> DynamicTest.dynamicTest(format + ", " + contractCase.name(),
						() -> ContractTests.check(server, format, contractCase))));
	}

}
