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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pages that show whole applications and Kotlin: their code is that of the
 * sample applications, which {@code src/release/rehearse} builds, or of the tests in
 * Kotlin.
 */
class GettingStartedTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern BLOCK = Pattern.compile("```(xml|groovy|java|json|kotlin)\n(.*?)```", Pattern.DOTALL);

	private static final Pattern KOTLIN_BUILD = Pattern.compile("^(\\w+)\\((.*)\\)$", Pattern.MULTILINE);

	private static final String CODE = files("samples") + files("kotlin/src/test");

	static Stream<String> snippets() {
		return Stream.of("docs/getting-started.md", "docs/kotlin.md")
			.flatMap((page) -> BLOCK.matcher(read(ROOT.resolve(page))).results())
			.map((block) -> block.group(2));
	}

	static Stream<String> snippetsOfTheReadme() {
		return BLOCK.matcher(read(ROOT.resolve("README.md")))
			.results()
			.filter((block) -> block.group(1).matches("groovy|kotlin"))
			.map((block) -> block.group(2));
	}

	@ParameterizedTest
	@MethodSource({ "snippets", "snippetsOfTheReadme" })
	void snippetIsPartOfAnApplication(String snippet) {
		assertThat(CODE).containsAnyOf(withoutIndentation(snippet), withoutIndentation(inGroovy(snippet)));
	}

	/**
	 * There is no build in Gradle's Kotlin DSL, which differs in parentheses and quotes.
	 */
	private static String inGroovy(String snippet) {
		return KOTLIN_BUILD.matcher(withoutIndentation(snippet)).replaceAll("$1 $2").replace('"', '\'');
	}

	private static String files(String folder) {
		try (Stream<Path> paths = Files.walk(ROOT.resolve(folder))) {
			return paths.filter((path) -> path.toString().matches(".*\\.(xml|gradle|java|kt)"))
				.filter((path) -> !path.toString().contains("/target/"))
				.map((path) -> withoutIndentation(read(path)))
				.collect(Collectors.joining("\n"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String withoutIndentation(String code) {
		return code.lines().map(String::strip).filter((line) -> !line.isEmpty()).collect(Collectors.joining("\n"));
	}

}
