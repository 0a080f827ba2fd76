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

package io.github.faultbook.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the site that {@code docs/site/build} makes of {@code docs/}, opened from the
 * disk in a browser without a network.
 */
@Tag("slow")
@EnabledIf("canBeBuilt")
class DocumentationSiteTests {

	private static final Path SITE = Path.of("..", "target", "site").toAbsolutePath().normalize();

	private static Browser browser;

	static boolean canBeBuilt() {
		return Browser.isInstalled() && Stream.of(System.getenv("PATH").split(":"))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "npm")));
	}

	@BeforeAll
	static void build() throws IOException, InterruptedException {
		Process build = new ProcessBuilder("bash", "../docs/site/build", "--no-javadoc").redirectErrorStream(true)
			.start();
		String output = new String(build.getInputStream().readAllBytes());
		assertThat(build.waitFor()).as(output).isZero();
		browser = Browser.start("en", true);
	}

	@AfterAll
	static void close() {
		browser.close();
	}

	@BeforeEach
	void reset() {
		browser.open("about:blank");
		browser.complaints();
		browser.hosts();
	}

	@AfterEach
	void needsNoNetwork() {
		assertThat(browser.hosts()).isEmpty();
		assertThat(browser.complaints()).isEmpty();
	}

	@Test
	void everyPageIsReachedFromTheIndex() throws IOException {
		Set<String> reached = new TreeSet<>();
		Deque<String> next = new ArrayDeque<>(List.of("index.html"));
		while (!next.isEmpty()) {
			String page = next.pop();
			if (reached.add(page)) {
				open(page);
				links().stream().map((link) -> link.replaceAll("#.*", "")).forEach(next::add);
			}
		}
		assertThat(reached).isEqualTo(pages());
	}

	@ParameterizedTest
	@CsvSource({ "1400, light", "390, dark" })
	void pagesFitTheWidthAndAreAccessible(int width, String colors) throws IOException {
		browser.emulate("screen", colors);
		browser.width(width);
		for (String page : pages()) {
			open(page);
			assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth")).as(page)
				.isLessThanOrEqualTo(width);
			leaveOneWordOfEachColor();
			assertThat(browser.accessibilityViolations()).as(page).isEmpty();
		}
	}

	/**
	 * Join the words in blocks of code with the text around them. There are thousands of
	 * words in a few colors, and measuring the contrast of each takes minutes.
	 */
	private static void leaveOneWordOfEachColor() {
		browser.driver().executeScript("""
				const seen = new Set();
				for (const word of document.querySelectorAll('pre span[style]')) {
					const style = word.getAttribute('style');
					if (seen.has(style)) {
						word.replaceWith(word.textContent);
					}
					seen.add(style);
				}""");
	}

	@Test
	void searchFindsSectionsAndTheKeyboardOpensThem() {
		browser.width(1400);
		open("index.html");
		browser.find("body").sendKeys("/");
		browser.driver().switchTo().activeElement().sendKeys("environment var");
		assertThat(browser.texts("#results strong")).first().isEqualTo("Environment variables");
		assertThat(browser.accessibilityViolations()).isEmpty();
		browser.find("#search").sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
		assertThat(browser.driver().getCurrentUrl()).endsWith("/properties.html#environment-variables");
	}

	@Test
	void searchWithoutAMatchSaysSoAndNothingThatIsTypedIsMarkup() {
		browser.width(1400);
		open("index.html");
		browser.find("#search").sendKeys("<img src=x onerror=alert(1)>");
		assertThat(browser.texts("#results li"))
			.containsExactly("Nothing was found for “<img src=x onerror=alert(1)>”");
		browser.find("#search").sendKeys(Keys.ENTER);
		assertThat(browser.driver().getCurrentUrl()).endsWith("/index.html");
	}

	@Test
	void listenerOfThePageEndsTheStream() throws IOException {
		AtomicInteger connections = new AtomicInteger();
		HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		answer(server, "/", "text/html", "<title>Jobs</title><link rel=icon href=data:>");
		answer(server, "/jobs/1/events", "text/event-stream", block("text")).getFilters()
			.add(Filter.beforeHandler("counts", (exchange) -> connections.incrementAndGet()));
		server.start();
		try {
			browser.open("http://localhost:" + server.getAddress().getPort() + "/");
			assertThat(browser.driver()
				.executeAsyncScript("const done = arguments[0];\n" + block("javascript")
						+ "function show(error) { done(error.code + ' ' + (source.readyState === EventSource.CLOSED)); }"))
				.isEqualTo("conflict true");
		}
		finally {
			server.stop(0);
		}
		assertThat(connections).hasValue(1);
		assertThat(browser.hosts()).containsExactly("localhost");
	}

	private static HttpContext answer(HttpServer server, String path, String type, String body) {
		return server.createContext(path, (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", type);
			exchange.sendResponseHeaders(200, 0);
			try (OutputStream output = exchange.getResponseBody()) {
				output.write(body.getBytes(StandardCharsets.UTF_8));
			}
		});
	}

	private static String block(String language) throws IOException {
		return Files.readString(Path.of("..", "docs", "errors.md"))
			.replaceAll("(?s).*\n```" + language + "\n(.*?)```\n.*", "$1");
	}

	private static void open(String page) {
		browser.open("file://" + SITE + "/" + page);
	}

	@SuppressWarnings("unchecked")
	private static List<String> links() {
		return (List<String>) browser.driver()
			.executeScript("return [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href'))"
					+ ".filter((href) => /^[^:#/]+\\.html/.test(href))");
	}

	private static Set<String> pages() throws IOException {
		try (Stream<Path> files = Files.list(SITE)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".html"))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

}
