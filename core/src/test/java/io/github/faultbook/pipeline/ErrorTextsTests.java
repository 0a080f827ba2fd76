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

package io.github.faultbook.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.pipeline.ErrorMessages.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ErrorTexts}: who is asked first, and what is said if nobody knows.
 */
class ErrorTextsTests {

	private static final ErrorTexts BUNDLED = new ErrorTexts(ErrorMessages.NONE);

	private static final ErrorTexts OWN = new ErrorTexts((key, locale) -> new Text("own " + key, Locale.ITALIAN));

	@Test
	void everyPartOfABuiltInEntryIsTranslated() {
		assertThat(List.of("title", "message", "cause", "solution"))
			.extracting((part) -> BUNDLED.find(CommonError.CONFLICT, part, Locale.GERMAN))
			.containsExactly(new Text("Konflikt", Locale.GERMAN),
					new Text("Die Anfrage steht im Konflikt mit dem aktuellen Zustand der Ressource.", Locale.GERMAN),
					new Text("Die Ressource wurde inzwischen geändert oder existiert bereits.", Locale.GERMAN),
					new Text("Den Konflikt lösen, dann die Anfrage wiederholen.", Locale.GERMAN));
	}

	@Test
	void parametersOfAnEntryAreTranslatedByTheApplication() {
		assertThat(OWN.find(CommonError.CONFLICT, "parameter.version", Locale.ITALIAN))
			.isEqualTo(new Text("own faultbook.conflict.parameter.version", Locale.ITALIAN));
		assertThat(BUNDLED.find(CommonError.CONFLICT, "parameter.version", Locale.GERMAN)).isNull();
	}

	@Test
	void entryHasNoOtherParts() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> BUNDLED.find(CommonError.CONFLICT, "status", Locale.GERMAN))
			.withMessage("An entry has no status");
	}

	@Test
	void englishIsWhatTheDefinitionSays() {
		assertThat(BUNDLED.find(CommonError.CONFLICT, "message", Locale.ENGLISH)).isNull();
	}

	@Test
	void translationOfTheApplicationComesFirst() {
		assertThat(OWN.find(CommonError.CONFLICT, "message", Locale.GERMAN))
			.isEqualTo(new Text("own faultbook.conflict.message", Locale.ITALIAN));
		assertThat(OWN.violation("required", Map.of(), Locale.GERMAN)).isEqualTo("own faultbook.violation.required");
		assertThat(OWN.omitted(1, 2, Locale.GERMAN)).isEqualTo("own faultbook.violations.omitted");
	}

	@Test
	void entryThatIsNotBuiltInHasNoBundledText() {
		ErrorCode reworded = new Reworded();
		assertThat(BUNDLED.find(reworded, "message", Locale.GERMAN)).isNull();
		assertThat(new ErrorTexts((key, locale) -> null).find(reworded, "message", Locale.GERMAN)).isNull();
		assertThat(OWN.find(reworded, "message", Locale.GERMAN))
			.isEqualTo(new Text("own faultbook.conflict.message", Locale.ITALIAN));
	}

	@ParameterizedTest
	@CsvSource({ "en, is required", "de, ist erforderlich", "fr-CA, est obligatoire", "es, es obligatorio",
			"pt-BR, é obrigatório", "ja, is required" })
	void violationIsSaidInTheLanguage(String language, String text) {
		assertThat(BUNDLED.violation("required", Map.of(), Locale.forLanguageTag(language))).isEqualTo(text);
	}

	@Test
	void violationTakesArguments() {
		ErrorTexts texts = new ErrorTexts((key, locale) -> new Text("is not one of {values}", null));
		assertThat(texts.violation("choice", Map.of("values", "EUR, GBP"), Locale.GERMAN))
			.isEqualTo("is not one of EUR, GBP");
	}

	@Test
	void violationIsSaidEvenIfTheTranslationsOfTheApplicationFail() {
		ErrorTexts texts = new ErrorTexts((key, locale) -> {
			throw new IllegalStateException(key);
		});
		assertThat(texts.violation("required", Map.of(), Locale.GERMAN)).isEqualTo("ist erforderlich");
	}

	@Test
	void violationThatNobodyKnowsIsAMistake() {
		assertThatIllegalArgumentException().isThrownBy(() -> BUNDLED.violation("requird", Map.of(), Locale.GERMAN))
			.withMessage("No text for faultbook.violation.requird");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "en | The first 100 of 1,000 are listed.", "de | Die ersten 100 von 1.000 sind aufgeführt.",
					"fr | Erreurs indiquées\u00a0: 100 sur 1\u202f000.", "es | Errores mostrados: 100 de 1.000.",
					"pt | Erros mostrados: 100 de 1.000.", "hi | The first 100 of 1,000 are listed." })
	void numbersAreWrittenInTheLanguageOfTheSentence(String language, String sentence) {
		assertThat(BUNDLED.omitted(100, 1000, Locale.forLanguageTag(language))).isEqualTo(sentence);
	}

	@Test
	void numbersOfASentenceInAnUnknownLanguageAreWrittenInEnglish() {
		ErrorTexts texts = new ErrorTexts((key, locale) -> new Text("{listed}/{found}", null));
		assertThat(texts.omitted(100, 1000, Locale.GERMAN)).isEqualTo("100/1,000");
	}

	/**
	 * An entry in place of a built-in one.
	 */
	private static final class Reworded implements ErrorCode {

		@Override
		public String code() {
			return "conflict";
		}

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(409, "Somebody was faster.");
		}

	}

}
