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

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Callback to find a text in the language of a client.
 */
@FunctionalInterface
public interface ErrorMessages {

	/**
	 * No translations.
	 */
	ErrorMessages NONE = (key, locale) -> null;

	/**
	 * Find a text.
	 * @param key the key, such as {@code faultbook.invoice_not_found.message}
	 * @param locale the requested language
	 * @return the text, or {@code null} if there is none
	 */
	@Nullable Text find(String key, Locale locale);

	/**
	 * A text and its language.
	 *
	 * @param text the text, in which <code>{name}</code> stands for a fact
	 * @param language the language of the text, which may differ from the requested one,
	 * or {@code null} if unknown
	 */
	record Text(String text, @Nullable Locale language) {

	}

}
