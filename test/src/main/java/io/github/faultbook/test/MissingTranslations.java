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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorMessages.Text;
import io.github.faultbook.pipeline.ErrorTexts;
import org.jspecify.annotations.Nullable;

/**
 * Finds the texts of an application that are not translated into a language. A test of
 * the application can verify that there are none:
 *
 * <pre class="code">
 * assertThat(MissingTranslations.of(catalog, messages, List.of(Locale.GERMAN))).isEmpty();
 * </pre>
 */
public final class MissingTranslations {

	private MissingTranslations() {
	}

	/**
	 * Return the texts that are not translated. A text that is the same in two languages
	 * counts as missing, too, unless its language is {@linkplain Text#language() known}.
	 * @param catalog the entries. Each needs a title and a message. Published entries
	 * also need the cause, the solution and the descriptions of parameters that they
	 * have.
	 * @param messages the application's translations
	 * @param locales the languages, without the language of the definitions
	 * @return each language and key, such as
	 * {@code de: faultbook.invoice_not_found.message}, empty if nothing is missing
	 */
	public static List<String> of(ErrorCatalog catalog, ErrorMessages messages, Collection<Locale> locales) {
		List<String> missing = new ArrayList<>();
		ErrorTexts texts = new ErrorTexts(messages);
		for (Locale locale : locales) {
			for (ErrorCode entry : catalog.entries()) {
				for (String part : partsOf(entry)) {
					if (!isSpoken(entry, locale) && !isIn(locale, texts.find(entry, part, locale))) {
						missing.add(describe(locale, "faultbook." + entry.declared().code() + "." + part));
					}
				}
			}
			for (String key : ErrorTexts.sharedKeys()) {
				if (!isIn(locale, texts.find(key, locale))) {
					missing.add(describe(locale, key));
				}
			}
		}
		return missing;
	}

	private static List<String> partsOf(ErrorCode entry) {
		ErrorDefinition definition = entry.definition();
		List<String> parts = new ArrayList<>(List.of("title", "message"));
		if (definition.internal()) {
			return parts;
		}
		if (!definition.cause().isEmpty()) {
			parts.add("cause");
		}
		if (!definition.solution().isEmpty()) {
			parts.add("solution");
		}
		for (ErrorDefinition.Parameter parameter : definition.parameters()) {
			if (!parameter.description().isEmpty()) {
				parts.add("parameter." + parameter.name());
			}
		}
		return parts;
	}

	private static boolean isSpoken(ErrorCode entry, Locale locale) {
		return entry.declared() instanceof CommonError && isSame(locale, Locale.ENGLISH);
	}

	private static boolean isIn(Locale locale, @Nullable Text text) {
		return text != null && text.language() != null && isSame(locale, text.language());
	}

	private static boolean isSame(Locale first, Locale second) {
		return first.getLanguage().equals(second.getLanguage());
	}

	private static String describe(Locale locale, String key) {
		return locale.toLanguageTag() + ": " + key;
	}

}
