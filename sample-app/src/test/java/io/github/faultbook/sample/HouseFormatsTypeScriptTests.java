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

package io.github.faultbook.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.Violation;
import io.github.faultbook.documentation.DocumentationTypeScript;
import io.github.faultbook.documentation.ErrorDocumentation;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorTexts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the TypeScript of formats that are templates of an application: those that
 * the tests of core have for well-known APIs and frameworks. Each module is compiled, and
 * decodes what its format writes.
 */
@Tag("slow")
@EnabledIf("io.github.faultbook.sample.Node#isInstalled")
class HouseFormatsTypeScriptTests {

	private static final Path TEMPLATES = Path.of("..", "core", "src", "test", "resources", "io", "github", "faultbook",
			"format");

	private static final ErrorCatalog CATALOG = ErrorCatalog.of(List.of(BillingError.values()));

	private static final List<ErrorCode> ENTRIES = List.copyOf(CATALOG.entries());

	private static final List<Violation> VIOLATIONS = List.of(
			Violation.of("items[0].unit_price", "out_of_range", "must be positive"),
			Violation.of("email", "invalid_format", "must be an address"),
			Violation.of("email", "too_long", "must be shorter"));

	private static final Map<WireFormat, JsonNode> DECODED = new LinkedHashMap<>();

	@BeforeAll
	static void decodeWhatEachFormatWrites() throws IOException {
		Path directory = Node.directory("house");
		List<WireFormat> formats = formats();
		List<String> modules = new ArrayList<>();
		Map<String, List<String>> bodies = new LinkedHashMap<>();
		for (WireFormat format : formats) {
			ErrorDocumentation documentation = new ErrorDocumentation(CATALOG, List.of(format),
					new ErrorTexts(ErrorMessages.NONE));
			modules.add(format.name() + ".ts");
			Files.writeString(directory.resolve(format.name() + ".ts"),
					new DocumentationTypeScript(documentation.in(Locale.ENGLISH), format).write());
			bodies.put(format.name(),
					errors(format).map((error) -> format.write(error, ErrorExample.request()))
						.map((body) -> new String(body, StandardCharsets.UTF_8))
						.toList());
		}
		Node.compile(directory, modules.toArray(String[]::new));
		Files.writeString(directory.resolve("bodies.json"), JsonMapper.shared().writeValueAsString(bodies));
		JsonNode decoded = JsonMapper.shared().readTree(Node.run(directory, "node", "formats.mjs", "bodies.json"));
		formats.forEach((format) -> DECODED.put(format, decoded.get(format.name())));
	}

	private static List<WireFormat> formats() throws IOException {
		WireFormats compiler = new WireFormats(JsonMapper.shared(), null);
		List<WireFormat> formats = new ArrayList<>();
		for (String directory : List.of("house", "vendors")) {
			try (Stream<Path> files = Files.list(TEMPLATES.resolve(directory))) {
				for (Path file : files.sorted().toList()) {
					JsonNode document = JsonMapper.shared().readTree(Files.readString(file));
					formats.add(compiler.compile(directory + "-" + file.getFileName().toString().replace(".json", ""),
							(document.has("template") ? document.get("template") : document).toString()));
				}
			}
		}
		return formats;
	}

	private static Stream<ApiError> errors(WireFormat format) {
		return ENTRIES.stream()
			.map((entry) -> (entry == CommonError.VALIDATION_ERROR)
					? ErrorExample.of(entry, format).toBuilder().violations(VIOLATIONS).build()
					: ErrorExample.of(entry, format));
	}

	@Test
	void codeIsThatOfTheErrorOrUnknown() {
		DECODED.forEach((format, decoded) -> {
			assertThat(decoded).as(format.name()).hasSameSizeAs(ENTRIES);
			boolean told = decoded.valueStream().anyMatch((error) -> error.get("code").isString());
			for (int i = 0; told && i < ENTRIES.size(); i++) {
				assertThat(decoded.get(i).get("code").asString(ENTRIES.get(i).code())).as(format.name())
					.isEqualTo(ENTRIES.get(i).code());
			}
		});
		assertThat(DECODED.values()
			.stream()
			.filter((decoded) -> decoded.valueStream().anyMatch((error) -> error.get("code").isString())))
			.hasSizeGreaterThanOrEqualTo(15);
	}

	@Test
	void violationsAreThoseOfTheErrorAsFarAsTheFormatTells() {
		int told = 0;
		for (Map.Entry<WireFormat, JsonNode> format : DECODED.entrySet()) {
			for (int i = 0; i < ENTRIES.size(); i++) {
				JsonNode violations = format.getValue().get(i).get("violations");
				String description = format.getKey().name() + ", " + ENTRIES.get(i).code();
				if (ENTRIES.get(i) != CommonError.VALIDATION_ERROR || violations.isEmpty()) {
					assertThat(violations).as(description).isEmpty();
					continue;
				}
				told++;
				// Some formats keep the first violation of each input only
				assertThat(violations.size()).as(description).isBetween(2, VIOLATIONS.size());
				violations.forEach((violation) -> assertThat(VIOLATIONS).as(description)
					.anyMatch((expected) -> matches(violation, expected)));
			}
		}
		assertThat(told).isGreaterThan(20);
	}

	private static boolean matches(JsonNode actual, Violation expected) {
		String path = (expected.path().size() > 1) ? "items[0].unit_price" : "email";
		return actual.get("path").asString(path).equals(path)
				&& actual.get("code").asString(expected.code()).equals(expected.code())
				&& actual.get("message").asString(expected.message()).equals(expected.message());
	}

}
