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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.faultbook.CommonError;
import io.github.faultbook.MessageTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BundledMessages}: every language says everything.
 */
class BundledMessagesTests {

	private static final Map<String, String> ENGLISH = read("");

	/**
	 * Read a bundle, which may have no key twice.
	 * @param suffix what the name of the file ends with
	 * @return the texts by key
	 */
	private static Map<String, String> read(String suffix) {
		String name = "/io/github/faultbook/messages" + suffix + ".properties";
		try (InputStream bundle = Objects.requireNonNull(BundledMessages.class.getResourceAsStream(name), name)) {
			Map<String, String> texts = new TreeMap<>();
			new String(bundle.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
				.map((line) -> line.split("=", 2))
				.forEach((entry) -> assertThat(texts.put(entry[0], entry[1])).as(entry[0]).isNull());
			return texts;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> english() {
		Map<String, String> texts = new TreeMap<>(ENGLISH);
		for (CommonError error : CommonError.values()) {
			texts.put("faultbook." + error.code() + ".title", "");
			texts.put("faultbook." + error.code() + ".message", error.definition().message());
			texts.put("faultbook." + error.code() + ".cause", error.definition().cause());
			texts.put("faultbook." + error.code() + ".solution", error.definition().solution());
		}
		return texts;
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "fr", "es", "pt" })
	void languageHasEveryTextAndNoOther(String language) {
		assertThat(read("_" + language)).containsOnlyKeys(english().keySet());
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "fr", "es", "pt" })
	void textHasTheParametersOfTheEnglishOne(String language) {
		Map<String, String> english = english();
		assertThat(read("_" + language)).allSatisfy((key, text) -> assertThat(MessageTemplate.parameters(text)).as(key)
			.hasSameElementsAs(MessageTemplate.parameters(english.get(key))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "_de", "_fr", "_es", "_pt" })
	void textsAreTidy(String suffix) {
		assertThat(read(suffix)).allSatisfy((key, text) -> {
			assertThat(text).as(key).isNotEmpty().isEqualTo(text.strip()).doesNotContain("\\", "  ", "'", "\uFFFD");
			if (key.startsWith("faultbook.docs.")) {
				return;
			}
			boolean sentence = key.endsWith(".message") || key.endsWith(".cause") || key.endsWith(".solution")
					|| key.endsWith(".omitted");
			assertThat(text.endsWith(".")).as(key).isEqualTo(sentence);
			assertThat(Character.isUpperCase(text.charAt(0))).as(key).isEqualTo(!key.contains(".violation."));
		});
	}

	@Test
	void definitionsAreNotRepeatedInEnglish() {
		assertThat(ENGLISH.keySet())
			.allMatch((key) -> key.startsWith("faultbook.violation") || key.startsWith("faultbook.docs."));
	}

	@ParameterizedTest
	@EnumSource
	void languagesSayDifferentThings(CommonError error) {
		assertThat(Stream.of("de", "fr", "es", "pt")
			.map((language) -> BundledMessages.INSTANCE.find("faultbook." + error.code() + ".message",
					Locale.forLanguageTag(language)))
			.map(Objects::requireNonNull)
			.map(ErrorMessages.Text::text)).doesNotHaveDuplicates().doesNotContain(error.definition().message());
	}

	@ParameterizedTest
	@ValueSource(strings = { "pt-BR", "de-AT", "fr-CA-x-quebec", "es-419" })
	void countriesShareALanguage(String tag) {
		Locale locale = Locale.forLanguageTag(tag);
		Locale language = Locale.forLanguageTag(locale.getLanguage());
		ErrorMessages.Text text = BundledMessages.INSTANCE.find("faultbook.conflict.message", locale);
		assertThat(text).isNotNull().isEqualTo(BundledMessages.INSTANCE.find("faultbook.conflict.message", language));
		assertThat(text.language()).isEqualTo(language);
	}

	@Test
	void languageThatIsNotSpokenIsAnsweredInEnglish() {
		assertThat(BundledMessages.INSTANCE.find("faultbook.violation.required", Locale.JAPANESE))
			.isEqualTo(new ErrorMessages.Text("is required", Locale.ENGLISH));
		assertThat(BundledMessages.INSTANCE.find("faultbook.conflict.message", Locale.JAPANESE)).isNull();
	}

	@Test
	void keysThatBelongToNoEntryAreKnown() {
		Set<String> keys = new TreeSet<>(ENGLISH.keySet());
		assertThat(BundledMessages.INSTANCE.sharedKeys()).isEqualTo(keys).contains(BundledMessages.OMITTED);
		assertThat(List.of("choice", "format", "invalid", "required", "unknown"))
			.allSatisfy((name) -> assertThat(keys).contains("faultbook.violation." + name));
	}

}
