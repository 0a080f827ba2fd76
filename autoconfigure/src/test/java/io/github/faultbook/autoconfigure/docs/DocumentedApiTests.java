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
import java.util.stream.Stream;

import io.github.faultbook.autoconfigure.contract.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the pages say about the API: its name, its address, and which errors are
 * its own. The server trusts forwarded headers, so that they reach the pages.
 */
class DocumentedApiTests {

	private static DocsServer server;

	@BeforeAll
	static void start() {
		server = new DocsServer("faultbook.docs.enabled=true", "faultbook.docs.path=/docs/errors",
				"faultbook.docs.title=<b>Books</b> & more",
				"faultbook.docs.hidden=payment_required, shelf_busy, UNAUTHENTICATED, conflict",
				"faultbook.errors.authentication_required.code=UNAUTHENTICATED", "faultbook.errors.conflict.code=CLASH",
				"server.forward-headers-strategy=framework");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | : error reference
			de | : Fehlerreferenz
			fr | ' : référence des erreurs'
			es | : referencia de errores
			pt | : referência de erros
			""")
	void nameIsInTitleHeadingAndMarkdown(String language, String reference) {
		String title = "&lt;b&gt;Books&lt;/b&gt; &amp; more" + reference;
		String index = server.get("/docs/errors?lang=" + language, "Accept", "text/html").body();
		assertThat(index).contains("<title>" + title + "</title>", "<h1>" + title + "</h1>",
				"<span class=\"name\">" + title + "</span>");
		assertThat(server.get("/docs/errors/book_not_found?lang=" + language, "Accept", "text/html").body())
			.contains(" · " + title + "</title>");
		assertThat(server.get("/docs/errors.md?lang=" + language).body()).startsWith("# \\<b\\>Books\\</b\\> \\& more");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/docs/errors.json", "/docs/errors/CLASH.json" })
	void nameIsInJson(String path) {
		assertThat(json(path).get("api").asString()).isEqualTo("<b>Books</b> & more");
	}

	@Test
	void ownErrorsComeFirstAndBuiltInOnesAreLabelled() {
		String index = server.get("/docs/errors", "Accept", "text/html").body();
		assertThat(index).containsSubsequence("Errors of this API</h2>", "data-code=\"book_not_found\"",
				"data-code=\"library_closed\"", "General errors</h2>", "data-code=\"invalid_request\"");
		assertThat(server.get("/docs/errors/invalid_request", "Accept", "text/html").body())
			.contains("<span class=\"kind\">General error</span>");
		assertThat(server.get("/docs/errors/book_not_found", "Accept", "text/html").body())
			.doesNotContain("General error");
	}

	@ParameterizedTest
	@ValueSource(strings = { "payment_required", "shelf_busy", "UNAUTHENTICATED", "CLASH" })
	void hiddenErrorIsNotListedButHasItsPage(String code) {
		assertThat(server.get("/docs/errors", "Accept", "text/html").body())
			.doesNotContain("data-code=\"" + code + '"');
		assertThat(server.get("/docs/errors.md").body()).doesNotContain("`" + code + "`");
		assertThat(json("/docs/errors.json?q=" + code).path("errors")
			.valueStream()
			.map((error) -> error.get("code").asString())).doesNotContain(code);
		for (String extension : new String[] { "", ".md", ".json" }) {
			HttpResponse<String> page = server.get("/docs/errors/" + code + extension);
			assertThat(page.statusCode()).as(extension).isEqualTo(200);
			assertThat(page.body()).as(extension).contains(code);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Host: evil.example", "Host: localhost\r\nX-Forwarded-Host: evil.example",
			"Host: localhost\r\nForwarded: host=evil.example;proto=http",
			"Host: localhost\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Prefix: /evil.example",
			"Host: localhost\r\nX-Forwarded-Host: a\"; $(id) #.evil.example",
			"Host: localhost\r\nX-Forwarded-Proto: javascript\r\nX-Forwarded-Port: 6666" })
	void addressIsNeverThatOfTheRequest(String headers) {
		for (String path : new String[] { "/docs/errors/library_closed", "/docs/errors/library_closed.md",
				"/docs/errors/book_not_found.json", "/docs/errors", "/docs/errors/" }) {
			String accept = "\r\nAccept: text/html, */*\r\nConnection: close\r\n\r\n";
			String answer = Wire.send(server.port(), "GET " + path + " HTTP/1.1\r\n" + headers + accept);
			String plain = Wire.send(server.port(), "GET " + path + " HTTP/1.1\r\nHost: localhost" + accept);
			assertThat(withoutDate(answer)).as(path).isEqualTo(withoutDate(plain)).doesNotContain("evil");
		}
	}

	private static String withoutDate(String answer) {
		return answer.replaceFirst("\r\nDate: .*", "");
	}

	@Test
	void browserKnowsWhereTheApplicationIs() {
		assertThat(server.get("/docs/errors/library_closed", "Accept", "text/html").body())
			.contains("<div data-example-url=\"https://api.example.com\" data-root=\"../../\">");
	}

	@Test
	void addressThatIsConfiguredIsInEverySample() {
		try (DocsServer known = new DocsServer("faultbook.docs.enabled=true",
				"faultbook.docs.api-url=https://books.example:8443/v2/")) {
			Stream.of("book_not_found", "library_closed")
				.flatMap((code) -> Stream.of(code + ".md", code))
				.forEach((page) -> assertThat(known.get("/errors/" + page).body())
					.contains("https://books.example:8443/v2/example")
					.doesNotContain("api.example.com", "data-root"));
			assertThat(known.get("/errors/book_not_found.md").body().split("https://books.example:8443/v2/example"))
				.hasSize(1 + 4);
		}
	}

	private static JsonNode json(String path) {
		return JsonMapper.shared().readTree(server.get(path).body());
	}

}
