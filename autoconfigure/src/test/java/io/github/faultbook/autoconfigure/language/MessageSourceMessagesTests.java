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

package io.github.faultbook.autoconfigure.language;

import java.util.Locale;

import io.github.faultbook.pipeline.ErrorMessages.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MessageSourceMessages}: what it knows of the language of a text.
 */
@ResourceLock(Resources.LOCALE)
class MessageSourceMessagesTests {

	private static final String KEY = "faultbook.payment_required.message";

	private static final Text UNKNOWN_ENGLISH = new Text("Pay {required} first.", null);

	private static final Text UNKNOWN_GERMAN = new Text("Zahlen Sie zuerst {required}.", null);

	private static final Text GERMAN = new Text("Zahlen Sie zuerst {required}.", Locale.GERMAN);

	private final Locale before = Locale.getDefault();

	private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

	private final MessageSourceMessages messages = new MessageSourceMessages(this.source);

	@BeforeEach
	void machineSpeaksEnglish() {
		Locale.setDefault(Locale.US);
		this.source.setBasename("languages/messages");
		this.source.setDefaultEncoding("UTF-8");
	}

	@AfterEach
	void restore() {
		Locale.setDefault(this.before);
	}

	@Test
	void languageOfATranslationIsKnown() {
		assertThat(this.messages.find(KEY, Locale.GERMAN)).isEqualTo(GERMAN);
	}

	@Test
	void textForAllCountriesHasNone() {
		assertThat(this.messages.find(KEY, Locale.forLanguageTag("de-AT-x-wien"))).isEqualTo(GERMAN);
	}

	@Test
	void textForOneCountryHasIt() {
		StaticMessageSource brazilian = new StaticMessageSource();
		Locale brazil = Locale.forLanguageTag("pt-BR");
		brazilian.addMessage(KEY, brazil, "Pague {required}.");
		assertThat(new MessageSourceMessages(brazilian).find(KEY, brazil))
			.isEqualTo(new Text("Pague {required}.", brazil));
	}

	@Test
	void languageOfTheDefaultIsUnknown() {
		assertThat(this.messages.find(KEY, Locale.ENGLISH)).isEqualTo(UNKNOWN_ENGLISH);
		assertThat(this.messages.find(KEY, Locale.FRENCH)).isEqualTo(UNKNOWN_ENGLISH);
		assertThat(this.messages.find(KEY, Locale.JAPANESE)).isEqualTo(UNKNOWN_ENGLISH);
		assertThat(this.messages.find(KEY, Locale.ROOT)).isEqualTo(UNKNOWN_ENGLISH);
	}

	@Test
	void languageOfTheMachineIsKnownToThoseWhoAskForIt() {
		Locale.setDefault(Locale.GERMANY);
		assertThat(this.messages.find(KEY, Locale.GERMAN)).isEqualTo(GERMAN);
	}

	@Test
	void languageOfTheMachineIsUnknownToOthers() {
		Locale.setDefault(Locale.GERMANY);
		assertThat(this.messages.find(KEY, Locale.JAPANESE)).isEqualTo(UNKNOWN_GERMAN);
		assertThat(this.messages.find(KEY, Locale.ENGLISH)).isEqualTo(UNKNOWN_GERMAN);
	}

	@Test
	void defaultIsUnknownAlsoIfTheMachineSpeaksAnotherLanguage() {
		Locale.setDefault(Locale.GERMANY);
		assertThat(this.messages.find(KEY, Locale.FRENCH)).isEqualTo(UNKNOWN_ENGLISH);
	}

	@Test
	void keyThatStandsForItsTextIsNone() {
		this.source.setUseCodeAsDefaultMessage(true);
		assertThat(this.messages.find("faultbook.conflict.message", Locale.GERMAN)).isNull();
	}

	@Test
	void keyThatIsMissingHasNoText() {
		assertThat(this.messages.find("faultbook.conflict.message", Locale.GERMAN)).isNull();
	}

}
