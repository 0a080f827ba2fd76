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

package io.github.faultbook;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MessageTemplate}.
 */
class MessageTemplateTests {

	@Test
	void textWithoutParametersStays() {
		String text = "It's 100% done, isn't it?";
		assertThat(MessageTemplate.render(text, Map.of("x", 1))).isSameAs(text);
	}

	@Test
	void parametersAreReplacedByFacts() {
		assertThat(MessageTemplate.render("{a} of {b}, {a}", Map.of("a", 1, "b", "two"))).isEqualTo("1 of two, 1");
	}

	@Test
	void parameterWithoutValueStays() {
		assertThat(MessageTemplate.render("{a} of {b}", Map.of("a", 1))).isEqualTo("1 of {b}");
	}

	@Test
	void valueThatLooksLikeAParameterIsNotReadAgain() {
		assertThat(MessageTemplate.render("{a}{b}", Map.of("a", "{b}", "b", "{a}"))).isEqualTo("{b}{a}");
	}

	@Test
	void partsThatMakeAParameterTogetherAreNotReadAgain() {
		assertThat(MessageTemplate.render("{{a}}", Map.of("a", "b", "b", "x"))).isEqualTo("{b}");
	}

	@Test
	void valuesOfOtherTemplateLanguagesAreInert() {
		String value = "${a} #{a} {0} $1 \\1 %s";
		assertThat(MessageTemplate.render("<{a}>", Map.of("a", value))).isEqualTo("<" + value + ">");
	}

	@Test
	void bracesThatHoldNoNameStay() {
		String text = "{} {0} { a} {a b} {a";
		assertThat(MessageTemplate.render(text, Map.of("a", 1, "0", 2))).isEqualTo(text);
	}

	@Test
	void plainValuesAreSpelledOut() {
		Map<String, Object> facts = Map.of("amount", new BigDecimal("1E+3"), "day", LocalDate.of(2026, 2, 1), "time",
				Duration.ofSeconds(90), "id", new UUID(0, 1), "retry", Retry.NEVER, "yes", true, "c", 'x');
		assertThat(MessageTemplate.render("{amount} {day} {time} {id} {retry} {yes} {c}", facts))
			.isEqualTo("1000 2026-02-01 PT1M30S 00000000-0000-0000-0000-000000000001 NEVER true x");
	}

	@Test
	void otherValuesAreNotSpelledOut() {
		assertThat(MessageTemplate.render("{list} {map} {object}",
				Map.of("list", List.of(1), "map", Map.of(), "object", new Object())))
			.isEqualTo("{list} {map} {object}");
	}

	@Test
	void numberWithManyZerosIsNotSpelledOutInFull() {
		assertThat(MessageTemplate.render("{a} {b}",
				Map.of("a", new BigDecimal("1E+1000"), "b", new BigDecimal("1E-1000"))))
			.isEqualTo("1E+1000 1E-1000");
	}

	@Test
	void namesOfParametersComeInOrderOfAppearance() {
		assertThat(MessageTemplate.parameters("{b} {a.x-1} {b} {0} {_c} { d }")).containsExactly("b", "a.x-1", "_c");
	}

}
