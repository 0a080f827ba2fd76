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

package io.github.faultbook.format;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.faultbook.FaultbookConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the messages about templates that are not valid. Each template is a file in
 * {@code broken}, with the complete message beside it.
 */
class BrokenTemplateTests {

	static List<String> templates() throws IOException, URISyntaxException {
		Path directory = Path.of(BrokenTemplateTests.class.getResource("broken").toURI());
		try (Stream<Path> files = Files.list(directory)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".json"))
				.map((name) -> name.substring(0, name.length() - 5))
				.sorted()
				.toList();
		}
	}

	@Test
	void thereAreFiftyAtLeast() throws Exception {
		assertThat(templates()).hasSizeGreaterThanOrEqualTo(50);
	}

	@ParameterizedTest
	@MethodSource("templates")
	void messageIsCompleteAndNamesThePlace(String name) {
		String template = ExpectedBodies.resource("broken/" + name + ".json");
		assertThatExceptionOfType(FaultbookConfigurationException.class)
			.isThrownBy(() -> ExpectedBodies.FORMATS.compile("house", template))
			.withMessage(ExpectedBodies.resource("broken/" + name + ".txt").stripTrailing());
	}

}
