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

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.faultbook.ApiError;
import io.github.faultbook.MessageTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the title and the message of an entry with their translations. A title or
 * message that an error brings itself is not replaced.
 */
final class Localization {

	private static final String CONTENT_LANGUAGE = "Content-Language";

	private final ErrorTexts texts;

	Localization(ErrorTexts texts) {
		this.texts = texts;
	}

	/**
	 * Translate an error.
	 * @param error the error
	 * @param locale the requested language
	 * @param others the further languages of the format
	 * @return the error in that language as far as there are translations, with the
	 * language of its message as a header if that is known
	 */
	ApiError localize(ApiError error, Locale locale, Set<Locale> others) {
		ErrorMessages.Text title = title(error, locale);
		ErrorMessages.Text message = message(error, locale);
		if (title == null && message == null && others.isEmpty()) {
			return error;
		}
		ApiError.Builder localized = error.toBuilder();
		if (!others.isEmpty()) {
			localized.translations(translations(error, others));
		}
		if (title != null) {
			localized.renderedTitle(title.text());
		}
		if (message != null) {
			localized.rendered(MessageTemplate.render(message.text(), error.facts()));
			if (message.language() != null && !error.headers().containsKey(CONTENT_LANGUAGE)) {
				localized.header(CONTENT_LANGUAGE, message.language().toLanguageTag());
			}
		}
		return localized.build();
	}

	private Map<Locale, ApiError.Texts> translations(ApiError error, Set<Locale> languages) {
		Map<Locale, ApiError.Texts> translations = new HashMap<>();
		for (Locale language : languages) {
			ErrorMessages.Text title = title(error, language);
			ErrorMessages.Text message = message(error, language);
			translations.put(language, new ApiError.Texts((title != null) ? title.text() : error.title(),
					(message != null) ? MessageTemplate.render(message.text(), error.facts()) : error.message()));
		}
		return translations;
	}

	private ErrorMessages.@Nullable Text title(ApiError error, Locale locale) {
		return error.hasOwnTitle() ? null : this.texts.find(error.errorCode(), "title", locale);
	}

	private ErrorMessages.@Nullable Text message(ApiError error, Locale locale) {
		return error.hasOwnMessage() ? null : this.texts.find(error.errorCode(), "message", locale);
	}

	/**
	 * Remove the language of a message that a customizer replaced.
	 * @param localized the error before the customizers
	 * @param customized the error after all of them
	 * @return the error, without a language that may be wrong
	 */
	ApiError withoutStaleLanguage(ApiError localized, ApiError customized) {
		List<String> language = customized.headers().get(CONTENT_LANGUAGE);
		if (language == null || customized.message().equals(localized.message())
				|| !language.equals(localized.headers().get(CONTENT_LANGUAGE))) {
			return customized;
		}
		Map<String, List<String>> headers = new HashMap<>(customized.headers());
		headers.keySet().removeIf(CONTENT_LANGUAGE::equalsIgnoreCase);
		return customized.toBuilder().headers(headers).build();
	}

}
