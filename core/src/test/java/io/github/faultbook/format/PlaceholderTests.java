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

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.util.RawValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for placeholders and their styles.
 */
class PlaceholderTests {

	@ParameterizedTest
	@CsvSource(delimiter = '=', quoteCharacter = '`', textBlock = """
			{status}              = 409
			{status|text}         = '409'
			{reason}              = 'Conflict'
			{code}                = 'order_closed'
			{code|lower_snake}    = 'order_closed'
			{code|UPPER_SNAKE}    = 'ORDER_CLOSED'
			{code|kebab-case}     = 'order-closed'
			{code|camelCase}      = 'orderClosed'
			{code|PascalCase}     = 'OrderClosed'
			{title}               = 'Order closed'
			{title|kebab-case}    = 'order-closed'
			{message}             = 'The order is closed.'
			{type}                = 'https://api.example.com/errors/order_closed'
			{docs}                = 'https://api.example.com/errors/order_closed'
			{cause}               = 'It was paid.'
			{solution}            = 'Open a new one.'
			{retry}               = 'idempotent'
			{retry-after}         = 30
			{retry-after|text}    = '30'
			{method}              = 'POST'
			{path}                = '/orders'
			{locale}              = 'en'
			{reference}           = 'ref-1'
			{violations.count}    = 6
			{violations.listed}   = 4
			{violations.omitted}  = 2
			{first.path}          = 'email'
			{first.in}            = 'body'
			{first.code}          = 'invalid_format'
			{first.message}       = 'Must be an email.'
			{fact.count}          = 3
			{fact.count|text}     = '3'
			{fact.price}          = 1.10
			{fact.price|text}     = '1.10'
			{fact.kind|UPPER_SNAKE} = 'NOT_PAID'
			{facts}               = {'count':3,'price':1.10,'kind':'not-paid'}
			""")
	void placeholderWritesItsOwnJsonType(String placeholder, String expected) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("count", 3);
		facts.put("price", new BigDecimal("1.10"));
		facts.put("kind", "not-paid");
		ApiError error = ShortTemplates.INVALID.toBuilder()
			.facts(facts)
			.omittedViolations(2)
			.retryAfter(Duration.ofSeconds(30))
			.build();
		assertThat(ShortTemplates.write(error, "['" + placeholder + "']")).isEqualTo("[" + expected + "]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '=', quoteCharacter = '`', textBlock = """
			{violation.path}          = ['email','email','items[0].quantity','a/b']
			{violation.path|bracket}  = ['email','email','items[0].quantity','a/b']
			{violation.path|dotted}   = ['email','email','items.0.quantity','a/b']
			{violation.path|last}     = ['email','email','quantity','a/b']
			{violation.path|pointer}  = ['/email','/email','/items/0/quantity','/a~1b']
			{violation.path|fragment} = ['#/email','#/email','#/items/0/quantity','#/a~1b']
			{violation.path|segments} = [['email'],['email'],['items',0,'quantity'],['a/b']]
			{violation.in}            = ['body','body','body','query']
			{violation.code|camelCase} = ['invalidFormat','tooLong','required','positive']
			{violation.message}       = ['Must be an email.','Must be short.','Is required.','Must be positive.']
			""")
	void violationIsWrittenInEveryStyle(String placeholder, String expected) {
		assertThat(ShortTemplates.write(ShortTemplates.INVALID, "[{ '$each violation': '" + placeholder + "' }]"))
			.isEqualTo(expected);
	}

	@Test
	void pathOfTheWholeInputIsItsLocationOrTheRoot() {
		ApiError error = ShortTemplates.error(Violation.of("", "unreadable", "Cannot be read."));
		assertThat(
				ShortTemplates.write(error,
						"['{first.path}', '{first.path|last}', '{first.path|pointer}', "
								+ "'{first.path|fragment}', '{first.path|segments}']"))
			.isEqualTo("['body','body','','#',[]]");
	}

	@Test
	void attributesAreWrittenTogetherAndAlone() {
		ApiError error = ShortTemplates
			.error(new Violation(List.of("age"), Violation.In.BODY, "range", "Out of range.", Map.of("min", 18)));
		assertThat(ShortTemplates.write(error, "[{ '$each violation': { 'all': '{violation.attributes}', "
				+ "'min': '{violation.attribute.min}', 'max': '{violation.attribute.max}' } }, '{first.attribute.min}']"))
			.isEqualTo("[{'all':{'min':18},'min':18},18]");
	}

	@Test
	void objectAndConstraintAreWrittenIfTheyAreKnown() {
		ApiError error = ShortTemplates.error(
				Violation.of("email", "required", "Is required.").object("orderRequest").constraint("NotNull"),
				Violation.of("age", "range", "Out of range."));
		assertThat(ShortTemplates.write(error, "[{ '$each violation': { 'in': '{violation.object}', "
				+ "'rule': 'error.{violation.constraint}', 'field': '{violation.path}' } }, '{first.object|kebab-case}']"))
			.isEqualTo(
					"[{'in':'orderRequest','rule':'error.NotNull','field':'email'},{'field':'age'},'order-request']");
	}

	@Test
	void templateOfAMessageIsWrittenIfItIsKnown() {
		ApiError error = ShortTemplates.error(Violation.of("a", "x", "X.").template("{a.{min}}"),
				Violation.of("b", "y", "Y."));
		assertThat(ShortTemplates.write(error,
				"['{first.template}', { '$each violation': { 't': '{violation.template}', 'c': '{violation.code}' } }]"))
			.isEqualTo("['{a.{min}}',{'t':'{a.{min}}','c':'x'},{'c':'y'}]");
	}

	@Test
	void textsInOtherLanguagesAreThoseOfTheErrorIfThereAreNone() {
		String template = "['{title.de}', '{message.de-CH}', { '$if message.fr': '{locale}' }]";
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, template))
			.isEqualTo("['Order closed','The order is closed.','en']");
		ApiError translated = ShortTemplates.PLAIN.toBuilder()
			.translations(Map.of(Locale.GERMAN, new ApiError.Texts("Zu", "Die Bestellung ist zu.")))
			.build();
		assertThat(ShortTemplates.write(translated, template)).isEqualTo("['Zu','The order is closed.','en']");
		assertThat(ShortTemplates.write(translated.toBuilder().message("Mine.").title("Own").build(),
				"['{title.de}', '{message.de}']"))
			.isEqualTo("['Own','Mine.']");
	}

	@Test
	void formatNamesTheLanguagesThatItWrites() {
		assertThat(ExpectedBodies.FORMATS.compile("test", """
				{ "headers": { "X-Text": "{title.pt-BR}" }, "body": ["{message.de}", "{title.DE}", "{message}"] }""")
			.languages()).containsExactlyInAnyOrder(Locale.GERMAN, Locale.forLanguageTag("pt-BR"));
	}

	@Test
	void messageAndTypeOfTheOccurrenceAreAbsentIfThoseOfTheCatalogAreSent() {
		String template = "{ 'title': '{title.own}', 'own': '{message.own}', 'type': '{type.own}', 'all': '{message}' }";
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, template))
			.isEqualTo("{'all':'" + ShortTemplates.PLAIN.message() + "'}");
		assertThat(ShortTemplates
			.write(ShortTemplates.PLAIN.toBuilder().rendered("Übersetzt.").renderedTitle("Titel").build(), template))
			.isEqualTo("{'all':'Übersetzt.'}");
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN.toBuilder()
			.title("My title")
			.message("Mine.")
			.type(URI.create("/problems/1"))
			.build(), template)).isEqualTo("{'title':'My title','own':'Mine.','type':'/problems/1','all':'Mine.'}");
	}

	@Test
	void timestampIsTheSameInOneBody() {
		String body = ShortTemplates.write(ShortTemplates.PLAIN, "{ 'a': '{timestamp}', 'b': '{timestamp}' }");
		assertThat(body).matches("\\{'a':'([-0-9]{10}T[:0-9]{8}(\\.\\d{3})?Z)','b':'\\1'}");
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, "['{timestamp.millis}', '{timestamp.seconds}']"))
			.matches("\\[\\d{13},\\d{10}]");
	}

	@Test
	void textWithPlaceholdersIsText() {
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, "'{status} {{{code}}}: {title}'"))
			.isEqualTo("'409 {order_closed}: Order closed'");
	}

	@Test
	void rawTextIsReadBeforeItIsSpelled() {
		assertThat(
				ShortTemplates.write(ShortTemplates.PLAIN.toBuilder().fact("a", new RawValue("\"x\\u0041 y\"")).build(),
						"['{fact.a}', 'is {fact.a}', '{fact.a|kebab-case}']"))
			.isEqualTo("['x\\u0041 y','is xA y','x-a-y']");
	}

	@Test
	void halvesOfSurrogatePairsAreReplaced() {
		ApiError error = ShortTemplates.error(Violation.of("a\ud800", "x", "\udc00b\ud83d\ude00"),
				Violation.of("a\ud801", "x", "c"));
		assertThat(
				ShortTemplates.write(error, "{ '$each violation': { '{violation.path}': ['{violation.message}'] } }"))
			.isEqualTo("{'a\ufffd':['\ufffdb\ud83d\ude00','c']}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '\t', quoteCharacter = '`',
			value = { "/orders/7;v=1/a:b@c!$&'()*+,;=-._~ \t /orders/7;v=1/a:b@c!$&'()*+,;=-._~",
					"/a%20b/%C3%A4 \t /a%20b/%C3%A4", "/a b \t /a%20b",
					"/b\u00e4\u20ac\ud83d\ude00 \t /b%C3%A4%E2%82%AC%F0%9F%98%80",
					"/%/%2/%zz/%2g/100% \t /%25/%252/%25zz/%252g/100%25",
					"/\"<>[]\\^{|}?# \t /%22%3C%3E%5B%5D%5C%5E%7B%7C%7D%3F%23" })
	void pathIsAUriReference(String path, String expected) {
		WireFormat format = new WireFormats(ExpectedBodies.MAPPER, null).compile("test", "{ \"body\": [\"{path}\"] }");
		TestRequest request = new TestRequest("GET", path, Locale.ROOT, "r");
		assertThat(format.write(ShortTemplates.PLAIN, request)).asString().isEqualTo("[\"" + expected + "\"]");
	}

	@Test
	void pathThatIsAUriReferenceStaysTheSameObject() {
		String path = "/orders/%2F7;v=1";
		assertThat(UriPath.encode(path)).isSameAs(path);
	}

	@Test
	void typeWithoutDocumentationIsBlank() {
		WireFormat format = new WireFormats(ExpectedBodies.MAPPER, null).compile("test",
				"{ \"body\": [\"{type}\", \"{docs}\"] }");
		TestRequest request = new TestRequest("", "", Locale.ROOT, "r");
		assertThat(format.write(ShortTemplates.PLAIN, request)).asString().isEqualTo("[\"about:blank\"]");
	}

}
