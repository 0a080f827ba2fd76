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

import java.util.Collection;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The locales of answers. The set is fixed at start-up and the locale of a request is
 * always one of them, so that clients cannot fill a message source or any other cache by
 * locale. Instances are immutable.
 */
public final class SupportedLocales {

	/**
	 * The maximum number of language ranges that are read.
	 */
	private static final int MAX_RANGES = 50;

	/**
	 * The maximum number of characters of a language tag that are read. No tag with a
	 * language, a script, a region and a variant is longer.
	 */
	private static final int MAX_TAG = 35;

	private final Set<Locale> locales = new HashSet<>();

	private final Map<String, Locale> byTag = new HashMap<>();

	private final Locale fallback;

	/**
	 * Create the set.
	 * @param locales the locales; each of their languages is supported, too
	 * @param fallback the locale for clients that accept none of these
	 */
	public SupportedLocales(Collection<Locale> locales, Locale fallback) {
		this.fallback = fallback;
		locales.forEach(this::add);
		add(fallback);
	}

	private void add(Locale locale) {
		if (locale.getLanguage().isEmpty()) {
			return;
		}
		this.locales.add(locale);
		this.byTag.put(locale.toLanguageTag().toLowerCase(Locale.ROOT), locale);
		this.byTag.computeIfAbsent(locale.getLanguage(), (language) -> {
			Locale general = Locale.forLanguageTag(language);
			this.locales.add(general);
			return general;
		});
	}

	/**
	 * Return all locales.
	 * @return the locales that the other methods return
	 */
	Set<Locale> all() {
		return Set.copyOf(this.locales);
	}

	/**
	 * Return the locale for clients that accept none of the supported ones.
	 * @return one of the locales
	 */
	public Locale fallback() {
		return this.fallback;
	}

	/**
	 * Find the supported locale that is nearest to another one.
	 * @param locale the other one, which may come from a client
	 * @return the same one if it is supported, else a more general one, else {@code null}
	 */
	public @Nullable Locale find(Locale locale) {
		if (this.locales.contains(locale)) {
			return locale;
		}
		String language = locale.getLanguage();
		String script = locale.getScript().isEmpty() ? "" : "-" + locale.getScript();
		String country = locale.getCountry().isEmpty() ? "" : "-" + locale.getCountry();
		return find(language + script + country);
	}

	/**
	 * Find the supported locale that a client prefers (RFC 9110, section 12.5.4). Only
	 * the first ranges count if there are very many.
	 * @param acceptLanguage the values of the header, none if there is no such header
	 * @return the locale with the greatest weight, the first of several, or {@code null}
	 * if the client accepts no supported locale
	 */
	public @Nullable Locale find(Enumeration<String> acceptLanguage) {
		Locale preferred = null;
		int weight = 0;
		int ranges = 0;
		while (acceptLanguage.hasMoreElements()) {
			String line = acceptLanguage.nextElement();
			for (int start = 0; start < line.length() && ranges < MAX_RANGES; ranges++) {
				int end = end(line, ',', start, line.length());
				int parameters = end(line, ';', start, end);
				int candidateWeight = LanguageWeight.read(line, parameters, end);
				Locale candidate = (candidateWeight > weight)
						? find(line.substring(start, Math.min(parameters, start + 2 * MAX_TAG)).strip()) : null;
				if (candidate != null) {
					preferred = candidate;
					weight = candidateWeight;
				}
				start = end + 1;
			}
		}
		return preferred;
	}

	private static int end(String line, char delimiter, int start, int limit) {
		for (int i = start; i < limit; i++) {
			if (line.charAt(i) == delimiter) {
				return i;
			}
		}
		return limit;
	}

	/**
	 * Look up a language tag, then the same tag without its last subtags (RFC 4647,
	 * section 3.4).
	 * @param tag the tag, in any case
	 * @return the locale, or {@code null} if the language is not supported
	 */
	private @Nullable Locale find(String tag) {
		int end = (tag.length() <= MAX_TAG) ? tag.length() : tag.lastIndexOf('-', MAX_TAG);
		String candidate = tag.substring(0, Math.max(end, 0)).toLowerCase(Locale.ROOT);
		while (!candidate.isEmpty()) {
			Locale locale = this.byTag.get(candidate);
			if (locale != null) {
				return locale;
			}
			candidate = candidate.substring(0, Math.max(candidate.lastIndexOf('-'), 0));
		}
		return null;
	}

}
