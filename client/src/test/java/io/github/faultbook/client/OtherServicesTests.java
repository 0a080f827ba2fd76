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

package io.github.faultbook.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.faultbook.format.ErrorReader;
import io.github.faultbook.format.ReceivedError;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the table of services without Faultbook in {@code docs/clients.md}.
 */
class OtherServicesTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| `(\\{.*})` \\| (.*) \\|$");

	private static final WireFormats FORMATS = new WireFormats(JsonMapper.shared(), null);

	static Stream<Arguments> rows() throws IOException {
		return ROW.matcher(Files.readString(Path.of("..", "docs", "clients.md")))
			.results()
			.map((row) -> Arguments.of(row.group(1), row.group(2), row.group(3).replace("`", "").replace("\\|", "|")));
	}

	@ParameterizedTest
	@MethodSource("rows")
	void bodyIsReadInTheFormat(String service, String body, String format) {
		Map<ErrorReader, ReceivedError> read = ErrorReader.readAny(readers(format),
				body.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", contentType(format))::get);
		assertThat(read.values()).singleElement()
			.satisfies((error) -> assertThat(error.message()).isEqualTo("Sold out."))
			.satisfies((error) -> assertThat(error.code()).isEqualTo(format.contains("{code") ? "sold_out" : null));
	}

	private static List<ErrorReader> readers(String format) {
		if (format.equals("recognized")) {
			return WireFormats.presets().stream().map((preset) -> ErrorReader.of(FORMATS.preset(preset))).toList();
		}
		return List
			.of(ErrorReader.of(format.startsWith("{") ? FORMATS.compile("house", format) : FORMATS.preset(format)));
	}

	private static String contentType(String format) {
		return format.equals("recognized") ? "application/problem+json" : "application/json";
	}

}
