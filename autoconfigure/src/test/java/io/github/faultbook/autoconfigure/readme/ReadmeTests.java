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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

	@ParameterizedTest
	@MethodSource("formats")
	void bodiesAreThoseThatAreSent(String format) {
		List<MatchResult> shown = BLOCK.matcher(PAGE)
			.results()
			.filter((block) -> block.group(1).equals(format))
			.toList();
		assertThat(shown).isNotEmpty();
		try (ServletWebServerApplicationContext application = start(format)) {
			for (MatchResult block : shown) {
				String body = send(application, block.group(2));
				assertThat(tree(body)).as(block.group(2)).isEqualTo(tree(block.group(3)));
			}
		}
	}

	static List<String> formats() {
		return WireFormats.presets();
	}

	private static ServletWebServerApplicationContext start(String format) {
		return (ServletWebServerApplicationContext) new SpringApplicationBuilder(ReadmeApplication.class).properties(
				"server.port=0", "faultbook.format=" + format, "spring.main.banner-mode=off",
				"faultbook.log.client-errors=off",
				"spring.autoconfigure.exclude="
						+ "org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration,"
						+ "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,"
						+ "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration")
			.run();
	}

	private static String send(ServletWebServerApplicationContext application, String name) {
		String server = "http://localhost:" + application.getWebServer().getPort();
		HttpRequest.Builder request = switch (name) {
			case "order" -> HttpRequest.newBuilder(URI.create(server + "/orders"))
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(ORDER));
			case "invoice" -> HttpRequest.newBuilder(URI.create(server + "/invoices/7"));
			default -> HttpRequest.newBuilder(URI.create(server + "/" + name));
		};
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

	private static String tree(String json) {
		return JsonMapper.shared().readTree(json).toString();
	}

}
