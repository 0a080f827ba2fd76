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

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.Violation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.util.RawValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the operators of templates.
 */
class OperatorTests {

	@Test
	void membersOfViolationsWithTheSameNameAreJoinedIfTheyAreArrays() {
		assertThat(ShortTemplates.write(ShortTemplates.INVALID,
				"{ 'x': 1, '$each violation': { '{violation.path}': ['{violation.code}'] } }"))
			.isEqualTo("{'x':1,'email':['invalid_format','too_long'],'items[0].quantity':['required'],"
					+ "'a/b':['positive']}");
	}

	@Test
	void firstMemberWithANameIsKeptIfItIsNoArray() {
		assertThat(ShortTemplates.write(ShortTemplates.INVALID,
				"{ '$each violation': { '{violation.path|last}': '{violation.message}' } }"))
			.isEqualTo("{'email':'Must be an email.','quantity':'Is required.','a/b':'Must be positive.'}");
	}

	@Test
	void elementsOfAViolationStandSideBySide() {
		assertThat(ShortTemplates.write(ShortTemplates.INVALID,
				"['a', { '$each violation': ['{violation.path}', '{violation.in}'] }, 'b']"))
			.isEqualTo("['a',['email','body'],['email','body'],['items[0].quantity','body'],['a/b','query'],'b']");
	}

	@Test
	void elseStandsForAnEmptyRepetition() {
		String template = "[{ '$each violation': '{violation.path}', '$else': '{code}' }]";
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, template)).isEqualTo("['order_closed']");
		assertThat(ShortTemplates.write(ShortTemplates.INVALID, template))
			.isEqualTo("['email','email','items[0].quantity','a/b']");
	}

	@Test
	void factsAreSpreadWithoutOverwritingDeclaredMembers() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("code", "evil");
		facts.put("later", "evil");
		facts.put("limit", 5);
		facts.put("nested", new RawValue("{\"a\":[1]}"));
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN.toBuilder().facts(facts).build(),
				"{ 'code': '{code}', '$each fact': { '{fact.name}': '{fact.value}' }, 'later': '{retry-after}' }"))
			.isEqualTo("{'code':'order_closed','limit':5,'nested':{'a':[1]}}");
	}

	@Test
	void objectThatOnlyHasReservedFactsIsLeftOut() {
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN.toBuilder().fact("a", 1).build(),
				"{ 'details': { '$each fact': { '{fact.name}': '{fact.value}' }, 'a': '{fact.b}' }, 'c': 1 }"))
			.isEqualTo("{'c':1}");
	}

	@Test
	void factsAreListedAsPairs() {
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN.toBuilder().fact("maxItems", 5).build(),
				"[{ '$each fact': { 'name': '{fact.name|kebab-case}', 'value': '{fact.value|text}' } }]"))
			.isEqualTo("[{'name':'max-items','value':'5'}]");
	}

	@Test
	void conditionsChooseMembersElementsAndValues() {
		String template = "{ '$if status in 400, 4xx and not violations': { 'a': 1, '$each fact': "
				+ "{ '{fact.name}': 2 } }, '$else': { 'b': [1, { '$if violations.omitted': 2 }] }, "
				+ "'c': { '$if retry in never': 'no', '$else': 'yes' } }";
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN.toBuilder().fact("f", 1).build(), template))
			.isEqualTo("{'a':1,'f':2,'c':'yes'}");
		assertThat(ShortTemplates.write(ShortTemplates.INVALID, template)).isEqualTo("{'b':[1],'c':'yes'}");
	}

	@Test
	void firstPresentMemberOfSeveralConditionsIsWritten() {
		assertThat(ShortTemplates.write(ShortTemplates.INVALID,
				"{ '$if status in 5xx': { 'a': 1 }, '$if violations': { 'a': 2, 'b': 2 }, "
						+ "'$if status': { 'a': 3, 'c': 3 } }"))
			.isEqualTo("{'a':2,'b':2,'c':3}");
	}

	@Test
	void conditionAsksForTheCurrentViolation() {
		assertThat(ShortTemplates.write(ShortTemplates.INVALID,
				"[{ '$each violation': { '$if violation.in in query': '{violation.path}' } }]"))
			.isEqualTo("['a/b']");
	}

	@Test
	void tablesGiveAnyValueAndKnowStatusClasses() {
		String template = "['{status}', { '$lookup status': { '409': 1009, '4xx': 1000, '*': { 'x': '{code}' } } }]";
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, template)).isEqualTo("[409,1009]");
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN.toBuilder().status(404).build(), template))
			.isEqualTo("[404,1000]");
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN.toBuilder().status(500).build(), template))
			.isEqualTo("[500,{'x':'order_closed'}]");
	}

	@Test
	void tableWithoutAMatchHasNoValue() {
		assertThat(
				ShortTemplates.write(ShortTemplates.PLAIN,
						"{ 'a': { '$lookup code': { 'x': 1 } }, 'b': { '$lookup fact.y': { 'x': 1 }, "
								+ "'$else': 2 }, 'c': { '$lookup first.path|last': { '*': 3 } } }"))
			.isEqualTo("{'b':2,'c':3}");
	}

	@Test
	void textsAreJoined() {
		String template = "{ '$join , ': ['{message}', '{retry-after}', { '$each violation': "
				+ "'{violation.path}', '$else': 'nothing' }, { '$if status in 409': 'end' }] }";
		assertThat(ShortTemplates.write(ShortTemplates.INVALID, template))
			.isEqualTo("'The order is closed., email, email, items[0].quantity, a/b, end'");
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, template))
			.isEqualTo("'The order is closed., nothing, end'");
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, "{ 'a': { '$join': ['{retry-after}'] }, 'b': 1 }"))
			.isEqualTo("{'b':1}");
	}

	@Test
	void violationsAreNestedByPath() {
		assertThat(ShortTemplates.write(ShortTemplates.INVALID,
				"{ 'status': 1, '$nest violation': ['{violation.code}'] }"))
			.isEqualTo("{'status':1,'email':['invalid_format','too_long'],'items':{'0':{'quantity':['required']}},"
					+ "'a/b':['positive']}");
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN,
				"{ 'a': { '$nest violation': 'x' }, 'b': { '$nest violation': 'x', '$else': {} } }"))
			.isEqualTo("{'b':{}}");
	}

	@Test
	void nestedViolationsOfAnObjectAsAWholeHaveANameOfTheirOwn() {
		ApiError error = ShortTemplates.error(Violation.of("", "a", "A."), Violation.of("items", "b", "B."),
				Violation.of("items[1]", "c", "C."), Violation.of("items.own.x", "d", "D."));
		assertThat(ShortTemplates.write(error, "{ '$nest violation': '{violation.message}' }"))
			.isEqualTo("{'_errors':'A.','items':{'_errors':'B.','1':'C.','own':{'x':'D.'}}}");
		assertThat(ShortTemplates.write(error, "{ '$nest violation or own': ['{violation.message}'] }"))
			.isEqualTo("{'own':['A.'],'items':{'own':['B.','D.'],'1':['C.']}}");
	}

	@Test
	void nestedObjectsCanHaveDeclaredMembers() {
		ApiError error = ShortTemplates.error(Violation.of("items", "b", "B."), Violation.of("items[1].x", "c", "C."),
				Violation.of("items[1].x", "d", "D."), Violation.of("code.y", "e", "E."));
		assertThat(ShortTemplates.write(error,
				"{ 'code': '{code}', '$nest violation': { 'errors': ['{violation.message}'] } }"))
			.isEqualTo("{'code':'order_closed','errors':['E.'],"
					+ "'items':{'errors':['B.'],'1':{'x':{'errors':['C.','D.']}}}}");
	}

	@Test
	void nestedObjectsCanStandInAMemberOfTheirOwn() {
		ApiError error = ShortTemplates.error(Violation.of("", "a", "A."), Violation.of("items", "b", "B."),
				Violation.of("items[1].errors", "c", "C."));
		assertThat(ShortTemplates.write(error,
				"{ 'x': 1, '$nest violation in children': { 'errors': ['{violation.message}'] } }"))
			.isEqualTo("{'x':1,'errors':['A.'],'children':{'items':{'errors':['B.'],'children':"
					+ "{'1':{'children':{'errors':{'errors':['C.']}}}}}}}");
		assertThat(ShortTemplates.write(error, "{ '$nest violation in all or own': '{violation.code}' }"))
			.isEqualTo("{'own':'a','all':{'items':{'own':'b','all':{'1':{'all':{'errors':'c'}}}}}}");
	}

	@Test
	void nestedObjectsAreNotDeeperThanAGeneratorWrites() {
		ApiError error = ShortTemplates.error(Violation.of("a" + ".a".repeat(999), "x", "Too deep."));
		String body = ShortTemplates.write(error, "{ '$nest violation in below': '{violation.code}' }");
		assertThat(body).isEqualTo("{'below':{'a':".repeat(100) + "'x'" + "}}".repeat(100));
	}

}
