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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
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
	void offersEveryRequestBelowItsStatus() {
		assertThat(this.browser.texts("#requests button")).hasSizeGreaterThan(40);
		assertThat(this.browser.texts("#requests h2"))
			.startsWith("400 Bad Request", "401 Unauthorized", "402 Payment Required")
			.endsWith("301 Moved Permanently", "304 Not Modified");
	}

	@Test
	void startsWithAnErrorInTwoFormats() {
		assertThat(this.browser.find("#status").getText()).startsWith("404");
		assertThat(this.browser.find("#body").getText()).isEqualTo("""
				{
				  "error": "The business bus_99 does not exist.",
				  "error_code": "business_not_found",
				  "details": {
				    "business_id": [
				      "bus_99"
				    ]
				  }
				}""");
		assertThat(this.browser.find("#other-body").getText()).contains("\"title\": \"Business not found\"");
	}

	@Test
	void marksWhatTheOtherFormatDoesNotHave() {
		send("Read a business that does not exist", "status-message-nested", "en");
		choose("#other-format", "status-message");
		assertThat(this.browser.texts("#body mark")).isEmpty();
		assertThat(this.browser.texts("#other-body mark")).containsExactly("\"Not Found\"");
		choose("#format", "details-map");
		assertThat(this.browser.texts("#body mark")).containsExactly("\"error_code\":", "\"business_not_found\"",
				"\"details\":", "\"business_id\":", "\"bus_99\"");
	}

	@ParameterizedTest
	@ValueSource(ints = { 360, 1280 })
	void firstClickShowsAnErrorWithoutScrolling(int width) {
		this.browser.width(width);
		try {
			open();
			click("Pay more than the balance");
			assertThat(this.browser.find("#status").getText()).isEqualTo("402 Payment Required");
			assertThat(this.browser.find("#body").getText()).contains("insufficient_balance");
			for (String id : List.of("status", "body")) {
				assertThat((Boolean) this.browser.driver().executeScript("""
						const place = document.getElementById('%s').getBoundingClientRect();
						return place.top >= 0 && place.top + 100 <= innerHeight
							&& document.documentElement.scrollWidth <= innerWidth;""".formatted(id))).as(id).isTrue();
			}
		}
		finally {
			this.browser.width(1280);
		}
	}

	@Test
	void showsTheCodeThatThrowsAndTheLineInTheLog() {
		send("Read an invoice that does not exist", "details-map", "en");
		assertThat(this.browser.find("#code mark").getText()).contains("BillingError.INVOICE_NOT_FOUND");
		assertThat(this.browser.find("#log").getText())
			.startsWith("INFO io.github.faultbook.errors: 404 invoice_not_found, GET /businesses/bus_1/invoices/");
		send("Send broken JSON", "details-map", "en");
		assertThat(this.browser.find("#origin").getText())
			.isEqualTo("No code of the application. Spring throws HttpMessageNotReadableException.");
		assertThat(this.browser.texts("#code")).isEmpty();
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
	void sendsARequestThatSucceedsOnce() {
		send("Read a business", "details-map", "en");
		assertThat(this.browser.find("#status").getText()).startsWith("200");
		assertThat(this.browser.find("#other-body").getText())
			.isEqualTo("The request succeeded. Formats are for errors only.");
		assertThat(this.browser.texts("#developer")).isEmpty();
	}

	@Test
	void showsThePageOfTheError() {
		send("Read an invoice that does not exist", "details-map", "en");
		this.browser.driver().switchTo().frame("page");
		this.browser.await("#code");
		assertThat(this.browser.find("#code").getText()).isEqualTo("invoice_not_found");
		this.browser.driver().switchTo().defaultContent();
	}

	@Test
	void sendsWhatTheUserWrote() {
		this.browser.find("#text").clear();
		this.browser.find("#text").sendKeys("GET /businesses/bus_1\nAuthorization: Bearer wrong");
		this.browser.find("button[type=submit]").click();
		this.browser.await("#status[class]");
		assertThat(this.browser.find("#status").getText()).startsWith("401");
	}

	@Test
	void staysOnItsHostAndHasNothingToComplainAbout() {
		this.browser.hosts();
		click("List the businesses");
		assertThat(this.browser.hosts()).containsExactly("localhost");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void isAccessible() {
		send("Leave out what is required", "problem-details", "en");
		assertThat(this.browser.accessibilityViolations()).isEmpty();
	}

	private void send(String request, String format, String language) {
		choose("#format", format);
		choose("#language", language);
		click(request);
	}

	private void click(String request) {
		this.browser.driver()
			.findElements(By.cssSelector("#requests button"))
			.stream()
			.filter((button) -> button.getText().equals(request))
			.findFirst()
			.orElseThrow()
			.click();
		this.browser.await("#status[class]");
	}

	private void choose(String selector, String value) {
		new Select(this.browser.find(selector)).selectByValue(value);
		this.browser.await("#status[class]");
	}

}
