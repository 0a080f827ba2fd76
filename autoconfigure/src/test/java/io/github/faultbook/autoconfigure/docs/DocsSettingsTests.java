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
import java.util.Set;

import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.docs.DocsServer.RecordingListener;
import io.github.faultbook.autoconfigure.settings.FaultbookSetup;
import io.github.faultbook.documentation.DocumentedApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the properties of the pages.
 */
@Tag("slow")
class DocsSettingsTests {

	@Test
	void pagesAreOffByDefault() {
		try (DocsServer server = new DocsServer()) {
			HttpResponse<String> response = server.get("/errors");
			assertThat(response.statusCode()).isEqualTo(404);
			assertThat(DocsServer.header(response, "Content-Type")).isEqualTo("application/problem+json");
			assertThat(server.get("/books").body()).contains("\"type\":\"about:blank\"");
		}
	}

	@Test
	void typeHasTheContextPathAndLinksAreRelative() {
		try (DocsServer server = new DocsServer("faultbook.docs.enabled=true", "faultbook.docs.path=/docs/problems",
				"server.servlet.context-path=/library", "spring.mvc.servlet.path=/api")) {
			assertThat(server.get("/library/api/books").body())
				.contains("\"type\":\"/library/api/docs/problems/book_not_found\"");
			assertThat(server.get("/library/api/docs/problems/book_not_found").body()).contains("href=\"../problems\"");
			assertThat(server.get("/library/api/docs/problems").body()).contains("href=\"problems/book_not_found\"")
				.doesNotContain("=\"/");
		}
	}

	@Test
	void typeHasTheBasePathOfAReactiveApplication() {
		try (DocsServer server = DocsServer.reactive("faultbook.docs.enabled=true",
				"faultbook.docs.path=/docs/problems", "spring.webflux.base-path=/library")) {
			assertThat(server.get("/library/books").body())
				.contains("\"type\":\"/library/docs/problems/book_not_found\"");
			assertThat(server.get("/library/docs/problems/book_not_found.md").body()).startsWith("# Book not found");
		}
	}

	@Test
	void securityOpensThePagesAndKeepsTheirHeaders() {
		try (DocsServer server = DocsServer.guarded("faultbook.docs.enabled=true")) {
			HttpResponse<String> denied = server.get("/books");
			assertThat(denied.statusCode()).isEqualTo(401);
			assertThat(denied.body()).contains("\"type\":\"/errors/authentication_required\"");
			for (String path : new String[] { "/errors", "/errors.md", "/errors/authentication_required",
					"/errors/docs.css" }) {
				HttpResponse<String> page = server.get(path);
				assertThat(page.statusCode()).as(path).isEqualTo(200);
				assertThat(DocsServer.header(page, "Cache-Control")).as(path).isEqualTo("no-cache");
				assertThat(server.get(path, "If-None-Match", DocsServer.header(page, "ETag")).statusCode()).as(path)
					.isEqualTo(304);
			}
		}
	}

	@Test
	void securityClosesThePagesIfNobodyOpensThem() {
		try (DocsServer server = DocsServer.guarded("faultbook.docs.enabled=true", "faultbook.docs.path=/problems")) {
			for (String path : new String[] { "/problems", "/problems.json", "/problems/book_not_found",
					"/problems/docs.js" }) {
				HttpResponse<String> response = server.get(path);
				assertThat(response.statusCode()).as(path).isEqualTo(401);
				assertThat(response.body()).as(path).contains("\"code\":\"authentication_required\"");
			}
		}
	}

	@Test
	void baseUrlWins() {
		try (DocsServer server = new DocsServer("faultbook.docs.enabled=true",
				"faultbook.docs.base-url=https://example.com/e")) {
			assertThat(server.get("/books").body()).contains("\"type\":\"https://example.com/e/book_not_found\"");
			assertThat(server.get("/errors/book_not_found").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void examplesAreCustomizedAndBoundedAndNoListenerIsTold() {
		try (DocsServer server = DocsServer.customized("faultbook.docs.enabled=true", "faultbook.limits.violations=1",
				"faultbook.validation.status=499")) {
			for (String form : new String[] { ".md", ".json" }) {
				assertThat(server.get("/errors/book_not_found" + form).body()).as(form)
					.containsPattern("\"?X-Support\"?: \"?desk 4")
					.contains("\"support\": \"Check the number.\"");
				assertThat(server.get("/errors/validation_error" + form).body()).as(form)
					.contains("499", "email")
					.doesNotContain("items");
			}
			assertThat(server.get("/errors/book_not_found", "Accept", "text/html").body()).contains("X-Support: desk 4",
					"&quot;support&quot;: &quot;Check the number.&quot;");
			RecordingListener listener = server.bean(RecordingListener.class);
			assertThat(listener.events).isEmpty();
			assertThat(server.get("/books").body()).contains("\"support\":\"Check the number.\"");
			assertThat(listener.events).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			                              | /errors/book_not_found
			/shop/errors                  | /shop/errors/book_not_found
			https://example.com/shop/docs | https://example.com/shop/docs/book_not_found
			""")
	void typeFollowsTheBaseUrlAndNotTheForwardedPrefix(@Nullable String baseUrl, String type) {
		try (DocsServer server = new DocsServer("faultbook.docs.enabled=true",
				(baseUrl != null) ? "faultbook.docs.base-url=" + baseUrl : "faultbook.docs.path=/errors",
				"server.forward-headers-strategy=framework")) {
			for (String prefix : new String[] { "/shop", "/other" }) {
				assertThat(server.get("/books", "X-Forwarded-Prefix", prefix).body())
					.contains("\"type\":\"" + type + "\"", "\"instance\":\"" + prefix + "/books\"");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "errors", "/", "/errors/", "/errors/**", "/{errors}", "/a//b", "/a/../b", "/a b", "/a?b" })
	void pathThatIsNoneIsRefused(String path) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class))
			.withPropertyValues("faultbook.docs.path=" + path, "faultbook.docs.success=200,299")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(FaultbookConfigurationException.class)
				.hasMessageContaining("faultbook.docs.path: '" + path + "' cannot be the path of pages.")
				.hasMessageContaining("faultbook.docs.success: 299 cannot be described."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://a.example/$(id)", "https://a'b.example", "https://a.example?b=c",
			"ftp://a.example", "javascript:alert(1)", "https://a.example/b c", "https://`id`.example",
			"https://a.example/\"b", "/errors", "https://<script>", "//a.example", "https://user:password@a.example",
			"https://a.example/b#c" })
	void addressThatIsNoneIsRefused(String url) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class))
			.withPropertyValues("faultbook.docs.api-url=" + url, "faultbook.docs.hidden=payment_requird,lost")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContainingAll("faultbook.docs.api-url: '" + url + "' cannot be the address in code samples.",
						"faultbook.docs.hidden: the catalog has no code 'payment_requird'. "
								+ "Did you mean 'payment_required'?",
						"faultbook.docs.hidden: the catalog has no code 'lost'. Use some of [invalid_request, "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https://api.example.org/shop/errors  | true  | https://api.example.org/shop
			https://api.example.org:8443/errors/ | true  | https://api.example.org:8443
			https://docs.example.org/problems    | true  |
			https://api.example.org/errors       | false |
			https://$(id).example.org/errors     | true  |
			/shop/errors                         | true  |
			""")
	void addressIsThatOfThePagesIfTheyAreTheApplications(String baseUrl, boolean enabled, @Nullable String url) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class))
			.withPropertyValues("faultbook.docs.base-url=" + baseUrl, "faultbook.docs.enabled=" + enabled,
					"spring.application.name=books")
			.run((context) -> assertThat(context.getBean(FaultbookSetup.class).documentedApi())
				.isEqualTo(new DocumentedApi("books", url, List.of(), Set.of())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "/shop" })
	void linksDoNotDependOnTheForwardedPrefix(String prefix) {
		try (DocsServer server = new DocsServer("faultbook.docs.enabled=true",
				"server.forward-headers-strategy=framework")) {
			for (String path : new String[] { "/errors", "/errors/", "/errors/book_not_found", "/errors/nope" }) {
				HttpResponse<String> plain = server.get(path, "Accept", "text/html");
				HttpResponse<String> forwarded = server.get(path, "Accept", "text/html", "X-Forwarded-Prefix", prefix);
				assertThat(forwarded.body()).as(path).isEqualTo(plain.body());
				assertThat(DocsServer.header(forwarded, "Location")).isEqualTo(DocsServer.header(plain, "Location"));
			}
		}
	}

}
