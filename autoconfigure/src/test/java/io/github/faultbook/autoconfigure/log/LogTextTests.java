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

package io.github.faultbook.autoconfigure.log;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogText}.
 */
class LogTextTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, '\n', '\r', 0x1b, 0x7f, 0x85, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200e, 0x2028,
			0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0xfff9, 0xffff, 0xe000,
			0xd800, 0xdfff, 0xe0041, 0xe0100, 0x10ffff })
	void deceptiveCharacterBecomesAQuestionMark(int character) {
		assertThat(LogText.inert("a" + Character.toString(character) + "b")).isEqualTo("a?b");
	}

	@Test
	void textOfPeopleStays() {
		String text = "/straße/日本語/עברית/العربية/😀/a b%20?=&+~\"\\";
		assertThat(LogText.inert(text)).isEqualTo(text);
	}

	@Test
	void longTextIsCutWithoutHalfACharacter() {
		assertThat(LogText.inert("x".repeat(501))).isEqualTo("x".repeat(500) + "…");
		assertThat(LogText.inert("x".repeat(499) + "😀")).isEqualTo("x".repeat(499) + "?…");
	}

	@Test
	void emptyTextIsAHyphen() {
		assertThat(LogText.inert("")).isEqualTo("-");
	}

}
