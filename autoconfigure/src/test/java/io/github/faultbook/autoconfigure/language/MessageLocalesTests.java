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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

import io.github.faultbook.pipeline.ErrorMessages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.MessageSource;
import org.springframework.context.support.DelegatingMessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MessageLocales}.
 */
class MessageLocalesTests {

	private static final String[] BUILT_IN = { "en", "de", "fr", "es", "pt" };

	@TempDir
	private Path directory;

	@Test
	void applicationWithoutMessagesHasTheBuiltInLanguages() {
		assertThat(find(ErrorMessages.NONE, new DelegatingMessageSource())).containsExactlyInAnyOrder(BUILT_IN);
	}

	@Test
	void filesOfABundleTellItsLocales() throws IOException {
		for (String name : List.of("texts.properties", "texts_it.properties", "texts_zh_Hant_TW.properties",
				"texts_nl_BE.xml", "textsbook_ja.properties", "other_ko.properties")) {
			Files.createFile(this.directory.resolve(name));
		}
		ReloadableResourceBundleMessageSource source = new ReloadableResourceBundleMessageSource();
		source.setBasename(this.directory.toUri() + "texts");
		assertThat(find(new MessageSourceMessages(source), source)).contains(BUILT_IN)
			.contains("it", "zh-Hant-TW", "nl-BE")
			.hasSize(10);
	}

	@Test
	void filesOnTheClassPathTellTheirLocales() {
		ResourceBundleMessageSource source = new ResourceBundleMessageSource();
		source.setBasename("org.springframework.security.messages");
		assertThat(find(new MessageSourceMessages(source), source)).contains(BUILT_IN).contains("it", "zh-CN", "uk-UA");
		ReloadableResourceBundleMessageSource reloadable = new ReloadableResourceBundleMessageSource();
		reloadable.setBasename("classpath:languages/messages");
		reloadable.setParentMessageSource(source);
		assertThat(find(new MessageSourceMessages(reloadable), reloadable)).contains("it");
	}

	@Test
	void filesAreReadBeforeTheFirstError() {
		Set<Locale> read = new HashSet<>();
		ResourceBundleMessageSource source = new ResourceBundleMessageSource() {

			@Override
			protected @Nullable ResourceBundle getResourceBundle(String basename, Locale locale) {
				read.add(locale);
				return super.getResourceBundle(basename, locale);
			}

		};
		source.setBasename("languages/messages");
		List<String> found = find(new MessageSourceMessages(source), source);
		assertThat(read).extracting(Locale::toLanguageTag).containsExactlyInAnyOrderElementsOf(found);
	}

	@Test
	void sourceThatFailsDoesNotPreventTheStart() {
		ResourceBundleMessageSource source = new ResourceBundleMessageSource() {

			@Override
			protected @Nullable ResourceBundle getResourceBundle(String basename, Locale locale) {
				throw new IllegalArgumentException("Malformed \\uxxxx encoding.");
			}

		};
		source.setBasename("languages/messages");
		assertThat(find(new MessageSourceMessages(source), source)).contains(BUILT_IN);
	}

	@Test
	void sourceThatDoesNotTellHasTheLocalesOfTheVirtualMachine() {
		assertThat(find(new MessageSourceMessages(new StaticMessageSource()), new StaticMessageSource()))
			.contains("ja", "pt-BR", "de-AT", "sr-Latn-RS")
			.noneMatch((tag) -> tag.contains("-x-") || tag.contains("-u-"));
	}

	@Test
	void translationsThatDoNotTellHaveTheLocalesOfTheVirtualMachine() {
		assertThat(find((key, locale) -> null, new DelegatingMessageSource())).contains("ja");
	}

	@Test
	void localesThatAreConfiguredAreAllThatThereAre() {
		assertThat(find(List.of(Locale.JAPAN), null, (key, locale) -> null).all()).extracting(Locale::toLanguageTag)
			.contains(BUILT_IN)
			.contains("ja-JP", "ja")
			.hasSize(7);
	}

	@Test
	void presetLocaleIsForThoseWhoAcceptNoOther() {
		assertThat(find(List.of(), Locale.ITALY, ErrorMessages.NONE).fallback()).isEqualTo(Locale.ITALY);
		assertThat(find(List.of(), null, ErrorMessages.NONE).fallback()).isEqualTo(Locale.ENGLISH);
	}

	private static SupportedLocales find(List<Locale> configured, @Nullable Locale preset, ErrorMessages messages) {
		return new MessageLocales(new PathMatchingResourcePatternResolver()).find(configured, preset, messages,
				new DelegatingMessageSource());
	}

	private static List<String> find(ErrorMessages messages, MessageSource source) {
		return new MessageLocales(new PathMatchingResourcePatternResolver()).find(List.of(), null, messages, source)
			.all()
			.stream()
			.map(Locale::toLanguageTag)
			.toList();
	}

}
