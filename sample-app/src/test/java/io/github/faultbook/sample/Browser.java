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

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium.
 */
final class Browser implements AutoCloseable {

	private static final Path DRIVER = first("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");

	private static final Path BINARY = first("/usr/bin/chromium", "/usr/bin/google-chrome");

	private static final boolean INSTALLED = Files.exists(DRIVER) && Files.exists(BINARY);

	static {
		if (!INSTALLED) {
			System.getLogger(Browser.class.getName())
				.log(System.Logger.Level.WARNING, "No Chromium with a driver: what needs a browser is not tested");
		}
	}

	private final ChromeDriver driver;

	private Browser(ChromeOptions options) {
		this.driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
				options);
		this.driver.manage().window().setSize(new Dimension(1280, 1600));
	}

	private static Path first(String... candidates) {
		return Stream.of(candidates).map(Path::of).filter(Files::exists).findFirst().orElse(Path.of(candidates[0]));
	}

	/**
	 * Return whether a browser is installed.
	 * @return whether Chromium and its driver are installed
	 * @throws IllegalStateException if there is none although the environment variable
	 * {@code BROWSER_TESTS} says {@code required}
	 */
	static boolean isInstalled() {
		if (!INSTALLED && "required".equals(System.getenv("BROWSER_TESTS"))) {
			throw new IllegalStateException("Install chromium and chromium-driver");
		}
		return INSTALLED;
	}

	/**
	 * Start a browser.
	 * @param language the language of its user, such as {@code de}
	 * @param javaScript whether it runs scripts
	 * @return the browser
	 */
	static Browser start(String language, boolean javaScript) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(BINARY.toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--lang=" + language);
		options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language, "intl.selected_languages",
				language, "profile.managed_default_content_settings.javascript", javaScript ? 1 : 2));
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		options.setCapability("goog:loggingPrefs", logs);
		return new Browser(options);
	}

	void open(String url) {
		this.driver.get(url);
	}

	WebElement find(String selector) {
		return this.driver.findElement(By.cssSelector(selector));
	}

	/**
	 * Return the visible texts of elements.
	 * @param selector a CSS selector
	 * @return the texts in the order of the page
	 */
	List<String> texts(String selector) {
		return this.driver.findElements(By.cssSelector(selector))
			.stream()
			.filter(WebElement::isDisplayed)
			.map(WebElement::getText)
			.toList();
	}

	/**
	 * Wait until there is an element.
	 * @param selector a CSS selector
	 */
	void await(String selector) {
		new WebDriverWait(this.driver, Duration.ofSeconds(20))
			.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(selector)));
	}

	/**
	 * Emulate a color preference of the user, or printing.
	 * @param medium {@code screen} or {@code print}
	 * @param colors {@code light} or {@code dark}
	 */
	void emulate(String medium, String colors) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("media", medium, "features", List.of(Map.of("name", "prefers-color-scheme", "value", colors))));
	}

	/**
	 * Give the page a width, such as that of a telephone.
	 * @param pixels the width
	 */
	void width(int pixels) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
	}

	ChromeDriver driver() {
		return this.driver;
	}

	/**
	 * Return the complaints of the browser since the last call.
	 * @return errors and warnings of the console
	 */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.toList();
	}

	/**
	 * Return the hosts that were requested since the last call.
	 * @return the hosts, each once
	 */
	List<String> hosts() {
		return this.driver.manage()
			.logs()
			.get(LogType.PERFORMANCE)
			.getAll()
			.stream()
			.map((entry) -> JsonMapper.shared().readTree(entry.getMessage()).path("message"))
			.filter((message) -> message.path("method").asString("").equals("Network.requestWillBeSent"))
			.map((message) -> message.at("/params/request/url"))
			.map(JsonNode::asString)
			.filter((url) -> url.startsWith("http"))
			.map((url) -> URI.create(url).getHost())
			.distinct()
			.toList();
	}

	/**
	 * Return the violations that axe-core finds in the page.
	 * @return the rules that are violated, with the elements
	 */
	// A page from the disk can neither open the second window of the other mode nor read
	// its style sheets. Describing the thousands of elements that pass a rule takes most
	// of the time
	@SuppressWarnings("deprecation")
	List<String> accessibilityViolations() {
		AxeBuilder axe = new AxeBuilder().setLegacyMode(true);
		axe.setOptions("{\"preload\": false, \"resultTypes\": [\"violations\"]}");
		return axe.analyze(this.driver)
			.getViolations()
			.stream()
			.map((Rule rule) -> rule.getId() + ": " + rule.getNodes())
			.toList();
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
