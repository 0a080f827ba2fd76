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

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The messages of failures in the language of the request, and in those that formats ask
 * for beside it.
 */
final class MessageTranslations {

	private final ViolationMessages messages;

	private final @Nullable ConstraintMessages constraints;

	private final Set<Locale> languages;

	/**
	 * Create the translations.
	 * @param messages the messages in all languages
	 * @param constraints the messages of constraints, or {@code null} if they cannot be
	 * rendered in another language
	 * @param languages the languages
	 */
	MessageTranslations(ViolationMessages messages, @Nullable ConstraintMessages constraints, Set<Locale> languages) {
		this.messages = messages;
		this.constraints = constraints;
		this.languages = languages;
	}

	/**
	 * Return the message of a failure in each language.
	 * @param failure the failure
	 * @return the messages by language
	 */
	Map<Locale, String> of(InputFailure failure) {
		if (this.languages.isEmpty()) {
			return Map.of();
		}
		Map<Locale, String> translations = new HashMap<>();
		for (Locale language : this.languages) {
			translations.put(language, translate(failure, language));
		}
		return translations;
	}

	/**
	 * Return the message of a failure in the language of the request. Validators take the
	 * language from the thread, which knows none outside of the handlers of Spring MVC.
	 * @param failure the failure
	 * @param language the language of the request
	 * @return the message as it was rendered, or in the language if the thread has none
	 */
	String messageFor(InputFailure failure, Locale language) {
		return (LocaleContextHolder.getLocaleContext() != null) ? this.messages.messageFor(failure, language)
				: translate(failure, language);
	}

	private String translate(InputFailure failure, Locale language) {
		ConstraintViolation<?> constraint = failure.constraint();
		if (constraint == null || this.constraints == null) {
			return this.messages.messageFor(failure, language);
		}
		return this.messages.messageFor(failure, this.constraints.messageOf(constraint, language), language);
	}

}
