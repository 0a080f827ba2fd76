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

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import io.github.faultbook.pipeline.ErrorMessages;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

/**
 * Finds translations in a {@link MessageSource}. The source does not tell the language of
 * a text, so it is inferred: a text was written for the requested language if it differs
 * from the default text and from the text for a language that does not exist. Otherwise,
 * the language is unknown.
 */
final class MessageSourceMessages implements ErrorMessages {

	/**
	 * The tag for no language at all (ISO 639-2).
	 */
	private static final Locale NO_LANGUAGE = Locale.forLanguageTag("zxx");

	private static final ResourceBundle.Control CONTROL = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	private final MessageSource source;

	/**
	 * Create an instance.
	 * @param source the source of the translations
	 */
	MessageSourceMessages(MessageSource source) {
		this.source = source;
	}

	@Override
	public @Nullable Text find(String key, Locale locale) {
		String text = text(key, locale);
		return (text != null) ? new Text(text, languageOf(text, key, locale)) : null;
	}

	private @Nullable String text(String key, Locale locale) {
		String text = this.source.getMessage(key, null, null, locale);
		return key.equals(text) ? null : text;
	}

	private @Nullable Locale languageOf(String text, String key, Locale locale) {
		return (text.equals(text(key, Locale.ROOT)) || isForeign(text, key, locale)) ? null
				: mostGeneral(text, key, locale);
	}

	/**
	 * Return whether a text may be in the language that the source tries before its
	 * default texts. By default, this is the language of the virtual machine.
	 * @param text the text, not the default one
	 * @param key its key
	 * @param locale the requested language
	 * @return whether a language that does not exist has the same text
	 */
	private boolean isForeign(String text, String key, Locale locale) {
		return !locale.getLanguage().equals(Locale.getDefault().getLanguage()) && text.equals(text(key, NO_LANGUAGE));
	}

	/**
	 * Return the language without the country if the text is for all of its countries.
	 * @param text the text
	 * @param key its key
	 * @param locale the language asked for
	 * @return the most general locale that has the text, or {@code null} if the locale
	 * has no language
	 */
	private @Nullable Locale mostGeneral(String text, String key, Locale locale) {
		List<Locale> candidates = CONTROL.getCandidateLocales("", locale);
		for (int i = candidates.size() - 1; i >= 0; i--) {
			Locale candidate = candidates.get(i);
			if (!candidate.getLanguage().isEmpty() && (candidate.equals(locale) || text.equals(text(key, candidate)))) {
				return candidate;
			}
		}
		return null;
	}

}
