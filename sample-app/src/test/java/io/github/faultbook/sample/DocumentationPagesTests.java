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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.WebElement;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the documentation pages, in a browser. In all tests, no page may send a
 * request to another host or cause a message in the console of the browser.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "faultbook.errors.slow_bank.status=503", "faultbook.errors.slow_bank.message=The bank is slow.",
				"faultbook.errors.slow_bank.deprecated.since=2.0",
				"faultbook.errors.slow_bank.deprecated.replaced-by=gateway_timeout",
				"faultbook.errors.empty_vault.status=500", "faultbook.errors.empty_vault.message=The vault is empty.",
				"faultbook.errors.empty_vault.internal=true", DocumentationPagesTests.LONG_ENTRY + "status=409",
				DocumentationPagesTests.LONG_ENTRY + "title=" + DocumentationPagesTests.LONG,
				DocumentationPagesTests.LONG_ENTRY + "message={fact} " + DocumentationPagesTests.LONG,
				DocumentationPagesTests.LONG_ENTRY + "parameters[0].name=fact",
				DocumentationPagesTests.LONG_ENTRY + "parameters[0].description=" + DocumentationPagesTests.LONG,
				DocumentationPagesTests.LONG_ENTRY + "parameters[0].example=" + DocumentationPagesTests.LONG })
@Tag("slow")
@EnabledIf("io.github.faultbook.sample.Browser#isInstalled")
class DocumentationPagesTests extends InBrowser {

	static final String LONG = "error_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
			+ "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

	static final String LONG_ENTRY = "faultbook.errors." + LONG + ".";

	private static final String SHOWN = "[data-code]:not([hidden])";

	@BeforeEach
	void reset() {
		this.browser.emulate("screen", "light");
		this.browser.open("about:blank");
		this.browser.complaints();
		this.browser.hosts();
	}

	@AfterEach
	void staysOnItsHostAndHasNothingToComplainAbout() {
		assertThat(this.browser.hosts()).isSubsetOf("localhost");
		// The playground begins with an error, which the browser logs
		assertThat(this.browser.complaints()).allMatch((complaint) -> complaint.contains("/businesses/bus_99 "));
	}

	@Test
	void indexIsSearchedWhileOneTypes() {
		open("/errors");
		int total = codes(this.browser).size();
		this.browser.find("#search").sendKeys("BALANCE");
		assertThat(codes(this.browser)).containsExactly("insufficient_balance");
		assertThat(this.browser.find("#results").getText()).isEqualTo("1 of " + total + " errors");
		assertThat(this.browser.texts("[data-group]")).hasSize(1);
		this.browser.find("#search").sendKeys(" of nobody");
		assertThat(codes(this.browser)).isEmpty();
		assertThat(this.browser.texts("#none")).containsExactly("No error matches.");
	}

	@Test
	void indexIsFilteredByStatus() {
		open("/errors");
		choose(this.browser, "#status", "404");
		assertThat(codes(this.browser)).containsExactlyInAnyOrder("business_not_found", "invoice_not_found",
				"resource_not_found");
	}

	@Test
	void filtersAreCombinedAndGetIntoTheAddress() {
		open("/errors");
		choose(this.browser, "#status", "5xx");
		assertThat(codes(this.browser)).contains("bad_gateway", "service_unavailable")
			.doesNotContain("invalid_request");
		choose(this.browser, "#retry", "Any method");
		assertThat(codes(this.browser)).contains("service_unavailable").doesNotContain("bad_gateway");
		assertThat(this.browser.driver().getCurrentUrl()).endsWith("/errors?status=5xx&retry=always");
	}

	@Test
	void filteredIndexHasAnAddressAndAWayBack() {
		open("/errors?q=invoice&status=4xx");
		assertThat(codes(this.browser)).containsExactly("invoice_not_found");
		assertThat(this.browser.find("#search").getDomProperty("value")).isEqualTo("invoice");
		this.browser.find("#reset").click();
		assertThat(codes(this.browser)).contains("bad_gateway", "invoice_not_found");
		assertThat(this.browser.texts("#reset")).isEmpty();
		assertThat(this.browser.find("#search").getDomProperty("value")).isEmpty();
	}

	@Test
	void typeOfAnErrorLeadsToItsPage() {
		open("/playground/format.html");
		String type = (String) this.browser.driver().executeAsyncScript("""
				const done = arguments[arguments.length - 1];
				fetch('/businesses/bus_1/invoices/inv_99', {
					headers: { Authorization: 'Bearer acme-key', 'X-Error-Format': 'problem-details' }
				}).then((response) => response.json()).then((problem) => done(new URL(problem.type, location).href));
				""");
		// The browser logs the status 404
		assertThat(this.browser.complaints()).singleElement().asString().contains("inv_99").contains("404");
		this.browser.open(type);
		assertThat(this.browser.find("#code").getText()).isEqualTo("invoice_not_found");
		assertThat(this.browser.texts("main section > h2")).containsExactly("Parameters", "What clients get",
				"In code");
		assertThat(this.browser.find("#cause dd").getText()).isEqualTo("The invoice does not exist for this business.");
		assertThat(this.browser.find("[data-format=details-map] .body").getText())
			.contains("\"error_code\": \"invoice_not_found\"");
	}

	@Test
	void linksLeadFromTheIndexToAPageAndBack() {
		open("/errors?lang=fr");
		this.browser.find("[data-code=slow_bank] a").click();
		assertThat(this.browser.find("html").getDomAttribute("lang")).isEqualTo("fr");
		this.browser.find("#deprecation a").click();
		assertThat(this.browser.find("#code").getText()).isEqualTo("gateway_timeout");
		this.browser.find("#index").click();
		assertThat(this.browser.driver().getCurrentUrl()).endsWith("/errors?lang=fr");
	}

	@ParameterizedTest
	@CsvSource({ "en, Partner billing: error reference", "de, Partner billing: Fehlerreferenz",
			"fr, Partner billing : référence des erreurs", "es, Partner billing: referencia de errores",
			"pt, Partner billing: referência de erros" })
	void languageIsThatOfTheBrowserOrChosen(String language, String heading) {
		try (Browser foreign = Browser.start(language, true)) {
			foreign.open(address("/errors"));
			assertThat(foreign.find("html").getDomAttribute("lang")).isEqualTo(language);
			assertThat(foreign.find("h1").getText()).isEqualTo(heading);
			assertThat(foreign.complaints()).isEmpty();
		}
		open("/errors?q=invoice");
		this.browser.find("#languages [hreflang=" + language + "]").click();
		assertThat(this.browser.find("html").getDomAttribute("lang")).isEqualTo(language);
		assertThat(this.browser.find("h1").getText()).isEqualTo(heading);
		assertThat(codes(this.browser)).containsExactly("invoice_not_found");
	}

	@Test
	void nothingNeedsJavaScript() {
		try (Browser plain = Browser.start("en", false)) {
			plain.open(address("/errors"));
			plain.find("#search").sendKeys("not_found");
			choose(plain, "#status", "404");
			choose(plain, "#retry", "Never");
			assertThat(codes(plain)).as("not before the form is sent").contains("bad_gateway");
			plain.find("#filter button").click();
			assertThat(codes(plain)).containsExactlyInAnyOrder("business_not_found", "invoice_not_found",
					"resource_not_found");
			plain.find("[data-code=invoice_not_found] a").click();
			assertThat(plain.texts("main section > h2")).hasSize(3);
			assertThat(plain.texts("button")).isEmpty();
			plain.find("[data-sample=python] summary").click();
			assertThat(plain.find("[data-sample=python] pre").getText()).startsWith("import requests");
			assertThat(plain.complaints()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "/errors, light", "/errors, dark", "/errors?lang=de&q=zzz, light", "/errors/invoice_not_found, light",
			"/errors/invoice_not_found, dark", "/errors/service_unavailable, light",
			"/errors/service_unavailable, dark", "/errors/slow_bank, light", "/errors/slow_bank, dark",
			"/playground/index.html, light", "/playground/index.html, dark", "/playground/format.html, light",
			"/playground/format.html, dark" })
	void isAccessible(String path, String colors) {
		this.browser.emulate("screen", colors);
		open(path);
		assertThat(this.browser.accessibilityViolations()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "360, light", "360, dark", "1280, light", "1280, dark" })
	void nothingIsCutOff(int width, String colors) {
		this.browser.emulate("screen", colors);
		this.browser.width(width);
		try {
			for (String path : List.of("/errors", "/errors?q=vault", "/errors/" + LONG, "/errors/insufficient_balance",
					"/errors/service_unavailable", "/errors/nope")) {
				for (String language : List.of("en", "de", "fr")) {
					open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
					assertThat(this.browser.driver().executeScript("""
							document.querySelectorAll('details').forEach((details) => {
								details.removeAttribute('name');
								details.open = true;
							});
							return [...document.querySelectorAll('body *')]
								.filter((element) => element.className !== 'skip')
								.filter((element) => element.scrollWidth > element.clientWidth + 1
										&& element.clientWidth > 0 && element.tagName !== 'SELECT'
									|| element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
								.map((element) => element.outerHTML.slice(0, 120));""")).as(path)
						.asInstanceOf(InstanceOfAssertFactories.LIST)
						.isEmpty();
				}
			}
		}
		finally {
			this.browser.width(1280);
			this.browser.complaints();
		}
	}

	@Test
	void samplesCallTheAddressOfThePage() {
		open("/errors/invoice_not_found");
		for (String syntax : List.of("bash", "js", "python", "java")) {
			assertThat(this.browser.find("[data-sample=" + syntax + "] pre").getDomProperty("textContent"))
				.contains(address("/example"))
				.doesNotContain("api.example.com");
		}
	}

	@Test
	void samplesDoNotCallAnAddressWithCharactersOfAShell() {
		open("/errors/invoice_not_found");
		assertThat(this.browser.driver().executeAsyncScript("""
				const done = arguments[arguments.length - 1];
				const samples = document.querySelector('[data-example-url]');
				samples.querySelectorAll('code').forEach((code) => { code.textContent = 'https://api.example.com/a'; });
				samples.dataset.root = 'http://$(id).example/';
				const script = document.createElement('script');
				script.src = 'docs.js';
				script.onload = () => done(samples.querySelector('code').textContent);
				document.head.append(script);""")).isEqualTo("https://api.example.com/a");
	}

	@Test
	void colorsAreThoseOfTheReader() {
		List<String> grounds = new ArrayList<>();
		for (String colors : List.of("light", "dark")) {
			this.browser.emulate("screen", colors);
			open("/errors");
			grounds.add(this.browser.find("body").getCssValue("background-color"));
		}
		assertThat(grounds).containsExactly("rgba(255, 255, 255, 1)", "rgba(18, 22, 29, 1)");
	}

	@Test
	void keyboardReachesEverythingInOrderAndShowsWhere() {
		open("/errors");
		assertThat(press(Keys.TAB).getDomAttribute("class")).isEqualTo("skip");
		assertThat(focused().getLocation().getX()).as("visible as soon as it is reached").isPositive();
		for (String language : List.of("en", "de", "fr", "es", "pt")) {
			assertThat(press(Keys.TAB).getDomAttribute("hreflang")).isEqualTo(language);
			assertThat(focused().getCssValue("outline-style")).isEqualTo("solid");
		}
		for (String id : List.of("search", "status", "retry")) {
			assertThat(press(Keys.TAB).getDomAttribute("id")).isEqualTo(id);
			assertThat(focused().getCssValue("outline-style")).isEqualTo("solid");
		}
	}

	@Test
	void skipLinkLeadsToTheContent() {
		open("/errors");
		press(Keys.TAB);
		assertThat(press(Keys.ENTER).getDomAttribute("id")).isEqualTo("main");
		assertThat(press(Keys.TAB).getDomAttribute("id")).isEqualTo("search");
	}

	@Test
	void whatIsPrintedIsAllOfTheTextAndNoControls() {
		this.browser.emulate("print", "dark");
		open("/errors");
		assertThat(this.browser.texts("#filter, #languages, .skip, footer")).isEmpty();
		assertThat(this.browser.find("body").getCssValue("background-color")).isEqualTo("rgba(255, 255, 255, 1)");
		open("/errors/invoice_not_found");
		assertThat(this.browser.texts(".copy, .back, #languages, footer")).isEmpty();
		assertThat(this.browser.driver()
			.executeScript("return [...document.querySelectorAll('pre')].every((block) => block.checkVisibility({"
					+ "contentVisibilityAuto: true }) && block.getBoundingClientRect().height > 0)"))
			.isEqualTo(true);
	}

	@Test
	void codeCanBeCopied() {
		this.browser.driver()
			.executeCdpCommand("Browser.grantPermissions",
					Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
		open("/errors/invoice_not_found");
		WebElement sample = this.browser.find("[data-sample=bash]");
		sample.findElement(By.cssSelector("button.copy")).click();
		this.browser.await("[data-sample=bash] button.copy");
		Object copied = this.browser.driver()
			.executeAsyncScript("const done = arguments[arguments.length - 1];"
					+ "navigator.clipboard.readText().then(done, (ex) => done(String(ex)))");
		assertThat(copied).isEqualTo(sample.findElement(By.cssSelector("pre")).getDomProperty("textContent"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/errors?search=%3Cscript%3Ewindow.attacked=1%3C/script%3E",
			"/errors?q=%3Cscript%3Ewindow.attacked=1%3C/script%3E",
			"/errors?q=%22%20autofocus%20onfocus=%22window.attacked=1",
			"/errors?q=%3C/title%3E%3Cimg%20src=x%20onerror=window.attacked=1%3E",
			"/errors?lang=%22%3E%3Cscript%3Ewindow.attacked=1%3C/script%3E",
			"/errors?status=%22%3E%3Cimg%20src=x%20onerror=window.attacked=1%3E&retry='onload='window.attacked=1",
			"/errors/%3Cimg%20src=x%20onerror=window.attacked=1%3E", "/errors/javascript:window.attacked=1",
			"/errors/invoice_not_found?lang=%22%3E%3Csvg%20onload=window.attacked=1%3E",
			"/errors/invoice_not_found?x=y#%22%3E%3Cscript%3Ewindow.attacked=1%3C/script%3E" })
	void attacksAreInert(String path) {
		boolean exists = path.startsWith("/errors?") || path.startsWith("/errors/invoice");
		String attack = "\"><script>window.attacked=1</script>";
		this.browser.driver().executeCdpCommand("Network.enable", Map.of());
		this.browser.driver()
			.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", attack,
					"X-Forwarded-Host", "evil.example", "X-Forwarded-Prefix", "/" + attack, "X-Error-Format", attack)));
		try {
			open(path);
		}
		finally {
			this.browser.driver().executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of()));
		}
		assertThatExceptionOfType(NoAlertPresentException.class)
			.isThrownBy(() -> this.browser.driver().switchTo().alert());
		assertThat(this.browser.driver().executeScript("return window.attacked")).isNull();
		assertThat(this.browser.find("h1").getText()).isIn("Partner billing: error reference", "Invoice not found",
				"There is no such error");
		assertThat(this.browser.driver()
			.findElements(By.cssSelector("img, svg, script:not([src$='docs.js']), [onerror], [onfocus], [onload], "
					+ "[autofocus], [href^='javascript:'], [href*='evil']")))
			.isEmpty();
		assertThat(this.browser.complaints()).as("nothing but the status of an address that does not exist")
			.allSatisfy((complaint) -> assertThat(complaint).contains("404"))
			.hasSize((exists) ? 0 : 1);
	}

	@Test
	void internalEntriesAreNowhere() {
		open("/errors?q=vault");
		assertThat(codes(this.browser)).isEmpty();
		assertThat(this.browser.driver().getPageSource()).doesNotContain("empty_vault");
		open("/errors/empty_vault");
		assertThat(this.browser.find("h1").getText()).isEqualTo("There is no such error");
		assertThat(this.browser.accessibilityViolations()).isEmpty();
		assertThat(this.browser.complaints()).singleElement().asString().contains("404");
	}

	private void open(String path) {
		this.browser.open(address(path));
	}

	private WebElement press(Keys key) {
		focused().sendKeys(key);
		return focused();
	}

	private WebElement focused() {
		return this.browser.driver().switchTo().activeElement();
	}

	private static void choose(Browser browser, String selector, String text) {
		browser.find(selector).sendKeys(text);
	}

	private static List<String> codes(Browser browser) {
		return browser.texts(SHOWN + " a code");
	}

}
