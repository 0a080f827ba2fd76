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

package io.github.faultbook.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page about a migration: its configuration, and its tables of what differs.
 *
 * @param text the Markdown
 */
record MigrationPage(String text) {

	private static final String TEXTS = "## Texts of exceptions";

	private static final String NOT_KEPT = "## What is not kept";

	private static final Pattern ROW = Pattern.compile("^\\| ([^|]+) \\| [^|]+ \\|$", Pattern.MULTILINE);

	static MigrationPage of(Library library) throws IOException {
		return new MigrationPage(
				Files.readString(Path.of("..", "docs", "migrate-%s.md".formatted(library.recording()))));
	}

	/**
	 * Return the configuration that keeps the bodies.
	 * @return a YAML document
	 */
	String configuration() {
		return String.join("\n", blocks("yaml", section("# ", TEXTS)));
	}

	/**
	 * Return the configuration that keeps the texts of exceptions, too.
	 * @return two YAML documents
	 */
	String configurationWithTexts() {
		return configuration() + "\n---\n" + String.join("\n", blocks("yaml", section(TEXTS, NOT_KEPT)));
	}

	String messages() {
		return String.join("\n", blocks("properties", this.text));
	}

	List<String> code() {
		return blocks("java", this.text);
	}

	Set<String> keptWithTexts() {
		return rows(section(TEXTS, NOT_KEPT));
	}

	Set<String> notKept() {
		return rows(section(NOT_KEPT, "\n## "));
	}

	private static Set<String> rows(String section) {
		return ROW.matcher(section)
			.results()
			.map((row) -> row.group(1).replace("`", ""))
			.filter((name) -> !name.equals("What happens"))
			.collect(Collectors.toSet());
	}

	private String section(String from, String to) {
		int begin = this.text.indexOf(from);
		if (begin < 0) {
			return "";
		}
		int end = this.text.indexOf(to, begin + from.length());
		if (end < 0) {
			end = this.text.indexOf("\n## ", begin + from.length());
		}
		return (end < 0) ? this.text.substring(begin) : this.text.substring(begin, end);
	}

	private static List<String> blocks(String language, String text) {
		return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
			.matcher(text)
			.results()
			.map((MatchResult block) -> block.group(1))
			.toList();
	}

}
