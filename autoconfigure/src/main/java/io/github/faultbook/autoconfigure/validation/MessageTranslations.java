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

/**
 * The messages of failures in the languages that formats ask for beside the language of
 * the request.
 */
final class MessageTranslations {

	private final ViolationMessages messages;

	private final @Nullable ConstraintMessages constraints;

	private final Set<Locale> languages;

	/**
	 * Create the translations.
	 * @param messages the messages in all languages
	 * @param constraints the messages of constraints, or {@code null} if there are no
	 * constraints
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
		ConstraintViolation<?> constraint = failure.constraint();
		Map<Locale, String> translations = new HashMap<>();
		for (Locale language : this.languages) {
			String rendered = (constraint != null && this.constraints != null)
					? this.constraints.messageOf(constraint, language) : null;
			translations.put(language, this.messages.messageFor(failure, rendered, language));
		}
		return translations;
	}

}
