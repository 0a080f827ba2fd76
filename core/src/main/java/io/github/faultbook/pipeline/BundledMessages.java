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

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The built-in texts in every supported language. The files are read once. The English
 * file does not contain the texts of the built-in entries, which are in their
 * definitions.
 */
final class BundledMessages implements ErrorMessages {

	/**
	 * The languages. English comes first and is used for all unsupported languages.
	 */
	static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH,
			Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

	/**
	 * The key of the note that not all violations are listed.
	 */
	static final String OMITTED = "faultbook.violations.omitted";

	static final BundledMessages INSTANCE = new BundledMessages();

	private final Map<String, Map<String, Text>> texts = new LinkedHashMap<>();

	private BundledMessages() {
		LANGUAGES.forEach((language) -> this.texts.put(language.getLanguage(), load(language)));
	}

	private static Map<String, Text> load(Locale language) {
		String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
		String name = "/io/github/faultbook/messages" + suffix + ".properties";
		Properties properties = new Properties();
		try (InputStreamReader reader = new InputStreamReader(
				Objects.requireNonNull(BundledMessages.class.getResourceAsStream(name), name),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, Text> texts = new LinkedHashMap<>();
		properties.stringPropertyNames()
			.forEach((key) -> texts.put(key, new Text(properties.getProperty(key), language)));
		return texts;
	}

	/**
	 * Return the keys of the texts that belong to no entry of the catalog.
	 * @return the keys in alphabetical order
	 */
	Set<String> sharedKeys() {
		return new TreeSet<>(this.texts.get(Locale.ENGLISH.getLanguage()).keySet());
	}

	@Override
	public @Nullable Text find(String key, Locale locale) {
		Map<String, Text> spoken = this.texts.get(locale.getLanguage());
		Text text = (spoken != null) ? spoken.get(key) : null;
		return (text != null) ? text : this.texts.get(Locale.ENGLISH.getLanguage()).get(key);
	}

}
