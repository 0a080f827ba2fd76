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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;
import io.github.faultbook.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.util.RawValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the operators, placeholders and styles of templates.
 */
class TemplateLanguageTests {

	private static final ErrorDefinition DEFINITION = ErrorDefinition.of(409, "The order is closed.")
		.title("Order closed")
		.cause("It was paid.")
		.solution("Open a new one.")
		.retry(Retry.IDEMPOTENT);

	private static final ApiError PLAIN = ApiError.of(new TestErrorCode("order_closed", DEFINITION));

	private static final ApiError INVALID = error(Violation.of("email", "invalid_format", "Must be an email."),
			Violation.of("email", "too_long", "Must be short."),
			Violation.of("items[0].quantity", "required", "Is required."),
			Violation.of(Violation.In.QUERY, "a/b", "positive", "Must be positive."));

	private static ApiError error(Violation... violations) {
		return PLAIN.toBuilder().violations(List.of(violations)).build();
	}

	private static WireFormat format(String body) {
		return ExpectedBodies.FORMATS.compile("test", "{ \"body\": " + body.replace('\'', '"') + " }");
	}

	private static String write(ApiError error, String body) {
		return new String(format(body).write(error, TestRequest.DEFAULT), StandardCharsets.UTF_8).replace('"', '\'');
	}

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
		ApiError error = INVALID.toBuilder()
			.facts(facts)
			.omittedViolations(2)
			.retryAfter(Duration.ofSeconds(30))
			.build();
		assertThat(write(error, "['" + placeholder + "']")).isEqualTo("[" + expected + "]");
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
		assertThat(write(INVALID, "[{ '$each violation': '" + placeholder + "' }]")).isEqualTo(expected);
	}

	@Test
	void pathOfTheWholeInputIsItsLocationOrTheRoot() {
		ApiError error = error(Violation.of("", "unreadable", "Cannot be read."));
		assertThat(
				write(error,
						"['{first.path}', '{first.path|last}', '{first.path|pointer}', "
								+ "'{first.path|fragment}', '{first.path|segments}']"))
			.isEqualTo("['body','body','','#',[]]");
	}

	@Test
	void attributesAreWrittenTogetherAndAlone() {
		ApiError error = error(
				new Violation(List.of("age"), Violation.In.BODY, "range", "Out of range.", Map.of("min", 18)));
		assertThat(write(error, "[{ '$each violation': { 'all': '{violation.attributes}', "
				+ "'min': '{violation.attribute.min}', 'max': '{violation.attribute.max}' } }, '{first.attribute.min}']"))
			.isEqualTo("[{'all':{'min':18},'min':18},18]");
	}

	@Test
	void timestampIsTheSameInOneBody() {
		String body = write(PLAIN, "{ 'a': '{timestamp}', 'b': '{timestamp}' }");
		assertThat(body).matches("\\{'a':'([-0-9]{10}T[:0-9]{8}(\\.\\d{3})?Z)','b':'\\1'}");
		assertThat(write(PLAIN, "['{timestamp.millis}', '{timestamp.seconds}']")).matches("\\[\\d{13},\\d{10}]");
	}

	@Test
	void textWithPlaceholdersIsText() {
		assertThat(write(PLAIN, "'{status} {{{code}}}: {title}'")).isEqualTo("'409 {order_closed}: Order closed'");
	}

	@Test
	void absentValuesAreLeftOut() {
		assertThat(write(PLAIN,
				"{ 'a': '{retry-after}', 'b': 'in {retry-after}s', 'c': ['{fact.x}'], "
						+ "'d': { 'e': '{first.path}' }, 'f': [{ '$each violation': '{violation.path}' }], 'g': 1 }"))
			.isEqualTo("{'g':1}");
	}

	@Test
	void staticValuesStayAsTheyAre() {
		String body = "{'a':null,'b':true,'c':[],'d':{},'e':1.10,'f':12345678901,'g':'','h':[1,[2,{'i':'j'}]]}";
		assertThat(write(PLAIN, body)).isEqualTo(body);
	}

	@Test
	void nameThatStartsWithADollarSignIsEscaped() {
		assertThat(write(PLAIN, "{ '$$ref': '#', '{{x}}': 1, '{code}': 2 }"))
			.isEqualTo("{'$ref':'#','{x}':1,'order_closed':2}");
	}

	@Test
	void rootCanBeAnArray() {
		String template = "[{ '$each violation': '{violation.code}' }]";
		assertThat(write(INVALID, template)).isEqualTo("['invalid_format','too_long','required','positive']");
		assertThat(write(PLAIN, template)).isEqualTo("[]");
	}

	@Test
	void rootWithoutAnythingIsAnEmptyObject() {
		assertThat(write(PLAIN, "{ 'a': '{retry-after}' }")).isEqualTo("{}");
		assertThat(write(PLAIN, "{ '$if violations': 'x' }")).isEqualTo("{}");
	}

	@Test
	void membersOfViolationsWithTheSameNameAreJoinedIfTheyAreArrays() {
		assertThat(write(INVALID, "{ 'x': 1, '$each violation': { '{violation.path}': ['{violation.code}'] } }"))
			.isEqualTo("{'x':1,'email':['invalid_format','too_long'],'items[0].quantity':['required'],"
					+ "'a/b':['positive']}");
	}

	@Test
	void firstMemberWithANameIsKeptIfItIsNoArray() {
		assertThat(write(INVALID, "{ '$each violation': { '{violation.path|last}': '{violation.message}' } }"))
			.isEqualTo("{'email':'Must be an email.','quantity':'Is required.','a/b':'Must be positive.'}");
	}

	@Test
	void elementsOfAViolationStandSideBySide() {
		assertThat(write(INVALID, "['a', { '$each violation': ['{violation.path}', '{violation.in}'] }, 'b']"))
			.isEqualTo("['a',['email','body'],['email','body'],['items[0].quantity','body'],['a/b','query'],'b']");
	}

	@Test
	void elseStandsForAnEmptyRepetition() {
		String template = "[{ '$each violation': '{violation.path}', '$else': '{code}' }]";
		assertThat(write(PLAIN, template)).isEqualTo("['order_closed']");
		assertThat(write(INVALID, template)).isEqualTo("['email','email','items[0].quantity','a/b']");
	}

	@Test
	void emptyContainersCanBeKept() {
		assertThat(write(PLAIN,
				"{ 'list': { '$if violations': [{ '$each violation': 'x' }], '$else': [] }, "
						+ "'map': { '$each fact': { '{fact.name}': 1 }, '$else': {} }, "
						+ "'none': { '$each fact': { '{fact.name}': 1 }, '$else': null } }"))
			.isEqualTo("{'list':[],'map':{},'none':null}");
	}

	@Test
	void factsAreSpreadWithoutOverwritingDeclaredMembers() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("code", "evil");
		facts.put("later", "evil");
		facts.put("limit", 5);
		facts.put("nested", new RawValue("{\"a\":[1]}"));
		assertThat(write(PLAIN.toBuilder().facts(facts).build(),
				"{ 'code': '{code}', '$each fact': { '{fact.name}': '{fact.value}' }, 'later': '{retry-after}' }"))
			.isEqualTo("{'code':'order_closed','limit':5,'nested':{'a':[1]}}");
	}

	@Test
	void objectThatOnlyHasReservedFactsIsLeftOut() {
		assertThat(write(PLAIN.toBuilder().fact("a", 1).build(),
				"{ 'details': { '$each fact': { '{fact.name}': '{fact.value}' }, 'a': '{fact.b}' }, 'c': 1 }"))
			.isEqualTo("{'c':1}");
	}

	@Test
	void factsAreListedAsPairs() {
		assertThat(write(PLAIN.toBuilder().fact("maxItems", 5).build(),
				"[{ '$each fact': { 'name': '{fact.name|kebab-case}', 'value': '{fact.value|text}' } }]"))
			.isEqualTo("[{'name':'max-items','value':'5'}]");
	}

	@Test
	void rawTextIsReadBeforeItIsSpelled() {
		assertThat(write(PLAIN.toBuilder().fact("a", new RawValue("\"x\\u0041 y\"")).build(),
				"['{fact.a}', 'is {fact.a}', '{fact.a|kebab-case}']"))
			.isEqualTo("['x\\u0041 y','is xA y','x-a-y']");
	}

	@Test
	void conditionsChooseMembersElementsAndValues() {
		String template = "{ '$if status in 400, 4xx and not violations': { 'a': 1, '$each fact': "
				+ "{ '{fact.name}': 2 } }, '$else': { 'b': [1, { '$if violations.omitted': 2 }] }, "
				+ "'c': { '$if retry in never': 'no', '$else': 'yes' } }";
		assertThat(write(PLAIN.toBuilder().fact("f", 1).build(), template)).isEqualTo("{'a':1,'f':2,'c':'yes'}");
		assertThat(write(INVALID, template)).isEqualTo("{'b':[1],'c':'yes'}");
	}

	@Test
	void firstPresentMemberOfSeveralConditionsIsWritten() {
		assertThat(write(INVALID, "{ '$if status in 5xx': { 'a': 1 }, '$if violations': { 'a': 2, 'b': 2 }, "
				+ "'$if status': { 'a': 3, 'c': 3 } }"))
			.isEqualTo("{'a':2,'b':2,'c':3}");
	}

	@Test
	void conditionAsksForTheCurrentViolation() {
		assertThat(write(INVALID, "[{ '$each violation': { '$if violation.in in query': '{violation.path}' } }]"))
			.isEqualTo("['a/b']");
	}

	@Test
	void tablesGiveAnyValueAndKnowStatusClasses() {
		String template = "['{status}', { '$lookup status': { '409': 1009, '4xx': 1000, '*': { 'x': '{code}' } } }]";
		assertThat(write(PLAIN, template)).isEqualTo("[409,1009]");
		assertThat(write(PLAIN.toBuilder().status(404).build(), template)).isEqualTo("[404,1000]");
		assertThat(write(PLAIN.toBuilder().status(500).build(), template)).isEqualTo("[500,{'x':'order_closed'}]");
	}

	@Test
	void tableWithoutAMatchHasNoValue() {
		assertThat(
				write(PLAIN,
						"{ 'a': { '$lookup code': { 'x': 1 } }, 'b': { '$lookup fact.y': { 'x': 1 }, "
								+ "'$else': 2 }, 'c': { '$lookup first.path|last': { '*': 3 } } }"))
			.isEqualTo("{'b':2,'c':3}");
	}

	@Test
	void textsAreJoined() {
		String template = "{ '$join , ': ['{message}', '{retry-after}', { '$each violation': "
				+ "'{violation.path}', '$else': 'nothing' }, { '$if status in 409': 'end' }] }";
		assertThat(write(INVALID, template))
			.isEqualTo("'The order is closed., email, email, items[0].quantity, a/b, end'");
		assertThat(write(PLAIN, template)).isEqualTo("'The order is closed., nothing, end'");
		assertThat(write(PLAIN, "{ 'a': { '$join': ['{retry-after}'] }, 'b': 1 }")).isEqualTo("{'b':1}");
	}

	@Test
	void violationsAreNestedByPath() {
		assertThat(write(INVALID, "{ 'status': 1, '$nest violation': ['{violation.code}'] }"))
			.isEqualTo("{'status':1,'email':['invalid_format','too_long'],'items':{'0':{'quantity':['required']}},"
					+ "'a/b':['positive']}");
		assertThat(write(PLAIN, "{ 'a': { '$nest violation': 'x' }, 'b': { '$nest violation': 'x', '$else': {} } }"))
			.isEqualTo("{'b':{}}");
	}

	@Test
	void nestedViolationsOfAnObjectAsAWholeHaveANameOfTheirOwn() {
		ApiError error = error(Violation.of("", "a", "A."), Violation.of("items", "b", "B."),
				Violation.of("items[1]", "c", "C."), Violation.of("items.own.x", "d", "D."));
		assertThat(write(error, "{ '$nest violation': '{violation.message}' }"))
			.isEqualTo("{'_errors':'A.','items':{'_errors':'B.','1':'C.','own':{'x':'D.'}}}");
		assertThat(write(error, "{ '$nest violation or own': ['{violation.message}'] }"))
			.isEqualTo("{'own':['A.'],'items':{'own':['B.','D.'],'1':['C.']}}");
	}

	@Test
	void nestedObjectsCanHaveDeclaredMembers() {
		ApiError error = error(Violation.of("items", "b", "B."), Violation.of("items[1].x", "c", "C."),
				Violation.of("items[1].x", "d", "D."), Violation.of("code.y", "e", "E."));
		assertThat(write(error, "{ 'code': '{code}', '$nest violation': { 'errors': ['{violation.message}'] } }"))
			.isEqualTo("{'code':'order_closed','errors':['E.'],"
					+ "'items':{'errors':['B.'],'1':{'x':{'errors':['C.','D.']}}}}");
	}

	@Test
	void codesAndReasonsAreReplacedButAskedForByTheirOwnNames() {
		WireFormat format = ExpectedBodies.FORMATS.compile("test", """
				{
				  "codes": { "order_closed": "E-17" },
				  "reasons": { "409": "Collision" },
				  "validationStatus": 422,
				  "body": ["{code|kebab-case}", "{reason}", "{type}", { "$lookup code": { "order_closed": 17 } }]
				}
				""");
		assertThat(format.validationStatus()).isEqualTo(422);
		assertThat(new String(format.write(PLAIN, TestRequest.DEFAULT), StandardCharsets.UTF_8))
			.isEqualTo("[\"E-17\",\"Collision\",\"https://api.example.com/errors/order_closed\",17]");
	}

	@Test
	void headersAreTextsWithPlaceholders() {
		WireFormat format = ExpectedBodies.FORMATS.compile("test", """
				{
				  "headers": { "X-Error": "{code|kebab-case}; {status}", "X-Delay": "{retry-after}" },
				  "body": {}
				}
				""");
		assertThat(format.headers(PLAIN, TestRequest.DEFAULT)).isEqualTo(Map.of("X-Error", "order-closed; 409"));
	}

	@Test
	void halvesOfSurrogatePairsAreReplaced() {
		ApiError error = error(Violation.of("a\ud800", "x", "\udc00b\ud83d\ude00"), Violation.of("a\ud801", "x", "c"));
		assertThat(write(error, "{ '$each violation': { '{violation.path}': ['{violation.message}'] } }"))
			.isEqualTo("{'a\ufffd':['\ufffdb\ud83d\ude00','c']}");
	}

	@Test
	void typeWithoutDocumentationIsBlank() {
		WireFormat format = new WireFormats(ExpectedBodies.MAPPER, null).compile("test",
				"{ \"body\": [\"{type}\", \"{docs}\"] }");
		TestRequest request = new TestRequest("", "", Locale.ROOT, "r");
		assertThat(format.write(PLAIN, request)).asString().isEqualTo("[\"about:blank\"]");
	}

}
