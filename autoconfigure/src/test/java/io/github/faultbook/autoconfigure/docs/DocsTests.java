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

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.faultbook.documentation.ErrorDocumentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pages of the catalog, on a real server of each web stack.
 */
@ParameterizedClass(name = "reactive: {0}")
@ValueSource(booleans = { false, true })
class DocsTests {

	private static final String MALICIOUS = "<script>alert(1)</script>";

	private static DocsServer server;

	private final boolean reactive;

	DocsTests(boolean reactive) {
		this.reactive = reactive;
	}

	@BeforeParameterizedClassInvocation
	static void start(boolean reactive) {
		String[] properties = { "faultbook.docs.enabled=true", "faultbook.docs.success=200,304" };
		server = reactive ? DocsServer.reactive(properties) : new DocsServer(properties);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@Test
	void markdownHasAllOfAnEntry() {
		assertThat(server.get("/errors/book_not_found.md").body()).isEqualTo("""
				# Book not found

				`book_not_found` · 404 Not Found · Since version 1.2

				Book {isbn} does not exist.

				- **Cause**: It was never bought.
				- **Solution**: Check the number.
				- **Retry**: Do not send the same request again: it fails until something changes.

				## In code

				### curl

				```bash
				status=$(curl --silent --show-error --output body.json \\
				  --write-out '%{http_code}' https://api.example.com/example)
				if [ "$status" = 404 ] &&
				    jq --exit-status '.code == "book_not_found"' body.json > /dev/null; then
				  cat body.json >&2
				fi
				```

				### JavaScript

				```js
				const response = await fetch("https://api.example.com/example");
				if (!response.ok) {
				  const error = await response.json();
				  if (error.code === "book_not_found") {
				    console.error("book_not_found", error);
				  }
				}
				```

				### Python

				```python
				import requests

				response = requests.get("https://api.example.com/example", timeout=10)
				if not response.ok:
				    error = response.json()
				    if error["code"] == "book_not_found":
				        print("book_not_found", error)
				```

				### Java

				```java
				HttpRequest request = HttpRequest
				    .newBuilder(URI.create("https://api.example.com/example"))
				    .build();
				HttpResponse<String> response = HttpClient.newHttpClient()
				    .send(request, BodyHandlers.ofString());
				if (response.statusCode() >= 400) {
				    JsonNode error = JsonMapper.shared().readTree(response.body());
				    if (error.at("/code").asString().equals("book_not_found")) {
				        System.err.println("book_not_found " + error);
				    }
				}
				```

				## Parameters

				Each answer has these values, so that no program has to read the message.

				| Name | Type | Description | Example |
				| --- | --- | --- | --- |
				| `isbn` | string | The number that was asked for |  |

				## What clients get

				### problem-details

				```http
				HTTP/1.1 404 Not Found
				Content-Type: application/problem+json
				X-Error-Reference: 0123456789abcdef

				{
				  "type": "/errors/book_not_found",
				  "title": "Book not found",
				  "status": 404,
				  "detail": "Book example does not exist.",
				  "instance": "/example",
				  "code": "book_not_found",
				  "isbn": "example"
				}
				```

				[All errors](../errors.md)
				""");
	}

	@Test
	void jsonHasAllOfAnEntry() {
		assertThat(server.get("/errors/shelf_busy.json").body()).isEqualTo("""
				{
				  "language": "en",
				  "code": "shelf_busy",
				  "status": 409,
				  "reason": "Conflict",
				  "title": "Shelf busy",
				  "message": "The shelf is being moved.",
				  "retry": "always",
				  "retry_after": 3,
				  "headers": [ {
				    "name": "Retry-After",
				    "description": "How many seconds to wait before the next attempt, if known."
				  } ],
				  "deprecated": {
				    "since": "2.0",
				    "replaced_by": "library_closed"
				  },
				  "examples": [ {
				    "format": "problem-details",
				    "status": 409,
				    "headers": {
				      "Content-Type": "application/problem+json",
				      "Retry-After": "3",
				      "X-Error-Reference": "0123456789abcdef"
				    },
				    "body": {
				      "type": "/errors/shelf_busy",
				      "title": "Shelf busy",
				      "status": 409,
				      "detail": "The shelf is being moved.",
				      "instance": "/example",
				      "code": "shelf_busy"
				    }
				  } ]
				}
				""");
	}

	@Test
	void exampleIsThatOfTheCatalog() {
		assertThat(server.get("/errors/fee_due", "Accept", "text/html").body()).contains(
				"Example <code>&quot;100.00&quot;</code>", "Example <code>3</code>", "The fee of 100.00 is due.",
				"&quot;amount&quot;: &quot;100.00&quot;,\n  &quot;days&quot;: 3");
		assertThat(server.get("/errors/fee_due.md").body()).contains("`\"100.00\"`", "\"amount\": \"100.00\"");
		assertThat(server.get("/errors/fee_due.json").body()).contains("\"example\": \"100.00\"",
				"\"amount\": \"100.00\"", "\"example\": 3");
	}

	@Test
	void oneSentenceHasNoHeading() {
		assertThat(server.get("/errors/shelf_busy", "Accept", "text/html").body().split("<h2>")).hasSize(1 + 2);
		assertThat(server.get("/errors/shelf_busy.md").body().lines().filter((line) -> line.startsWith("## ")))
			.containsExactly("## In code", "## What clients get");
	}

	@Test
	void exampleIsTheBodyThatIsSent() {
		String type = JsonMapper.shared().readTree(server.get("/books").body()).get("type").asString();
		assertThat(type).isEqualTo("/errors/book_not_found");
		assertThat(server.get(type).statusCode()).isEqualTo(200);
	}

	@Test
	void samplesRetryOnlyIfTheStatusTellsEnough() {
		assertThat(server.get("/errors/library_closed.md").body()).contains("attempt").contains("!= 507");
		// Another entry with the status 409 must not be retried
		assertThat(server.get("/errors/shelf_busy.md").body()).doesNotContain("attempt in");
	}

	@Test
	void headersAreStrict() {
		HttpResponse<String> response = server.get("/errors/book_not_found", "Accept", "text/html");
		assertThat(DocsServer.header(response, "Content-Security-Policy")).isEqualTo(
				"default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'");
		assertThat(DocsServer.header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(DocsServer.header(response, "Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(DocsServer.header(response, "Cache-Control")).isEqualTo("no-cache");
		assertThat(DocsServer.header(response, "Vary")).isEqualTo("Accept, Accept-Language");
		assertThat(DocsServer.header(response, "Content-Language")).isEqualTo("en");
		assertThat(DocsServer.header(response, "X-Intercepted")).isEqualTo("yes");
		assertThat(response.body()).doesNotContain("style=").doesNotContain("<style").doesNotContain("onclick");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/errors", "/errors.json", "/errors.md", "/errors/book_not_found", "/errors/docs.css",
			"/errors/docs.js", "/errors/book_not_found.json", "/errors.ts" })
	void pageThatIsKnownIsNotSentAgain(String path) {
		HttpResponse<String> first = server.get(path);
		String etag = DocsServer.header(first, "ETag");
		for (String known : new String[] { etag, etag.substring(2), "\"other\", " + etag }) {
			HttpResponse<String> second = server.get(path, "If-None-Match", known);
			assertThat(second.statusCode()).as(known).isEqualTo(304);
			assertThat(second.body()).isEmpty();
			assertThat(DocsServer.header(second, "ETag")).isEqualTo(etag);
		}
		assertThat(server.get(path, "If-None-Match", "\"other\"").body()).isEqualTo(first.body());
		HttpResponse<String> head = server.send("HEAD", path);
		assertThat(head.body()).isEmpty();
		assertThat(DocsServer.header(head, "ETag")).isEqualTo(etag);
		assertThat(DocsServer.header(head, "Content-Length")).isEqualTo(DocsServer.header(first, "Content-Length"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			*/*                                                               | text/html;charset=UTF-8
			text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8   | text/html;charset=UTF-8
			application/json                                                  | application/json
			application/json, text/plain, */*                                 | application/json
			application/*                                                     | application/json
			text/markdown                                                     | text/markdown;charset=UTF-8
			text/*                                                            | text/html;charset=UTF-8
			text/markdown, text/html                                          | text/html;charset=UTF-8
			text/html;q=0.5, text/markdown                                    | text/markdown;charset=UTF-8
			text/html;q=0, */*                                                | application/json
			text/markdown;q=0.2, application/json;q=0.3                       | application/json
			nonsense                                                          | text/html;charset=UTF-8
			nonsense, text/markdown                                           | text/markdown;charset=UTF-8
			application/json;q=many, text/markdown;q=0.1, /                   | text/markdown;charset=UTF-8
			image/png                                                         | application/problem+json
			""")
	void formIsThatWhichIsAccepted(String accept, String contentType) {
		for (String path : new String[] { "/errors", "/errors/book_not_found" }) {
			assertThat(DocsServer.header(server.get(path, "Accept", accept), "Content-Type")).as(path)
				.isEqualTo(contentType);
		}
		assertThat(DocsServer.header(server.get("/errors/book_not_found.md", "Accept", accept), "Content-Type"))
			.isEqualTo("text/markdown;charset=UTF-8");
	}

	@Test
	void everyLineOfAcceptCounts() {
		HttpResponse<String> response = server.get("/errors", "Accept", "image/png", "Accept", "text/markdown");
		assertThat(DocsServer.header(response, "Content-Type")).isEqualTo("text/markdown;charset=UTF-8");
	}

	@Test
	void onlyTheFirstHundredRangesCount() {
		// WebFlux itself accepts no more than 50, before a handler is chosen
		String images = "image/png, ".repeat(this.reactive ? 49 : 99);
		assertThat(DocsServer.header(server.get("/errors", "Accept", images + "text/markdown"), "Content-Type"))
			.isEqualTo("text/markdown;charset=UTF-8");
		assertThat(server.get("/errors", "Accept", images + "image/gif, text/markdown").statusCode()).isEqualTo(406);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			de                          | de
			de-AT                       | de
			ja, fr;q=0.5                | fr
			fr;q=0.5, es;q=0.8          | es
			pt-BR, en;q=0.1             | pt
			ja                          | en
			de;q=0, fr;q=0.1            | fr
			xx;;;                       | en
			*                           | en
			""")
	void languageIsThatOfTheBrowser(String accepted, String language) {
		HttpResponse<String> response = server.get("/errors", "Accept-Language", accepted);
		assertThat(DocsServer.header(response, "Content-Language")).isEqualTo(language);
		assertThat(response.body()).contains("<html lang=\"" + language + "\">");
	}

	@Test
	void languageCanBeChosenAndIsKeptByLinks() {
		HttpResponse<String> response = server.get("/errors?lang=de", "Accept-Language", "fr");
		assertThat(DocsServer.header(response, "Content-Language")).isEqualTo("de");
		assertThat(response.body()).contains("errors/book_not_found?lang=de")
			.contains("<input type=\"hidden\" name=\"lang\" value=\"de\">");
		assertThat(DocsServer.header(server.get("/errors?lang=xx", "Accept-Language", "fr"), "Content-Language"))
			.isEqualTo("fr");
	}

	@Test
	void everyLanguageHasEveryWord() {
		for (Locale language : ErrorDocumentation.languages()) {
			String tag = language.toLanguageTag();
			assertThat(server.get("/errors?lang=" + tag).statusCode()).isEqualTo(200);
			assertThat(server.get("/errors/shelf_busy?lang=" + tag).statusCode()).isEqualTo(200);
			assertThat(server.get("/errors/nope?lang=" + tag, "Accept", "text/html").body())
				.contains("<html lang=\"" + tag + "\">");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			?q=BOOK                     | book_not_found
			?q=never+there              |
			?status=507                 | library_closed
			?q=shelf&status=4xx         | shelf_busy
			?q=shelf&status=5xx         |
			?retry=always&status=409    | shelf_busy
			""")
	void indexIsFilteredOnTheServer(String query, String code) {
		String html = server.get("/errors" + query, "Accept", "text/html").body();
		Stream<String> shown = html.lines()
			.flatMap((line) -> Stream.of(line.split("<li ")))
			.filter((item) -> item.startsWith("data-code"))
			.filter((item) -> !item.substring(0, item.indexOf('>')).endsWith("hidden=\"\""))
			.map((item) -> item.split("\"")[1]);
		assertThat(shown).containsExactly((code != null) ? new String[] { code } : new String[0]);
		assertThat(JsonMapper.shared()
			.readTree(server.get("/errors.json" + query).body())
			.path("errors")
			.valueStream()
			.map((entry) -> entry.get("code").asString()))
			.containsExactly((code != null) ? new String[] { code } : new String[0]);
	}

	@Test
	void internalEntriesAreNowhere() {
		for (String extension : new String[] { "", ".md", ".json" }) {
			assertThat(server.get("/errors" + extension).body()).doesNotContain("secret_vault");
			assertThat(server.get("/errors/secret_vault" + extension).statusCode()).isEqualTo(404);
			assertThat(server.get("/errors/old_vault" + extension).body()).contains("2.0")
				.doesNotContain("secret_vault");
		}
		assertThat(server.get("/vault").body()).contains("\"type\":\"about:blank\"");
	}

	@Test
	void hostileTextsAreTexts() {
		String html = server.get("/errors/hostile", "Accept", "text/html").body()
				+ server.get("/errors", "Accept", "text/html").body();
		assertThat(html).doesNotContain("<script>")
			.doesNotContain("<img")
			.doesNotContain("<b>")
			.doesNotContain("' onload")
			.doesNotContain("\u0000")
			.contains("&lt;/code&gt;&lt;script&gt;alert(5)&lt;/script&gt;")
			.contains("&lt;script&gt;alert(&#39;message&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;");
		assertThat(server.get("/errors/hostile.md").body()).contains(
				"\\</style\\>\\<img src=x onerror=alert(2)\\> \\*bold\\* \\[link\\](javascript:alert(3)) \\`code\\` \\| cell",
				"\\# Heading - list \\<b\\>");
		assertThat(JsonMapper.shared().readTree(server.get("/errors/hostile.json").body()).get("message").asString())
			.isEqualTo(LibraryError.HOSTILE.definition().message());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/errors?q=%3Cscript%3Ealert(1)%3C/script%3E", "/errors?q=%22%20onfocus=%22alert(1)",
			"/errors?status=%3Cscript%3Ealert(1)%3C/script%3E&page=%3Cscript%3E&retry=%3Cscript%3E&lang=%3Cscript%3E",
			"/errors/%3Cscript%3Ealert(1)%3C/script%3E", "/errors/book_not_found?lang=%3Cscript%3E",
			"/errors/%3Cscript%3E.json", "/errors?q=%0D%0ASet-Cookie:a=b" })
	void hostileAddressesAreInert(String path) {
		HttpResponse<String> response = server.get(path, "Accept", "text/html", "Accept-Language", MALICIOUS, "Referer",
				"https://evil.example/" + MALICIOUS, "X-Forwarded-Host", "evil.example", "X-Forwarded-Prefix",
				"/evil.example");
		assertThat(response.body()).doesNotContain("<script>")
			.doesNotContain("\" onfocus")
			.doesNotContain("evil.example");
		assertThat(response.headers().toString()).doesNotContain("script>")
			.doesNotContain("evil.example")
			.doesNotContain("a=b");
	}

	@Test
	void unknownCodeIsAnErrorForProgramsAndAPageForPeople() {
		HttpResponse<String> error = server.get("/errors/nope", "Accept", "application/json");
		assertThat(error.statusCode()).isEqualTo(404);
		assertThat(error.body()).contains("\"code\":\"resource_not_found\"");
		HttpResponse<String> page = server.get("/errors/nope", "Accept", "text/html");
		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("<h1>There is no such error</h1>").doesNotContain("nope");
	}

	@Test
	void statusWithoutAnEntryHasAPage() {
		assertThat(server.get("/errors/request_timeout.md").body()).startsWith("# Request Timeout\n");
		assertThat(server.get("/errors.md").body()).doesNotContain("request_timeout");
	}

	@Test
	void otherMethodsAreRefused() {
		for (String path : new String[] { "/errors", "/errors/", "/errors.md", "/errors/book_not_found" }) {
			HttpResponse<String> response = server.send("POST", path);
			assertThat(response.statusCode()).as(path).isEqualTo(405);
			assertThat(DocsServer.header(response, "Allow").split(",\\s*")).containsExactlyInAnyOrder("GET", "HEAD");
			assertThat(response.body()).contains("\"code\":\"method_not_allowed\"");
			HttpResponse<String> options = server.send("OPTIONS", path);
			assertThat(options.statusCode()).isEqualTo(200);
			assertThat(options.body()).isEmpty();
			assertThat(DocsServer.header(options, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
		}
	}

	@Test
	void controllersOfTheApplicationComeFirst() {
		assertThat(server.get("/errors/mine").body()).isEqualTo("mine");
	}

	@Test
	void typesAreThoseOfTheDefaultFormat() {
		HttpResponse<String> response = server.get("/errors.ts");
		assertThat(DocsServer.header(response, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
		assertThat(DocsServer.header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(response.body()).startsWith("// ")
			.contains("errors in the format problem-details\n",
					"\n  readonly fee_due: { readonly amount: string; readonly days: number };\n")
			.doesNotContain("secret_vault");
		assertThat(server.get("/errors/book_not_found.ts").statusCode()).isEqualTo(404);
		assertThat(server.get("/errors", "Accept", "text/html").body()).contains("href=\"errors.ts\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "no-such-format", "", "nested-code%00" })
	void typesOfAFormatThatDoesNotExistAreRefused(String format) {
		HttpResponse<String> response = server.get("/errors.ts?format=" + format);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body())
			.contains("\"code\":\"invalid_request\"", "{\"detail\":\"must be one of problem-details\",",
					"\"pointer\":\"#/format\",\"code\":\"invalid_choice\"}")
			.doesNotContain("no-such-format\"");
	}

	@Test
	void slashBehindTheIndexLeadsToTheIndex() {
		HttpResponse<String> response = server.get("/errors/");
		assertThat(response.statusCode()).isEqualTo(301);
		assertThat(DocsServer.header(response, "Location")).isEqualTo("../errors");
	}

	@Test
	void whatIsExportedIsWhatIsServed(@TempDir Path directory) throws IOException {
		server.bean(ErrorDocumentation.class).writeTo(directory);
		try (Stream<Path> files = Files.walk(directory)) {
			assertThat(files.filter(Files::isRegularFile)).hasSize(63)
				.allSatisfy((file) -> assertThat(file).content()
					.isEqualTo(server.get("/" + directory.relativize(file)).body()));
		}
	}

}
