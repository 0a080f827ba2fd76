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

package io.github.faultbook.format;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import javax.xml.parsers.DocumentBuilderFactory;

import io.github.faultbook.ApiError;
import io.github.faultbook.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tools.jackson.databind.util.RawValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for problem details as XML.
 */
class ProblemXmlFormatTests {

	private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			+ "<problem xmlns=\"urn:ietf:rfc:7807\">";

	private static final WireFormat XML = WireFormats.problemXml(ExpectedBodies.FORMATS.preset("problem-details"));

	private static String write(ApiError error) {
		return new String(XML.write(error, TestRequest.DEFAULT), StandardCharsets.UTF_8);
	}

	private static String facts(ApiError error) {
		String xml = write(error);
		String end = "</code>";
		return xml.substring(xml.indexOf(end) + end.length(), xml.indexOf("</problem>"));
	}

	private static Document parse(byte[] xml) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
	}

	@Test
	void membersAreElementsAndElementsOfArraysAreItems() {
		ApiError error = ShortTemplates.error(Violation.of("items[0].quantity", "required", "Is required."),
				Violation.of("email", "too_long", "Must be < 10 & > 1."));
		assertThat(write(error)).isEqualTo(START + "<type>https://api.example.com/errors/order_closed</type>"
				+ "<title>Order closed</title><status>409</status><detail>The order is closed.</detail>"
				+ "<instance>/orders</instance><code>order_closed</code><errors><i><detail>Is required.</detail>"
				+ "<pointer>#/items/0/quantity</pointer><code>required</code></i><i><detail>Must be &lt; 10 &amp; &gt; 1."
				+ "</detail><pointer>#/email</pointer><code>too_long</code></i></errors></problem>");
	}

	@Test
	void factsKeepTheirStructure() {
		assertThat(facts(ShortTemplates.PLAIN.toBuilder()
			.fact("balance", 30)
			.fact("accounts", new RawValue("[\"/account/1\",{\"id\":null,\"open\":true}]"))
			.build()))
			.isEqualTo("<balance>30</balance><accounts><i>/account/1</i><i><id></id><open>true</open></i></accounts>");
	}

	@ParameterizedTest
	@CsvSource({ "a b, a_b", "1st, _1st", "-x, _x", "a:b, a_b", "<x>, _x_", "xmlns, _xmlns", "ünï, _n_", "'', _",
			"a-b.c_1, a-b.c_1" })
	void namesAreMadeFitForElements(String name, String element) {
		assertThat(facts(ShortTemplates.PLAIN.toBuilder().fact(name, 1).build()))
			.isEqualTo("<" + element + ">1</" + element + ">");
	}

	@Test
	void charactersThatXmlCannotHoldAreReplaced() throws Exception {
		ApiError error = ShortTemplates.PLAIN.toBuilder()
			.fact("x", "\u0000\t\n\r\u0008\ufffe\ud800\ud83d\ude00]]>")
			.build();
		assertThat(parse(XML.write(error, TestRequest.DEFAULT)).getElementsByTagName("x").item(0).getTextContent())
			.isEqualTo("\ufffd\t\n\r\ufffd\ufffd\ufffd\ud83d\ude00]]>");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void randomErrorsAreWellFormed(int seed) throws Exception {
		RandomErrors errors = new RandomErrors(new Random(seed));
		for (int i = 0; i < 50; i++) {
			Document document = parse(XML.write(errors.next(), TestRequest.DEFAULT));
			assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo("urn:ietf:rfc:7807");
		}
	}

	@Test
	void statusAndHeadersAreThoseOfTheJson() {
		WireFormat json = ExpectedBodies.FORMATS.compile("house", """
				{ "contentType": "application/problem+json", "status": 200, "validationStatus": 422,
				  "headers": { "X-Code": "{code}" }, "body": { "code": "{code}" } }
				""");
		WireFormat xml = WireFormats.problemXml(json);
		assertThat(xml.name()).isEqualTo("house");
		assertThat(xml.contentType()).isEqualTo("application/problem+xml");
		assertThat(xml.status(ShortTemplates.PLAIN)).isEqualTo(200);
		assertThat(xml.validationStatus()).isEqualTo(422);
		assertThat(xml.headers(ShortTemplates.PLAIN, TestRequest.DEFAULT)).containsEntry("X-Code", "order_closed");
	}

}
