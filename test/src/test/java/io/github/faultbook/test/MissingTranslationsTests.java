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

package io.github.faultbook.test;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorMessages.Text;
import io.github.faultbook.pipeline.ErrorTexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MissingTranslations}.
 */
class MissingTranslationsTests {

	private static final ErrorCatalog CATALOG = ErrorCatalog.of(List.of(
			new Entry("invoice_not_found",
					ErrorDefinition.of(404, "There is no invoice {id}.")
						.parameter("id", String.class, "The number of the invoice.")
						.parameter("year", Integer.class, "")
						.cause("It was never written.")
						.solution("Check the number.")),
			new Entry("ledger_broken",
					ErrorDefinition.of(500, "The ledger is broken.")
						.parameter("page", Integer.class, "The page.")
						.cause("A bug.")
						.solution("Fix it.")
						.internalOnly())));

	@Test
	void builtInEntriesAreTranslated() {
		assertThat(MissingTranslations.of(ErrorCatalog.of(List.of()), ErrorMessages.NONE, ErrorTexts.languages()))
			.isEmpty();
	}

	@Test
	void textsWithoutTranslationAreMissing() {
		assertThat(MissingTranslations.of(CATALOG,
				german(Map.of("faultbook.invoice_not_found.title", "Keine Rechnung",
						"faultbook.invoice_not_found.message", "Es gibt keine Rechnung {id}.")),
				List.of(Locale.GERMAN)))
			.containsExactly("de: faultbook.invoice_not_found.cause", "de: faultbook.invoice_not_found.solution",
					"de: faultbook.invoice_not_found.parameter.id", "de: faultbook.ledger_broken.title",
					"de: faultbook.ledger_broken.message");
	}

	@Test
	void textInAnotherLanguageIsMissing() {
		assertThat(MissingTranslations.of(CATALOG, (key, locale) -> new Text("Texte", Locale.FRENCH),
				List.of(Locale.GERMAN, Locale.CANADA_FRENCH)))
			.contains("de: faultbook.invoice_not_found.message", "de: faultbook.conflict.message",
					"de: faultbook.violation.required")
			.noneMatch((missing) -> missing.startsWith("fr"));
	}

	@Test
	void textInAnUnknownLanguageIsMissing() {
		assertThat(MissingTranslations.of(CATALOG, (key, locale) -> new Text("Text", null), List.of(Locale.GERMAN)))
			.contains("de: faultbook.invoice_not_found.message", "de: faultbook.violations.omitted");
	}

	@Test
	void languageThatIsNotSpokenNeedsTheBuiltInTextsToo() {
		assertThat(MissingTranslations.of(ErrorCatalog.of(List.of()), ErrorMessages.NONE, List.of(Locale.ITALIAN)))
			.hasSize(CommonError.values().length * 4 + ErrorTexts.sharedKeys().size())
			.startsWith("it: faultbook.invalid_request.title", "it: faultbook.invalid_request.message",
					"it: faultbook.invalid_request.cause", "it: faultbook.invalid_request.solution")
			.contains("it: faultbook.violation.required");
	}

	private static ErrorMessages german(Map<String, String> texts) {
		return new ErrorMessages() {

			@Override
			public @Nullable Text find(String key, Locale locale) {
				String text = texts.get(key);
				return (text != null) ? new Text(text, Locale.GERMAN) : null;
			}

		};
	}

	private record Entry(String code, ErrorDefinition definition) implements ErrorCode {

	}

}
