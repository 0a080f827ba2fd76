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

package io.github.faultbook.autoconfigure.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the table in {@code docs/properties.md}, which is generated from the
 * configuration metadata. With {@code -Dfaultbook.docs.update=true}, the table is
 * written. A link at the end of a row is kept.
 */
class PropertiesPageTests {

	private static final Path PAGE = Path.of("..", "docs", "properties.md");

	private static final Pattern TABLE = Pattern.compile("(?m)(?:^\\| `faultbook.*\\n)+");

	private static final Pattern LINK = Pattern.compile("(?m)^\\| `([^`]+)` .* (\\[More]\\([^)]+\\)) \\|$");

	@Test
	void tableIsUpToDate() throws IOException {
		String page = Files.readString(PAGE);
		String expected = TABLE.matcher(page).replaceFirst((table) -> Matcher.quoteReplacement(rows(page)));
		if (Boolean.getBoolean("faultbook.docs.update")) {
			Files.writeString(PAGE, expected);
		}
		assertThat(PAGE).content().isEqualTo(expected);
	}

	private static String rows(String page) {
		Map<String, String> links = LINK.matcher(page)
			.results()
			.collect(Collectors.toMap((row) -> row.group(1), (MatchResult row) -> " " + row.group(2)));
		return JsonMapper.shared()
			.readTree(PropertiesPageTests.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))
			.get("properties")
			.valueStream()
			// The properties of the endpoint belong to Actuator
			.filter((property) -> property.get("name").asString().startsWith("faultbook."))
			.map((property) -> row(property, links))
			.collect(Collectors.joining());
	}

	private static String row(JsonNode property, Map<String, String> links) {
		String name = property.get("name").asString()
				+ (property.get("type").asString().startsWith("java.util.Map") ? ".<key>" : "");
		String value = property.path("defaultValue").asString("");
		return "| `%s` | %s | %s%s |\n".formatted(name, value.isEmpty() ? "" : "`" + value + "`",
				property.get("description").asString(), links.getOrDefault(name, ""));
	}

}
