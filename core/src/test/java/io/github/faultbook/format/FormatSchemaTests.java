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
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.ErrorRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the schemas that are derived from templates.
 */
class FormatSchemaTests {

	static Stream<ExpectedBodies.Expected> bodies() {
		return ExpectedBodies.all();
	}

	static List<String> presets() {
		return WireFormats.presets();
	}

	private static String schema(String body) {
		String start = "{'$schema':'https://json-schema.org/draft/2020-12/schema','title':'test',";
		String schema = ExpectedBodies.FORMATS.compile("test", "{ \"body\": " + body.replace('\'', '"') + " }")
			.schema();
		assertThat(schema).isNotNull();
		String quoted = schema.replace('"', '\'');
		assertThat(quoted).startsWith(start);
		return "{" + quoted.substring(start.length());
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void bodyObeysTheSchemaOfItsFormat(ExpectedBodies.Expected expected) {
		assertThat(new SchemaValidator(expected.format()).validate(expected.body())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("presets")
	void schemaOfAPresetObeysTheMetaSchema(String preset) {
		Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
		assertThat(meta.validate(ExpectedBodies.FORMATS.preset(preset).schema(), InputFormat.JSON)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("presets")
	void schemaOfAPresetRefusesAnotherMember(String preset) {
		SchemaValidator validator = new SchemaValidator(ExpectedBodies.FORMATS.preset(preset));
		assertThat(validator.validate("{\"trace\":[\"at com.example.Secret\"]}")).isNotEmpty();
	}

	@Test
	void membersThatAreAlwaysThereAreRequired() {
		assertThat(schema("{ 'a': '{status}', 'b': '{retry-after}', 'c': 'x', 'd': 'in {retry-after}' }"))
			.isEqualTo("{'type':'object','properties':{'a':{'type':'integer','minimum':400,'maximum':599},"
					+ "'b':{'type':'integer'},'c':{'const':'x'},'d':{'type':'string'}},"
					+ "'required':['a','c'],'additionalProperties':false}");
	}

	@Test
	void arraysAreNotEmptyUnlessTheTemplateSaysSo() {
		assertThat(schema("{ 'a': [{ '$each violation': '{violation.path|segments}' }], 'b': [] }"))
			.isEqualTo("{'type':'object','properties':{'a':{'type':'array','items':{'type':'array','items':"
					+ "{'type':['string','integer']}},'minItems':1},'b':{'type':'array','maxItems':0}},"
					+ "'required':['b'],'additionalProperties':false}");
	}

	@Test
	void alternativesAreMerged() {
		assertThat(schema("[{ '$lookup status': { '404': 'a', '*': 'b' } }, { '$if violations': 1, '$else': 2 }, "
				+ "'{violations.count}']"))
			.isEqualTo("{'type':'array','items':{'anyOf':[{'enum':['a','b']},{'enum':[1,2]},{'type':'integer'}]},"
					+ "'minItems':1}");
	}

	@Test
	void spreadFactsAreAdditionalProperties() {
		assertThat(schema("{ 'code': '{code}', '$each fact': { '{fact.name}': ['{fact.value|text}'] } }"))
			.isEqualTo("{'type':'object','properties':{'code':{'type':'string'}},'required':['code'],"
					+ "'additionalProperties':{'type':'array','items':{'type':'string'},'minItems':1}}");
	}

	@Test
	void nestedViolationsReferToThemselves() {
		assertThat(schema("{ 'x': 1, '$nest violation': '{violation.message}' }"))
			.isEqualTo("{'type':'object','properties':{'x':{'const':1},'_errors':{'type':'string'}},'required':['x'],"
					+ "'additionalProperties':{'$ref':'#/$defs/nested1'},'$defs':{'nested1':{'anyOf':["
					+ "{'type':'string'},{'type':'object','properties':{'_errors':{'type':'string'}},"
					+ "'minProperties':1,'additionalProperties':{'$ref':'#/$defs/nested1'}}]}}}");
	}

	@Test
	void bodyThatMayBeAbsentMayBeEmpty() {
		assertThat(schema("['{retry-after}']"))
			.isEqualTo("{'anyOf':[{'type':'array','items':{'type':'integer'},'minItems':1},{'const':[]}]}");
	}

	@Test
	void bodiesOfOneErrorHaveItsCodeAndItsFacts() {
		String facts = "'business':{'type':'string','maxLength':50},'count':{'type':'integer'},"
				+ "'due':{'type':'string','format':'date'},'total':{'type':'number'},'urgent':{'type':'boolean'}";
		String required = "'required':['business','count','due','total','urgent']";
		assertThat(schemaOfOne(
				"{ 'code': '{code|UPPER_SNAKE}', 'facts': { '$each fact': { '{fact.name}': '{fact.value}' } } }"))
			.isEqualTo("{'type':'object','properties':{'code':{'type':'string','const':'NOT_PAID'},"
					+ "'facts':{'type':'object','properties':{" + facts + ",'items':{'type':'array','items':{}}},"
					+ required + ",'additionalProperties':{}}},"
					+ "'required':['code','facts'],'additionalProperties':false}");
		assertThat(schemaOfOne("{ 'count': '{code}', '$each fact': { '{fact.name}': ['{fact.value|text}'] } }"))
			.startsWith("{'type':'object','properties':{'count':{'type':'string','const':'not_paid'},"
					+ "'business':{'type':'array','items':{'type':'string'},'minItems':1,'maxItems':1},'due':");
		assertThat(schemaOfOne("{ 'c': 'x', 'all': '{facts}', 'one': '{fact.count}', 'other': '{fact.value2}' }"))
			.isEqualTo("{'type':'object','properties':{'c':{'const':'x'},'all':{'type':'object','properties':{" + facts
					+ ",'items':{'type':'array','items':{}}}," + required
					+ ",'additionalProperties':{}},'one':{'type':'integer'},'other':{}},'required':['c'],'additionalProperties':false}");
	}

	@Test
	void factsBehindAConditionAreNotRequired() {
		assertThat(schemaOfOne("{ 'c': 'x', '$if violations': { '$each fact': { '{fact.name}': '{fact.value}' } } }"))
			.contains("'count':{'type':'integer'}", "'required':['c'],");
	}

	@Test
	void bodiesOfOneErrorHaveWhatATableSaysOfItsCode() {
		assertThat(schemaOfOne("{ 'id': { '$lookup code': { 'not_paid': 7, '*': 0 } } }")).contains("'id':{'const':7}");
	}

	@Test
	void listsAndTextsHaveLimits() {
		assertThat(
				schemaOfOne("{ 'title': '{title}', 'message': '{message}', 'upper': '{title|UPPER_SNAKE}', 'errors': "
						+ "[{ '$each violation': '{violation.message}', '$else': 'none' }, 'x'], '$each violation': { '{violation.path}': ['{violation.message}'] } }"))
			.contains(
					"'title':{'type':'string','maxLength':50},'message':{'type':'string','maxLength':50},'upper':{'type':'string'},",
					"{'type':'string','maxLength':50}", "'minItems':1,'maxItems':8}",
					"'items':{'type':'string','maxLength':50},'minItems':1,'maxItems':7}");
	}

	private static String schemaOfOne(String body) {
		ErrorCode entry = new ErrorCode() {

			@Override
			public String code() {
				return "not_paid";
			}

			@Override
			public ErrorDefinition definition() {
				return ErrorDefinition.of(402, "Not paid.")
					.parameter("business", String.class, "", "bus_1")
					.parameter("count", int.class, "")
					.parameter("due", LocalDate.class, "")
					.parameter("total", BigDecimal.class, "")
					.parameter("urgent", boolean.class, "")
					.parameter("items", List.class, "");
			}

		};
		WireFormat format = ExpectedBodies.FORMATS.compile("test", "{ \"body\": " + body.replace('\'', '"') + " }");
		ApiError example = ErrorExample.of(entry, format).toBuilder().fact("undeclared", 1).build();
		String schema = format.schema(new SchemaScope(example, 7, 50)).replace('"', '\'');
		return "{" + schema.substring(schema.indexOf("'title':'test',") + "'title':'test',".length());
	}

	@Test
	void formatWrittenInJavaHasNoSchemaOfItsOwn() {
		WireFormat format = new WireFormat() {

			@Override
			public String name() {
				return "java";
			}

			@Override
			public byte[] write(ApiError error, ErrorRequest request) {
				return new byte[0];
			}

		};
		assertThat(format.schema()).isNull();
		assertThat(format.schema(SchemaScope.ANY)).isNull();
	}

}
