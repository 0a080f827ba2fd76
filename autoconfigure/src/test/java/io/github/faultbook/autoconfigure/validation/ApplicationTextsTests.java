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

package io.github.faultbook.autoconfigure.validation;

import java.io.File;
import java.util.Locale;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationTexts}.
 */
class ApplicationTextsTests {

	private static final Predicate<String> NONE = (text) -> false;

	private final StaticMessageSource messages = new StaticMessageSource();

	private final ApplicationTexts texts = new ApplicationTexts(this.messages);

	@Test
	void firstCodeWithATextCounts() {
		this.messages.addMessage("b", Locale.ENGLISH, "second");
		this.messages.addMessage("c", Locale.ENGLISH, "third");
		assertThat(find(NONE, "a", "b", "c")).isEqualTo("second");
		assertThat(find(NONE, "d")).isNull();
	}

	@Test
	void codeIsNoText() {
		this.messages.setUseCodeAsDefaultMessage(true);
		assertThat(find(NONE, "a")).isNull();
	}

	@Test
	void textThatCannotBeRenderedIsPassedOver() {
		this.messages.setAlwaysUseMessageFormat(true);
		this.messages.addMessage("b", Locale.ENGLISH, "works");
		StaticMessageSource broken = new StaticMessageSource() {

			@Override
			protected java.text.MessageFormat resolveCode(String code, Locale locale) {
				if (code.equals("a")) {
					throw new IllegalArgumentException("unbalanced");
				}
				return super.resolveCode(code, locale);
			}

		};
		broken.setAlwaysUseMessageFormat(true);
		broken.addMessage("b", Locale.ENGLISH, "works");
		assertThat(new ApplicationTexts(broken).find(new DefaultMessageSourceResolvable(new String[] { "a", "b" }),
				NONE, Locale.ENGLISH))
			.isEqualTo("works");
	}

	@Test
	void argumentsArePlainValues() {
		this.messages.addMessage("a", Locale.ENGLISH, "{0} {1} {2} {3}");
		DefaultMessageSourceResolvable error = new DefaultMessageSourceResolvable(new String[] { "a" },
				new Object[] { 7, "hidden", File.class, new IllegalStateException("secret") }, null);
		assertThat(this.texts.find(error, "hidden"::equals, Locale.ENGLISH)).isEqualTo("7 *** *** ***");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{0}", "{x", "{0,date,yyyy}", "it's" })
	void nameOfAFieldIsNoPattern(String name) {
		this.messages.setAlwaysUseMessageFormat(true);
		this.messages.addMessage("a", Locale.ENGLISH, "{0} is wrong");
		DefaultMessageSourceResolvable error = new DefaultMessageSourceResolvable(new String[] { "a" },
				new Object[] { new DefaultMessageSourceResolvable(new String[] { "order." + name }, name) }, null);
		assertThat(this.texts.find(error, NONE, Locale.ENGLISH)).isEqualTo(name + " is wrong");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{0,date,yyyy}", "{0,number,#.#.#}", "{-1}", "{x}" })
	void textThatIsNoPatternIsLeft(String text) {
		assertThat(this.texts.render(text, new Object[] { "a" }, NONE, Locale.ENGLISH)).isEqualTo(text);
	}

	@Test
	void textIsRenderedOnce() {
		assertThat(this.texts.render("{0} of {1}", new Object[] { "{1}", "{0}" }, NONE, Locale.ENGLISH))
			.isEqualTo("{1} of {0}");
	}

	private String find(Predicate<String> hidden, String... codes) {
		return this.texts.find(new DefaultMessageSourceResolvable(codes), hidden, Locale.ENGLISH);
	}

}
