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

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for templates without operators.
 */
class TemplateTests {

	@Test
	void absentValuesAreLeftOut() {
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN,
				"{ 'a': '{retry-after}', 'b': 'in {retry-after}s', 'c': ['{fact.x}'], "
						+ "'d': { 'e': '{first.path}' }, 'f': [{ '$each violation': '{violation.path}' }], 'g': 1 }"))
			.isEqualTo("{'g':1}");
	}

	@Test
	void staticValuesStayAsTheyAre() {
		String body = "{'a':null,'b':true,'c':[],'d':{},'e':1.10,'f':12345678901,'g':'','h':[1,[2,{'i':'j'}]]}";
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, body)).isEqualTo(body);
	}

	@Test
	void nameThatStartsWithADollarSignIsEscaped() {
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, "{ '$$ref': '#', '{{x}}': 1, '{code}': 2 }"))
			.isEqualTo("{'$ref':'#','{x}':1,'order_closed':2}");
	}

	@Test
	void rootCanBeAnArray() {
		String template = "[{ '$each violation': '{violation.code}' }]";
		assertThat(ShortTemplates.write(ShortTemplates.INVALID, template))
			.isEqualTo("['invalid_format','too_long','required','positive']");
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, template)).isEqualTo("[]");
	}

	@Test
	void rootWithoutAnythingIsAnEmptyObject() {
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, "{ 'a': '{retry-after}' }")).isEqualTo("{}");
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN, "{ '$if violations': 'x' }")).isEqualTo("{}");
	}

	@Test
	void emptyContainersCanBeKept() {
		assertThat(ShortTemplates.write(ShortTemplates.PLAIN,
				"{ 'list': { '$if violations': [{ '$each violation': 'x' }], '$else': [] }, "
						+ "'map': { '$each fact': { '{fact.name}': 1 }, '$else': {} }, "
						+ "'none': { '$each fact': { '{fact.name}': 1 }, '$else': null } }"))
			.isEqualTo("{'list':[],'map':{},'none':null}");
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
		assertThat(new String(format.write(ShortTemplates.PLAIN, TestRequest.DEFAULT), StandardCharsets.UTF_8))
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
		assertThat(format.headers(ShortTemplates.PLAIN, TestRequest.DEFAULT))
			.isEqualTo(Map.of("X-Error", "order-closed; 409"));
	}

	@Test
	void byteOrderMarkIsPassedOver() {
		WireFormat format = ExpectedBodies.FORMATS.compile("test", "\ufeff{ \"body\": 1 }");
		assertThat(format.write(ShortTemplates.PLAIN, TestRequest.DEFAULT)).asString().isEqualTo("1");
	}

}
