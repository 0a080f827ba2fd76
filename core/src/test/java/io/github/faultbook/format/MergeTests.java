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

import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.Violation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.util.RawValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for members of the same name, groups, segments and splicing in templates.
 */
class MergeTests {

	private static final ApiError TWICE = ShortTemplates.error(Violation.of("email", "invalid_format", "A."),
			Violation.of(Violation.In.QUERY, "page", "required", "B."), Violation.of("email", "too_long", "C."));

	@Test
	void arraysBehindConditionsAndTablesAreMerged() {
		assertThat(ShortTemplates.write(TWICE,
				"{ '$each violation': { '{violation.path}': { '$if violation.in in body': ['{violation.message}'], "
						+ "'$else': ['{violation.code}'] } } }"))
			.isEqualTo("{'email':['A.','C.'],'page':['required']}");
		assertThat(ShortTemplates.write(TWICE,
				"{ '$each violation': { '{violation.path}': { '$lookup violation.code': "
						+ "{ 'too_long': ['long'], '*': ['{violation.message}'] } } } }"))
			.isEqualTo("{'email':['A.','long'],'page':['B.']}");
		assertThat(ShortTemplates.write(TWICE,
				"{ '$nest violation': { '$if violation.in in body': ['{violation.message}'], '$else': 'other' } }"))
			.isEqualTo("{'email':['A.','C.'],'page':'other'}");
	}

	@Test
	void arraysOfSeveralOperatorsAreMerged() {
		assertThat(ShortTemplates.write(TWICE.toBuilder().fact("email", "D.").build(),
				"{ '$each violation': { '{violation.path}': ['{violation.message}'] }, "
						+ "'$each fact': { '{fact.name}': ['{fact.value}'] } }"))
			.isEqualTo("{'email':['A.','C.','D.'],'page':['B.']}");
		assertThat(ShortTemplates.write(TWICE,
				"{ '$if violations': { 'all': ['{first.message}'] }, '$each violation': { 'all': ['{violation.code}'] } }"))
			.isEqualTo("{'all':['A.','invalid_format','required','too_long']}");
	}

	@Test
	void arraysOfPlaceholdersAreMerged() {
		ApiError error = ShortTemplates.error(
				Violation.of("a", "x", "A.").with("allowed", new RawValue("[1,1.10,{\"b\":null}]")),
				Violation.of("a", "x", "B.").with("allowed", List.of("c")),
				Violation.of("a", "x", "C.").with("allowed", "no array"));
		assertThat(ShortTemplates.write(error,
				"{ '$each violation': { '{violation.path}': '{violation.attribute.allowed}' } }"))
			.isEqualTo("{'a':[1,1.10,{'b':null},'c']}");
	}

	@Test
	void objectsAreMergedMemberByMember() {
		assertThat(ShortTemplates.write(TWICE,
				"{ '$each violation': { '{violation.path}': { '{violation.code}': '{violation.message}' } } }"))
			.isEqualTo("{'email':{'invalid_format':'A.','too_long':'C.'},'page':{'required':'B.'}}");
		assertThat(ShortTemplates.write(TWICE,
				"{ '$each violation': { '{violation.in}': { '{violation.path}': { 'all': ['{violation.message}'], "
						+ "'first': '{violation.code}' } } } }"))
			.isEqualTo("{'body':{'email':{'all':['A.','C.'],'first':'invalid_format'}},"
					+ "'query':{'page':{'all':['B.'],'first':'required'}}}");
		ApiError error = ShortTemplates.error(Violation.of("a", "x", "A.").with("min", 1),
				Violation.of("a", "x", "B.").with("min", 2).with("max", new RawValue("{\"c\":3}")));
		assertThat(ShortTemplates.write(error, "{ '$each violation': { 'limits': '{violation.attributes}' } }"))
			.isEqualTo("{'limits':{'min':1,'max':{'c':3}}}");
	}

	@Test
	void factThatNoOtherMemberMeetsKeepsItsBytes() {
		ApiError error = ShortTemplates.PLAIN.toBuilder().fact("a", new RawValue("{\"n\": 1.0E+2}")).build();
		assertThat(ShortTemplates.write(error,
				"{ '{code}': 1, '$each fact': { '{fact.name}': '{fact.value}' }, '$if violations': { 'a': 2 } }"))
			.isEqualTo("{'order_closed':1}");
		assertThat(ShortTemplates.write(error,
				"{ '{code}': 1, '$each fact': { '{fact.name}': '{fact.value}' }, '$each violation': { '{violation.path}': 2 } }"))
			.isEqualTo("{'order_closed':1,'a':{'n': 1.0E+2}}");
	}

	@Test
	void eachFieldIsAnElementWithItsMessages() {
		assertThat(ShortTemplates
			.write(TWICE, "[{ '$each violation.path': { 'field': '{violation.path}', 'first': '{violation.message}', "
					+ "'messages': [{ '$each violation': '{violation.message}' }], 'count': '{violations.count}' }, "
					+ "'$else': '{code}' }]"))
			.isEqualTo("[{'field':'email','first':'A.','messages':['A.','C.'],'count':2},"
					+ "{'field':'page','first':'B.','messages':['B.'],'count':1}]");
	}

	@Test
	void groupsAreFormedByAnyValueAndStandInGroups() {
		assertThat(ShortTemplates.write(TWICE,
				"[{ '$each violation.in': { 'in': '{violation.in}', 'fields': [{ '$each violation.path|pointer': "
						+ "{ 'at': '{violation.path|pointer}', 'codes': { '$join ,': "
						+ "[{ '$each violation': '{violation.code}' }] } } }] } }]"))
			.isEqualTo("[{'in':'body','fields':[{'at':'/email','codes':'invalid_format,too_long'}]},"
					+ "{'in':'query','fields':[{'at':'/page','codes':'required'}]}]");
		assertThat(ShortTemplates.write(TWICE,
				"{ '$each violation.in': { '{violation.in}': { '$each violation': { '{violation.path}': "
						+ "['{violation.code}'] } } } }"))
			.isEqualTo("{'body':{'email':['invalid_format','too_long']},'query':{'page':['required']}}");
	}

	@Test
	void violationsWithoutTheValueAreAGroup() {
		ApiError error = ShortTemplates.error(Violation.of("a", "x", "A."),
				Violation.of("b", "x", "B.").object("order"), Violation.of("c", "x", "C."));
		assertThat(ShortTemplates.write(error,
				"[{ '$each violation.object': { 'object': '{violation.object}', "
						+ "'paths': [{ '$each violation': '{violation.path}' }] } }]"))
			.isEqualTo("[{'paths':['a','c']},{'object':'order','paths':['b']}]");
	}

	@Test
	void segmentsStandBesideOtherElements() {
		assertThat(ShortTemplates.write(ShortTemplates.INVALID,
				"[{ '$each violation': ['{violation.in}', { '$each segment': '{segment}' }] }]"))
			.isEqualTo("[['body','email'],['body','email'],['body','items',0,'quantity'],['query','a/b']]");
		assertThat(ShortTemplates.write(ShortTemplates.INVALID,
				"[{ '$each violation': { '$join >': ['$', { '$each segment': { '$if segment.position': "
						+ "'#{segment.position}', '$else': '{segment.name|UPPER_SNAKE}' } }] } }]"))
			.isEqualTo("['$>EMAIL','$>EMAIL','$>ITEMS>#0>QUANTITY','$>A/B']");
	}

	@Test
	void arraysAreSplicedIntoArrays() {
		ApiError error = TWICE.toBuilder()
			.facts(Map.of("tags", new RawValue("[\"a\",[2]]")))
			.fact("none", List.of())
			.fact("one", 1)
			.build();
		assertThat(ShortTemplates.write(error,
				"['x', { '$splice': '{fact.tags}' }, { '$splice': '{fact.none}' }, { '$splice': '{fact.one}' }, "
						+ "{ '$splice': '{fact.missing}' }, { '$splice': { '$if violations': ['y', 'z'] } }, { '$splice': [] }]"))
			.isEqualTo("['x','a',[2],1,'y','z']");
		assertThat(ShortTemplates.write(error,
				"[{ '$each violation': { '$splice': ['{violation.path}', '{violation.code}'] } }]"))
			.isEqualTo("['email','invalid_format','page','required','email','too_long']");
		assertThat(ShortTemplates.write(error,
				"[{ '$each violation': ['{violation.in}', { '$splice': '{violation.path|segments}' }] }]"))
			.isEqualTo("[['body','email'],['query','page'],['body','email']]");
		assertThat(ShortTemplates.write(error, "{ 'a': [{ '$splice': '{fact.none}' }], 'b': 1 }")).isEqualTo("{'b':1}");
	}

	@Test
	void violationsAreNestedAsElementsOfArrays() {
		ApiError error = ShortTemplates.error(Violation.of("items[0].quantity", "required", "A.").constraint("NotNull"),
				Violation.of("items", "too_long", "B.").constraint("Size"),
				Violation.of("items[0].quantity", "positive", "C.").constraint("Positive"));
		String body = "'property': '{segment|text}', 'children': [], 'constraints': "
				+ "{ '$each violation': { '{violation.constraint}': '{violation.message}' } }";
		assertThat(ShortTemplates.write(error, "[{ '$nest violation in children': { " + body + " } }]"))
			.isEqualTo("[{'property':'items','children':[{'property':'0','children':[{'property':'quantity',"
					+ "'children':[],'constraints':{'NotNull':'A.','Positive':'C.'}}]}],'constraints':{'Size':'B.'}}]");
		assertThat(ShortTemplates.write(error,
				"[{ '$nest violation in below': { 'at': '{segment}', 'first': '{first.code}' } }]"))
			.isEqualTo("[{'at':'items','first':'too_long','below':[{'at':0,'below':"
					+ "[{'at':'quantity','first':'required'}]}]}]");
	}

	@Test
	void violationOfTheWholeInputIsAnElementWithoutASegment() {
		assertThat(ShortTemplates.write(
				ShortTemplates.error(Violation.of("", "malformed", "A."), Violation.of("a", "required", "B.")),
				"[{ '$nest violation in below': { 'at': '{segment}', 'codes': [{ '$each violation': "
						+ "'{violation.code}' }] } }]"))
			.isEqualTo("[{'codes':['malformed']},{'at':'a','codes':['required']}]");
	}

	@Test
	void nestedElementsAreNotDeeperThanAGeneratorWrites() {
		String body = ShortTemplates.write(ShortTemplates.error(Violation.of("a" + ".a".repeat(999), "x", "Too deep.")),
				"[{ '$nest violation in below': { 'at': '{segment}' } }]");
		assertThat(body).isEqualTo("[" + "{'at':'a','below':[".repeat(99) + "{'at':'a'}" + "]}".repeat(99) + "]");
	}

}
