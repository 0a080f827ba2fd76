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
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the bodies in {@code README.md} and the pages that continue it, which must be
 * those that are sent.
 */
class ReadmeTests {

	private static final String PAGE = Stream.of("README.md", "docs/errors.md", "docs/presets.md")
		.map((page) -> Snippet.text(Snippet.ROOT.resolve(page)))
		.collect(Collectors.joining());

	private static final Pattern BLOCK = Pattern.compile("```json ([\\w-]+) ([\\w-]+)\n(.*?)```", Pattern.DOTALL);

	private static final String ORDER = """
			{"email":"ada","items":[{"sku":"A1","qty":0}]}""";

	private static ServletWebServerApplicationContext application;

	@BeforeAll
	static void start() throws IOException {
		// The messages must be on the classpath
		Path messages = Files.createDirectories(Path.of("target", "test-classes", "languages-page"));
		Files.writeString(messages.resolve("messages_de.properties"), texts(0));
		Files.writeString(messages.resolve("messages.properties"), texts(1));
		List<String> properties = new ArrayList<>(List.of("server.port=0", "spring.main.banner-mode=off",
				"faultbook.log.client-errors=off", "spring.messages.basename=languages-page/messages",
				"spring.autoconfigure.exclude="
						+ "org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration,"
						+ "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,"
						+ "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"));
		List<String> formats = formats();
		for (int i = 0; i < formats.size(); i++) {
			properties.add("faultbook.format-rules[%d].header=X-Format: %s".formatted(i, formats.get(i)));
			properties.add("faultbook.format-rules[%d].format=%s".formatted(i, formats.get(i)));
		}
		application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(ReadmeApplication.class)
			.properties(properties.toArray(String[]::new))
			.run();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	static List<String> formats() {
		return WireFormats.presets();
	}

	private static String texts(int number) {
		return blocks("docs/languages.md", "properties").get(number);
	}

	private static List<String> blocks(String page, String language) {
		return Snippet.all()
			.stream()
			.filter((snippet) -> snippet.page().equals(page) && snippet.language().equals(language))
			.map(Snippet::text)
			.toList();
	}

	@ParameterizedTest
	@MethodSource("formats")
	void bodiesAreThoseThatAreSent(String format) {
		List<MatchResult> shown = BLOCK.matcher(PAGE)
			.results()
			.filter((block) -> block.group(1).equals(format))
			.toList();
		assertThat(shown).isNotEmpty();
		for (MatchResult block : shown) {
			// As texts, so that the order of the members counts
			assertThat(tree(send(shown(block.group(2)).header("X-Format", format))).toString()).as(block.group(2))
				.isEqualTo(tree(block.group(3)).toString());
		}
	}

	@Test
	void streamEndsWithTheEventOfThePage() {
		assertThat(send(request("/jobs/1/events"))).isEqualTo(blocks("docs/errors.md", "text").get(0));
	}

	@Test
	void textsAreThoseOfThePage() throws IOException {
		Properties german = new Properties();
		german.load(new StringReader(texts(0)));
		JsonNode translated = tree(send(request("/invoices/7").header("Accept-Language", "de")));
		assertThat(translated.get("title").asString()).isEqualTo(german.get("faultbook.invoice_not_found.title"));
		assertThat(translated.get("detail").asString())
			.isEqualTo(german.getProperty("faultbook.invoice_not_found.message").replace("{invoice_id}", "7"));
		Properties ofSpring = new Properties();
		ofSpring.load(new StringReader(texts(1)));
		JsonNode reworded = tree(send(request("/invoices/7").DELETE()));
		assertThat(Stream.of("type", "title", "detail").map((member) -> reworded.get(member).asString()))
			.containsExactlyInAnyOrderElementsOf(ofSpring.values().stream().map(String::valueOf).toList());
	}

	private static HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + application.getWebServer().getPort() + path));
	}

	private static HttpRequest.Builder shown(String name) {
		return switch (name) {
			case "order" -> request("/orders").header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(ORDER));
			case "invoice" -> request("/invoices/7");
			default -> request("/" + name);
		};
	}

	private static String send(HttpRequest.Builder request) {
		try {
			return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static JsonNode tree(String json) {
		return JsonMapper.shared().readTree(json);
	}

}
