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

package io.github.faultbook.autoconfigure.docs;

import java.util.Enumeration;
import java.util.Locale;

import io.github.faultbook.autoconfigure.language.SupportedLocales;
import io.github.faultbook.documentation.ErrorDocumentation;
import org.jspecify.annotations.Nullable;

/**
 * Determines the language of a page.
 */
final class RequestLanguage {

	private static final SupportedLocales PAGES = new SupportedLocales(ErrorDocumentation.languages(), Locale.ENGLISH);

	private RequestLanguage() {
	}

	/**
	 * Return the language that was chosen on a page.
	 * @param tag the language tag in the query, or {@code null} if there is none
	 * @return the language, or {@code null} if no supported language was chosen
	 */
	static @Nullable Locale chosen(@Nullable String tag) {
		return ErrorDocumentation.languages()
			.stream()
			.filter((language) -> language.toLanguageTag().equals(tag))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the language that the browser prefers (RFC 9110, section 12.5.4).
	 * @param ranges the values of {@code Accept-Language}
	 * @return the language, English if none of the languages is supported
	 */
	static Locale preferred(Enumeration<String> ranges) {
		Locale accepted = PAGES.find(ranges);
		return (accepted != null) ? accepted : PAGES.fallback();
	}

}
