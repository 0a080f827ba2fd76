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

package io.github.faultbook.autoconfigure.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for problem details in applications that have Jackson's module for XML.
 */
@Tag("slow")
@ParameterizedClass
@EnumSource(Server.Container.class)
class ProblemXmlTests {

	private static final String HOUSE = "{\"contentType\":\"application/problem+json\","
			+ "\"body\":{\"title\":\"{title}\",\"house\":true}}";

	private static PartialClasspath classpath;

	private static Server server;

	ProblemXmlTests(Server.Container container) {
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		classpath = PartialClasspath.with(Path.of("target", "xml"));
		server = new Server(container, classpath, "faultbook.format=problem-details",
				"faultbook.formats.house=" + HOUSE, "faultbook.format-rules[0].path=/map/**",
				"faultbook.format-rules[0].format=details-map", "faultbook.format-rules[1].path=/house/**",
				"faultbook.format-rules[1].format=house");
	}

	@AfterParameterizedClassInvocation
	static void stop() throws IOException {
		server.close();
		classpath.close();
	}

	private static List<String> type(Wire.Answer answer) {
		return answer.headers().get("Content-Type");
	}

	@Test
	void clientThatAsksForXmlGetsIt() throws IOException {
		Wire.Answer answer = server.send("GET /throw/api", "Accept: application/problem+xml");
		assertThat(answer.status()).isEqualTo(402);
		assertThat(type(answer)).containsExactly("application/problem+xml");
		assertThat(answer.headers().get("Vary").get(0)).contains("Accept");
		assertThat(answer.body()).isEqualTo("""
				<?xml version="1.0" encoding="UTF-8"?>
				<problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Payment required</title>\
				<status>402</status><detail>The request needs a payment.</detail>\
				<instance>/throw/api</instance><code>payment_required</code><required>100.00</required></problem>""");
		assertThat(Files.readString(Path.of("..", "docs", "formats.md")))
			.contains("```xml\n" + answer.body().replaceAll("(</title>).*(</problem>)", "$1…$2") + "\n```");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /nope", "GET /a;b", "FOO /nope", "GET /basic/admin" })
	void eachDoorAnswersInXml(String requestLine) {
		Wire.Answer answer = server.send(requestLine, "Accept: application/problem+xml");
		assertThat(type(answer)).containsExactly("application/problem+xml");
		assertThat(answer.body()).contains("<problem xmlns=\"urn:ietf:rfc:7807\">", "<status>" + answer.status());
	}

	@Test
	void houseFormatOfProblemDetailsIsWrittenAsXml() {
		assertThat(server.send("GET /house/nope", "Accept: application/problem+xml").body())
			.endsWith("<title>Resource not found</title><house>true</house></problem>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "application/problem+json;q=0.5, application/problem+xml", "*/*, application/problem+xml;q=0.1",
					"APPLICATION/Problem+XML, application/json", "bad//, application/problem+xml" })
	void xmlIsChosen(String accept) {
		assertThat(type(server.send("GET /nope", "Accept: " + accept))).containsExactly("application/problem+xml");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "*/*", "application/xml", "application/*+xml",
					"application/problem+json, application/problem+xml", "application/problem+xml;q=0",
					"application/problem+xml;q=x", "application/problem+xml;q=0.2, application/json;q=0.3" })
	void jsonIsChosen(String accept) {
		assertThat(type(server.send("GET /nope", "Accept: " + accept))).containsExactly("application/problem+json");
	}

	@Test
	void otherFormatsAreNotWrittenAsXml() {
		assertThat(type(server.send("GET /map/nope", "Accept: application/problem+xml")))
			.containsExactly("application/json");
	}

}
