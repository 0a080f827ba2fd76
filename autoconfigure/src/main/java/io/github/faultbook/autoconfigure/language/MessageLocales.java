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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorTexts;
import org.jspecify.annotations.Nullable;

import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.context.support.DelegatingMessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * Finds the locales for which an application has texts, by the names of the files that
 * its {@link MessageSource} reads.
 */
final class MessageLocales {

	/**
	 * A key that is in no file, so that all files are read.
	 */
	private static final String UNKNOWN_KEY = "faultbook";

	private final ResourcePatternResolver resources;

	/**
	 * Create a finder.
	 * @param resources finds the files
	 */
	MessageLocales(ResourcePatternResolver resources) {
		this.resources = resources;
	}

	/**
	 * Find the locales that an application supports.
	 * @param configured the locales that the application names, which are all it has
	 * texts for, or an empty list to look for its texts
	 * @param preset the locale for clients that accept none of the others, or
	 * {@code null} for English
	 * @param messages the translations
	 * @param source the source of messages
	 * @return these locales and the locales of the built-in texts; every locale of the
	 * JDK if the locales of the application's texts cannot be determined
	 */
	SupportedLocales find(List<Locale> configured, @Nullable Locale preset, ErrorMessages messages,
			MessageSource source) {
		Set<Locale> locales = new HashSet<>(ErrorTexts.languages());
		locales.addAll(configured);
		if (configured.isEmpty()) {
			boolean own = messages != ErrorMessages.NONE && !(messages instanceof MessageSourceMessages);
			if (own || !addLocales(source, locales)) {
				Arrays.stream(Locale.getAvailableLocales()).filter(MessageLocales::isPlain).forEach(locales::add);
			}
		}
		if (source instanceof AbstractResourceBasedMessageSource) {
			locales.forEach((locale) -> load(source, locale));
		}
		return new SupportedLocales(locales, (preset != null) ? preset : Locale.ENGLISH);
	}

	/**
	 * Let a source read its files for a locale. It would read them for the first error
	 * otherwise, which blocks the event loop in a reactive application.
	 * @param source the source
	 * @param locale the locale
	 */
	private static void load(MessageSource source, Locale locale) {
		try {
			source.getMessage(UNKNOWN_KEY, null, null, locale);
		}
		catch (RuntimeException ex) {
			// The failure is reported with the first error that needs a text
		}
	}

	private static boolean isPlain(Locale locale) {
		return !locale.getLanguage().isEmpty() && locale.getVariant().isEmpty() && !locale.hasExtensions();
	}

	/**
	 * Add the locales of the files that a source reads.
	 * @param source the source
	 * @param locales where to add the locales
	 * @return {@code false} if the source, or one of its parents, does not read files
	 */
	private boolean addLocales(MessageSource source, Set<Locale> locales) {
		for (MessageSource current = source; current != null;) {
			if (current instanceof AbstractResourceBasedMessageSource files) {
				boolean bundles = current instanceof ResourceBundleMessageSource;
				files.getBasenameSet().forEach((basename) -> locales.addAll(localesOf(basename, bundles)));
			}
			else if (!(current instanceof DelegatingMessageSource)) {
				return false;
			}
			current = ((HierarchicalMessageSource) current).getParentMessageSource();
		}
		return true;
	}

	private List<Locale> localesOf(String basename, boolean bundle) {
		String location = basename;
		if (bundle) {
			location = "classpath*:" + basename.replace('.', '/');
		}
		else if (basename.startsWith("classpath:")) {
			location = "classpath*:" + basename.substring("classpath:".length());
		}
		String prefix = StringUtils.getFilename(location.substring(location.indexOf(':') + 1)) + "_";
		List<Locale> locales = new ArrayList<>();
		try {
			for (Resource resource : this.resources.getResources(location + "_*.*")) {
				String name = resource.getFilename();
				if (name != null && name.startsWith(prefix)) {
					String suffix = name.substring(prefix.length(), name.indexOf('.', prefix.length()));
					locales.add(Locale.forLanguageTag(suffix.replace('_', '-')));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot look for " + location + "_*.*", ex);
		}
		return locales;
	}

}
