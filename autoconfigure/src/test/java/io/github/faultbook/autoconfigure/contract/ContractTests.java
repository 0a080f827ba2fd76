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

import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for every way in which an error can leave an application.
 */
@ParameterizedClass(name = "{0}, {1}")
@MethodSource("servers")
class ContractTests {

	private static Server server;

	private static AnswerCheck answers;

	private final Server.Container container;

	private final WireFormat format;

	ContractTests(Server.Container container, String format) {
		this.container = container;
		this.format = new WireFormats(JsonMapper.shared(), null).preset(format);
	}

	static Stream<Arguments> servers() {
		return Stream.of(Server.Container.values())
			.flatMap((container) -> WireFormats.presets().stream().map((format) -> Arguments.of(container, format)));
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container, String format) {
		List<String> properties = new ArrayList<>(List.of(DatabaseCases.PROPERTIES));
		properties.add("faultbook.format=" + format);
		server = new Server(container, properties.toArray(String[]::new));
		answers = new AnswerCheck(format);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	static Stream<ContractCase> cases() {
		return Stream.of(ContractCases.all(), ValidationCases.all().stream(), SecurityCases.all(), DatabaseCases.all())
			.flatMap((cases) -> cases);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void answersInTheFormat(ContractCase contractCase) {
		check(contractCase);
	}

	@TestFactory
	Stream<DynamicTest> answersInTheFormatWhatTheContainerRefuses() {
		return ContainerCases.of(this.container)
			.map((contractCase) -> DynamicTest.dynamicTest(contractCase.name(), () -> check(contractCase)));
	}

	private void check(ContractCase contractCase) {
		Wire.Answer answer = server.exchange(contractCase.request());
		Expected.of(contractCase, this.format).check(answer);
		assertThat(answers.problems(answer)).isEmpty();
	}

}
