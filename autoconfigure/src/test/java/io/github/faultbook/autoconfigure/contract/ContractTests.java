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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for every way in which an error can leave an application.
 */
@ParameterizedClass
@EnumSource
class ContractTests {

	static final Map<String, WireFormat> FORMATS = new LinkedHashMap<>();

	private static final Map<String, AnswerCheck> ANSWERS = new LinkedHashMap<>();

	static {
		WireFormats formats = new WireFormats(JsonMapper.shared(), null);
		WireFormats.presets().forEach((name) -> {
			FORMATS.put(name, formats.preset(name));
			ANSWERS.put(name, new AnswerCheck(name));
		});
	}

	private static Server server;

	private final Server.Container container;

	ContractTests(Server.Container container) {
		this.container = container;
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		List<String> properties = new ArrayList<>(List.of(DatabaseCases.PROPERTIES));
		properties.add("faultbook.format=current");
		properties.add("spring.main.sources=" + CurrentFormat.class.getName());
		server = new Server(container, properties.toArray(String[]::new));
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	static List<ContractCase> contract() {
		return Stream.of(ContractCases.all(), ValidationCases.all().stream(), SecurityCases.all(), DatabaseCases.all())
			.<ContractCase>flatMap((some) -> some)
			.toList();
	}

	static Stream<Arguments> cases() {
		List<ContractCase> cases = contract();
		return FORMATS.keySet()
			.stream()
			.flatMap((format) -> cases.stream().map((contractCase) -> Arguments.of(format, contractCase)));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void answersInTheFormat(String format, ContractCase contractCase) {
		check(format, contractCase);
	}

	@TestFactory
	Stream<DynamicTest> answersInTheFormatWhatTheContainerRefuses() {
		return FORMATS.keySet()
			.stream()
			.flatMap((format) -> ContainerCases.of(this.container)
				.map((contractCase) -> DynamicTest.dynamicTest(format + ", " + contractCase.name(),
						() -> check(format, contractCase))));
	}

	private void check(String format, ContractCase contractCase) {
		check(server, format, contractCase);
	}

	static void check(Server server, String format, ContractCase contractCase) {
		WireFormat preset = Objects.requireNonNull(FORMATS.get(format));
		CurrentFormat.current = preset;
		Wire.Answer answer = server.exchange(contractCase.request());
		Expected.of(contractCase, preset).check(answer);
		assertThat(Objects.requireNonNull(ANSWERS.get(format)).problems(answer)).isEmpty();
	}

	/**
	 * The format that a test chooses, so that one server answers in all formats.
	 */
	static class CurrentFormat implements WireFormat {

		private static volatile WireFormat current = FORMATS.values().iterator().next();

		@Override
		public String name() {
			return "current";
		}

		@Override
		public String contentType() {
			return current.contentType();
		}

		@Override
		public int status(ApiError error) {
			return current.status(error);
		}

		@Override
		public int validationStatus() {
			return current.validationStatus();
		}

		@Override
		public Map<String, String> headers(ApiError error, ErrorRequest request) {
			return current.headers(error, request);
		}

		@Override
		public byte[] write(ApiError error, ErrorRequest request) {
			return current.write(error, request);
		}

		@Override
		public @Nullable String schema() {
			return current.schema();
		}

	}

}
