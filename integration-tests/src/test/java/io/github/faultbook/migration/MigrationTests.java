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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pages about migrations: their configuration keeps the recorded bodies,
 * except for those that the page lists.
 */
class MigrationTests {

	private static final Path SOURCES = Path.of("src", "test", "java", "io", "github", "faultbook", "migration");

	@TempDir
	Path directory;

	@ParameterizedTest
	@EnumSource
	void bodiesAreKeptExceptForThoseThatThePageLists(Library library) throws IOException {
		MigrationPage page = MigrationPage.of(library);
		Set<String> kept = names(library);
		kept.removeAll(page.keptWithTexts());
		kept.removeAll(page.notKept());
		try (Shop shop = start(library, page, page.configuration())) {
			verify(shop, library, kept::contains);
			SoftAssertions
				.assertSoftly((softly) -> recorded(library).filter((exchange) -> !kept.contains(exchange.name()))
					.forEach((exchange) -> softly.assertThat(shop.send(exchange).answer())
						.as(exchange.name())
						.isNotEqualTo(exchange.answer())));
		}
		assertThat(names(library)).containsAll(page.notKept());
		assertThat(kept).hasSizeGreaterThanOrEqualTo(25);
	}

	@Tag("slow")
	@ParameterizedTest
	@EnumSource(names = { "ERROR_HANDLING_STARTER", "PROBLEM_SPRING_WEB" })
	void textsOfExceptionsAreKeptIfTheApplicationWantsIt(Library library) throws IOException {
		MigrationPage page = MigrationPage.of(library);
		assertThat(names(library)).containsAll(page.keptWithTexts());
		try (Shop shop = start(library, page, page.configurationWithTexts())) {
			verify(shop, library, (name) -> !page.notKept().contains(name));
		}
	}

	@ParameterizedTest
	@EnumSource
	void codeCompiles(Library library) throws IOException {
		String sources;
		try (Stream<Path> files = Files.list(SOURCES)) {
			sources = files.map(MigrationTests::read).map(MigrationTests::lines).collect(Collectors.joining("\n"));
		}
		assertThat(MigrationPage.of(library).code()).allSatisfy((code) -> assertThat(sources).contains(lines(code)));
	}

	private static void verify(Shop shop, Library library, Predicate<String> names) {
		SoftAssertions.assertSoftly((softly) -> recorded(library).filter((exchange) -> names.test(exchange.name()))
			.forEach((exchange) -> softly.assertThat(shop.send(exchange).answer())
				.as(exchange.name())
				.isEqualTo(exchange.answer())));
	}

	private Shop start(Library library, MigrationPage page, String configuration) throws IOException {
		Path file = Files.writeString(this.directory.resolve("application.yml"),
				configuration.replace("com.example.Annotated", ShopController.class.getName() + "$Annotated")
					.replace("com.example.", library.packageOfExceptions()));
		// The messages must be on the classpath
		Path messages = Path.of("target", "test-classes", "migration", library.recording() + ".properties");
		Files.writeString(messages, page.messages());
		return library.startMigrated(file);
	}

	private static Set<String> names(Library library) {
		return recorded(library).map(Exchange::name).collect(Collectors.toSet());
	}

	private static Stream<Exchange> recorded(Library library) {
		try {
			List<Exchange> recorded = Recordings.read(library.recording());
			return recorded.stream();
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

	private static String lines(String code) {
		return code.lines().map(String::strip).filter((line) -> !line.isEmpty()).collect(Collectors.joining("\n"));
	}

}
