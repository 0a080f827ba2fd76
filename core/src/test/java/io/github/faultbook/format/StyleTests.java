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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the styles of paths and texts in templates.
 */
class StyleTests {

	private static final ApiError ERROR = ShortTemplates
		.error(new Violation(List.of("orderItems", 0, "unit_price"), Violation.In.BODY, "required", "X.", Map.of()));

	@ParameterizedTest
	@CsvSource({ "bracket, orderItems[0].unit_price", "brackets, orderItems[0][unit_price]",
			"dotted, orderItems.0.unit_price", "pointer, /orderItems/0/unit_price",
			"fragment, #/orderItems/0/unit_price", "last, unit_price", "first, orderItems",
			"first|Sentence, Order items", "wildcard|first, orderItems", "PascalCase, OrderItems[0].UnitPrice",
			"camelCase, orderItems[0].unitPrice", "lower_snake, order_items[0].unit_price",
			"kebab-case|brackets, order-items[0][unit-price]", "PascalCase|dotted, OrderItems.0.UnitPrice",
			"one-based, orderItems[1].unit_price", "one-based|camelCase|pointer, /orderItems/1/unitPrice",
			"wildcard, orderItems[*].unit_price", "wildcard|dotted, orderItems.*.unit_price",
			"wildcard|one-based|brackets, orderItems[*][unit_price]", "last|words, unit price", "parent, orderItems[0]",
			"parent|pointer, /orderItems/0", "parent|parent|one-based|PascalCase, OrderItems",
			"parent|parent|parent|parent, body", "parent|parent|parent|pointer, ''", "last|Sentence, Unit price",
			"Capitalized, OrderItems[0].Unit_price", "last|words|Capitalized, Unit price", "last|Title, Unit Price",
			"Title|dotted, Order Items.0.Unit Price", "dotted|words, order items 0 unit price" })
	void pathIsSpelledAsItsStylesSay(String styles, String expected) {
		assertThat(ShortTemplates.write(ERROR, "'{first.path|" + styles + "}'")).isEqualTo("'" + expected + "'");
		assertThat(ShortTemplates.write(ERROR, "{ '$each violation': { '{violation.path|" + styles + "}': 1 } }"))
			.isEqualTo("{'" + expected + "':1}");
	}

	@Test
	void segmentsKeepTheirTypesBehindOtherStyles() {
		assertThat(ShortTemplates.write(ERROR, "['{first.path|one-based|segments}', '{first.path|wildcard|segments}']"))
			.isEqualTo("[['orderItems',1,'unit_price'],['orderItems','*','unit_price']]");
	}

	@Test
	void pathOfTheWholeInputIsItsLocationInEveryStyle() {
		ApiError error = ShortTemplates.error(Violation.of("", "malformed", "X."));
		assertThat(ShortTemplates.write(error,
				"['{first.path|brackets}', '{first.path|wildcard|PascalCase}', '{first.path|first}', "
						+ "'{first.path|last|Sentence}', '{first.path|one-based|pointer}']"))
			.isEqualTo("['body','body','body','Body','']");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "e-mail, E-mail", "must be 1.5 or MORE, Must be 1.5 or MORE",
			"`  x`, `  x`", "ärger, Ärger", "ßa, ßa", "\ud801\udc28b, \ud801\udc00b", "``, ``" })
	void onlyTheFirstLetterOfATextIsCapitalized(String text, String expected) {
		ApiError error = ShortTemplates.error(Violation.of("a", "x", text));
		assertThat(ShortTemplates.write(error, "'{first.message|Capitalized}'")).isEqualTo("'" + expected + "'");
	}

	@Test
	void namesWithoutLettersAndLargestPositionsStay() {
		ApiError error = ShortTemplates
			.error(new Violation(List.of("_", Integer.MAX_VALUE), Violation.In.BODY, "x", "X.", Map.of()));
		assertThat(ShortTemplates.write(error, "'{first.path|camelCase|one-based}'")).isEqualTo("'_[2147483647]'");
	}

	@Test
	void fieldIsHumanizedInASentence() {
		assertThat(ShortTemplates.write(ERROR,
				"[{ '$each violation': \"{violation.path|last|Sentence} can't be blank\" }]".replace('"', '\'')
					.replace("can't", "can`t")))
			.isEqualTo("['Unit price can`t be blank']");
	}

}
