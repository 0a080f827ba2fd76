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

import io.github.faultbook.ApiError;
import io.github.faultbook.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for nested violations whose positions are elements of arrays.
 */
class NestByPositionTests {

	private static final String TEMPLATE = "{ '$nest violation by position or own': ['{violation.code}'] }";

	private static ApiError error(String... paths) {
		Violation[] violations = new Violation[paths.length];
		for (int i = 0; i < paths.length; i++) {
			violations[i] = Violation.of(paths[i], Character.toString('a' + i), "Wrong.");
		}
		return ShortTemplates.error(violations);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "items[1].qty | {'items':[{},{'qty':['a']}]}",
			"items[2].qty items[0].sku items[2].qty | {'items':[{'sku':['b']},{},{'qty':['a','c']}]}",
			"items[1] items[1].qty | {'items':[{},{'own':['a'],'qty':['b']}]}",
			"items[0].qty items[1] | {'items':[{'qty':['a']},{'own':['b']}]}",
			"items[1].tags[1].name | {'items':[{},{'tags':[{},{'name':['a']}]}]}",
			"items[1][1].name | {'items':[{},[{},{'name':['a']}]]}", "tags[2] | {'tags':{'2':['a']}}",
			"items items[1].qty | {'items':{'own':['a'],'1':{'qty':['b']}}}",
			"items[1].qty items.x | {'items':{'1':{'qty':['a']},'x':['b']}}", "[1].qty | {'1':{'qty':['a']}}",
			"items[1].own | {'items':{'1':['a']}}", "items[1].own items[0].x | {'items':[{'x':['b']},{'own':['a']}]}",
			"a[1].b c[1].d | {'a':[{},{'b':['a']}],'c':[{},{'d':['b']}]}" })
	void positionsOfObjectsAreElements(String paths, String expected) {
		assertThat(ShortTemplates.write(error(paths.split(" ")), TEMPLATE)).isEqualTo(expected);
	}

	@Test
	void objectsThatAreNeverReplacedAreAlwaysElements() {
		assertThat(ShortTemplates.write(error("tags[1]", "x"),
				"{ '$nest violation by position': { 'codes': ['{violation.code}'] } }"))
			.isEqualTo("{'tags':[{},{'codes':['a']}],'x':{'codes':['b']}}");
	}

	@Test
	void bodyHasAThousandEmptyElementsAtMost() {
		assertThat(ShortTemplates.write(error("a[1000].b"), TEMPLATE))
			.isEqualTo("{'a':[" + "{},".repeat(1000) + "{'b':['a']}]}");
		assertThat(ShortTemplates.write(error("a[1001].b", "c[1000000].d", "e[1].f"), TEMPLATE))
			.isEqualTo("{'a':{'1001':{'b':['a']}},'c':{'1000000':{'d':['b']}},'e':[{},{'f':['c']}]}");
		assertThat(ShortTemplates.write(error("a[600].b", "c[600].d", "e[400].f"), TEMPLATE))
			.isEqualTo("{'a':[" + "{},".repeat(600) + "{'b':['a']}],'c':{'600':{'d':['b']}},'e':[" + "{},".repeat(400)
					+ "{'f':['c']}]}");
	}

	@Test
	void arraysInArraysShareTheEmptyElements() {
		String body = ShortTemplates.write(error("a" + "[999].a".repeat(90) + ".b"), TEMPLATE);
		assertThat(body).startsWith("{'a':[" + "{},".repeat(999) + "{'a':{'999':{'a':{'999':");
		assertThat(body.length()).isLessThan(6000);
	}

}
