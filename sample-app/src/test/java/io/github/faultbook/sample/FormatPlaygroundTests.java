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

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.support.ui.Select;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the page on which a format can be tried, in a browser.
 */
@Tag("slow")
@EnabledIf("io.github.faultbook.sample.Browser#isInstalled")
class FormatPlaygroundTests extends InBrowser {

	@BeforeEach
	void open() {
		this.browser.open(address("/playground/format.html"));
		this.browser.await("html[data-ready]");
		this.browser.complaints();
	}

	@Test
	void rendersEveryErrorOfTheCatalog() {
		assertThat(this.browser.texts("#bodies h3")).contains("business_not_found · 404", "invoice_not_found · 404",
				"validation_error · 400", "internal_server_error · 500", "rate_limit_exceeded · 429");
		assertThat(this.browser.find("#body-business_not_found + pre").getText()).contains("\"type\":",
				"\"code\": \"business_not_found\"");
		assertThat(this.browser.find("#summary").getText()).endsWith("errors are rendered.");
	}

	@Test
	void followsTheTemplate() {
		type("{ \"status\": 200, \"body\": { \"ok\": false, \"why\": \"{code|UPPER_SNAKE}\" } }");
		this.browser.await("#summary.good");
		assertThat(this.browser.find("#body-business_not_found").getText()).isEqualTo("business_not_found · 200");
		assertThat(this.browser.find("#body-business_not_found + pre").getText()).isEqualTo("""
				{
				  "ok": false,
				  "why": "BUSINESS_NOT_FOUND"
				}""");
	}

	@Test
	void showsProblemsInPlace() {
		type("{\n  \"body\": {\n    \"a\": \"{requestId}\",\n    \"$if !violations\": {}\n  }\n}");
		this.browser.await("#summary.bad");
		assertThat(this.browser.texts("#lines .bad")).containsExactly("3", "4");
		List<String> findings = this.browser.texts("#findings li");
		assertThat(findings).hasSize(2);
		assertThat(findings.get(0))
			.startsWith("Line 3, column 10 {requestId} is not a placeholder. Did you mean 'reference'?");
		assertThat(findings.get(1)).startsWith("Line 4, column 5 \"$if !violations\" is not a condition.");
		assertThat(this.browser.find("#template").getDomAttribute("aria-invalid")).isEqualTo("true");
		this.browser.find("#findings button").click();
		assertThat(this.browser.driver().executeScript("return document.activeElement.selectionStart")).isEqualTo(23L);
	}

	@Test
	void namesCodesThatTheCatalogDoesNotHave() {
		type("{ \"body\": { \"$if code in invoice_not_fond\": { \"a\": 1 } } }");
		this.browser.await("#summary.bad");
		assertThat(this.browser.find("#findings").getText()).contains("the catalog has no code 'invoice_not_fond'",
				"invoice_not_found");
	}

	@Test
	void startsFromAnyPreset() {
		new Select(this.browser.find("#preset")).selectByVisibleText("nested-code");
		this.browser.await("#body-conflict + pre");
		type(this.browser.find("#template").getDomProperty("value").replace("\"message\"", "\"text\""));
		this.browser.await("#summary.good");
		assertThat(this.browser.find("#body-conflict + pre").getText()).contains("\"code\": \"CONFLICT\"",
				"\"text\": ");
	}

	@Test
	void refusesATemplateThatIsTooLarge() {
		type("{ \"body\": \"" + "x".repeat(20_000) + "\" }");
		this.browser.await("#summary.bad");
		assertThat(this.browser.find("#findings").getText()).isEqualTo("The template is too large.");
	}

	@Test
	void staysOnItsHostAndIsAccessible() {
		this.browser.hosts();
		type("{ \"body\": { \"a\": \"{requestId}\" } }");
		this.browser.await("#summary.bad");
		assertThat(this.browser.hosts()).containsExactly("localhost");
		assertThat(this.browser.complaints()).isEmpty();
		assertThat(this.browser.accessibilityViolations()).isEmpty();
	}

	/**
	 * Replace the template as if it were pasted, and forget the last result.
	 * @param template the template
	 */
	private void type(String template) {
		this.browser.driver().executeScript("""
				document.getElementById('summary').className = '';
				const template = document.getElementById('template');
				template.value = arguments[0];
				template.dispatchEvent(new Event('input'));
				""", template);
	}

}
