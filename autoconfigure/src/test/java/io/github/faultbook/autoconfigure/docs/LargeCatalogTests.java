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

package io.github.faultbook.autoconfigure.docs;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.documentation.ErrorDocumentation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a catalog of ten thousand entries, on a real server.
 */
@Tag("slow")
class LargeCatalogTests {

	private static final int SIZE = 10_000;

	// The published entries of the library, and the built-in ones
	private static final int OTHERS = LibraryError.values().length - 1 + CommonError.values().length;

	private static DocsServer server;

	@BeforeAll
	static void start() {
		List<Entry> entries = IntStream.range(0, SIZE).mapToObj(Entry::new).toList();
		server = new DocsServer(entries, "faultbook.docs.enabled=true", "faultbook.format=details-map");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 5_000, SIZE - 1 })
	void errorIsThatOfItsEntry(int number) {
		HttpResponse<String> response = server.get("/number/" + number);
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.body()).isEqualTo("""
				{"error":"Number %1$d is taken.","error_code":"error_%1$d","details":{"number":["%1$d"]}}"""
			.formatted(number));
	}

	@Test
	void indexHasPages() {
		String first = server.get("/errors", "Accept", "text/html").body();
		String last = server.get("/errors?page=41", "Accept", "text/html").body();
		assertThat(first.split("data-code=")).hasSize(1 + 250);
		assertThat(last.split("data-code=")).hasSize(1 + SIZE + OTHERS - 40 * 250);
		assertThat(first).contains("href=\"?page=2\"").hasSizeLessThan(256 * 1024);
		assertThat(last).contains("href=\"?page=40\"").doesNotContain("rel=\"next\"");
	}

	@Test
	void jsonAndMarkdownHaveAllEntries() {
		JsonNode index = JsonMapper.shared().readTree(server.get("/errors.json").body());
		assertThat(index.get("errors")).hasSize(SIZE + OTHERS);
		assertThat(server.get("/errors.md").body().lines().filter((line) -> line.contains("(errors/")))
			.hasSize(SIZE + OTHERS);
	}

	@Test
	void typesHaveAllEntries() {
		String module = server.get("/errors.ts").body();
		assertThat(module.lines().filter((line) -> line.startsWith("errors.set("))).hasSize(SIZE + OTHERS);
		assertThat(module).contains("  readonly error_9999: { readonly number: string };\n")
			.hasSizeLessThan(8 * 1024 * 1024);
	}

	@Test
	void indexIsSearched() {
		JsonNode found = JsonMapper.shared().readTree(server.get("/errors.json?q=error_999").body()).get("errors");
		assertThat(found.valueStream().map((entry) -> entry.get("code").asString())).hasSize(11)
			.contains("error_999", "error_9990", "error_9999");
		assertThat(server.get("/errors?q=error_9999", "Accept", "text/html").body().split("data-code=")).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "'',# Error 9999", ".md,# Error 9999", ".json,\"code\": \"error_9999\"" })
	void everyEntryHasAPage(String extension, String text) {
		HttpResponse<String> page = server.get("/errors/error_9999" + extension, "Accept", "text/markdown");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains(text);
		assertThat(server.get("/errors/error_10000" + extension).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/errors", "/errors.json", "/errors.md", "/errors.ts", "/errors/error_9999",
			"/errors?page=41" })
	void pageThatIsKnownIsNotSentAgainInAnyLanguage(String path) {
		Map<Locale, HttpResponse<String>> first = inEachLanguage(path);
		// Large indexes in other languages may have replaced it in the cache
		inEachLanguage("/errors.json");
		first.forEach((language, page) -> {
			assertThat(page.statusCode()).isEqualTo(200);
			HttpResponse<String> second = server.get(path, "Accept-Language", language.toLanguageTag(), "If-None-Match",
					DocsServer.header(page, "ETag"));
			assertThat(second.statusCode()).isEqualTo(304);
			assertThat(second.body()).isEmpty();
		});
	}

	private static Map<Locale, HttpResponse<String>> inEachLanguage(String path) {
		return ErrorDocumentation.languages()
			.stream()
			.collect(Collectors.toMap(Function.identity(),
					(language) -> server.get(path, "Accept-Language", language.toLanguageTag())));
	}

	/**
	 * An entry by number.
	 *
	 * @param number the number
	 */
	private record Entry(int number) implements ErrorCode {

		@Override
		public String code() {
			return "error_" + this.number;
		}

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(409, "Number {number} is taken.")
				.parameter("number", String.class, "The number")
				.cause("Somebody else was faster.")
				.solution("Take another one.");
		}

	}

}
