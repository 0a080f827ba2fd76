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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the playground, in a browser.
 */
@Tag("slow")
@EnabledIf("io.github.faultbook.sample.Browser#isInstalled")
class PlaygroundTests extends InBrowser {

	@BeforeEach
	void open() {
		this.browser.open(address("/"));
		this.browser.await("html[data-ready]");
		this.browser.complaints();
	}

	@Test
	void offersEveryRequest() {
		assertThat(new Select(this.browser.find("#endpoint")).getOptions()).hasSizeGreaterThan(40)
			.first()
			.returns("List the businesses", WebElement::getText);
	}

	@Test
	void showsStatusHeadersAndBodyInTheChosenFormat() {
		send("Read a business that does not exist", "nested-code", "en");
		assertThat(this.browser.find("#status").getText()).startsWith("404");
		assertThat(this.browser.find("#headers").getText().lines()).contains("content-type: application/json",
				"cache-control: no-store", "link: </errors/business_not_found>; rel=\"help\"");
		assertThat(this.browser.find("#body").getText()).isEqualTo("""
				{
				  "error": {
				    "code": "BUSINESS_NOT_FOUND",
				    "message": "The business bus_99 does not exist.",
				    "details": {
				      "business_id": "bus_99"
				    }
				  }
				}""");
	}

	@Test
	void showsThePageOfTheErrorBeside() {
		send("Read an invoice that does not exist", "details-map", "en");
		this.browser.driver().switchTo().frame("page");
		this.browser.await("#code");
		assertThat(this.browser.find("#code").getText()).isEqualTo("invoice_not_found");
		this.browser.driver().switchTo().defaultContent();
	}

	@Test
	void sendsWhatTheUserWrote() {
		new Select(this.browser.find("#endpoint")).selectByVisibleText("Create a business");
		this.browser.find("#text").clear();
		this.browser.find("#text").sendKeys("GET /businesses/bus_1\nAuthorization: Bearer wrong");
		submit();
		assertThat(this.browser.find("#status").getText()).startsWith("401");
	}

	@Test
	void staysOnItsHostAndHasNothingToComplainAbout() {
		this.browser.hosts();
		send("List the businesses", "", "en");
		assertThat(this.browser.hosts()).containsExactly("localhost");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void isAccessible() {
		send("Leave out what is required", "problem-details", "en");
		assertThat(this.browser.accessibilityViolations()).isEmpty();
	}

	private void send(String request, String format, String language) {
		new Select(this.browser.find("#endpoint")).selectByVisibleText(request);
		new Select(this.browser.find("#format")).selectByValue(format);
		new Select(this.browser.find("#language")).selectByValue(language);
		submit();
	}

	private void submit() {
		this.browser.find("button[type=submit]").click();
		this.browser.await("#status[class]");
	}

}
