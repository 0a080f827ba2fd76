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

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SupportedLocales}.
 */
class SupportedLocalesTests {

	private static final SupportedLocales LOCALES = new SupportedLocales(
			Stream.of("de", "pt-BR", "zh-Hant-TW", "ca-ES-valencia").map(Locale::forLanguageTag).toList(),
			Locale.ENGLISH);

	@Test
	void localesAreThoseGivenAndTheirLanguages() {
		assertThat(LOCALES.all()).extracting(Locale::toLanguageTag)
			.containsExactlyInAnyOrder("de", "pt-BR", "pt", "zh-Hant-TW", "zh", "ca-ES-valencia", "ca", "en");
	}

	@ParameterizedTest
	@CsvSource({ "de, de", "de-AT, de", "de-Latn-AT-x-wien, de", "pt-BR, pt-BR", "pt-PT, pt", "zh-Hant-TW, zh-Hant-TW",
			"zh-Hant-HK, zh", "ca-ES-valencia, ca-ES-valencia", "ca-ES, ca", "it,", "zxx,", "und," })
	void localeBecomesTheNearestOne(String tag, @Nullable String nearest) {
		assertThat(tagOf(LOCALES.find(Locale.forLanguageTag(tag)))).isEqualTo(nearest);
		assertThat(find(tag)).isEqualTo(nearest);
	}

	@Test
	void localeThatIsNotWellFormedBecomesTheNearestOne() {
		assertThat(LOCALES.find(new Locale("DE", "AT-x-'", "..;"))).isEqualTo(Locale.GERMAN);
		assertThat(LOCALES.find(new Locale("", "DE"))).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "it, de | de", "it;q=0.9, de;q=0.1 | de", "en;q=0.5, de-AT;q=0.9 | de", "en, de | en",
					"de;q=0, en;q=0.001 | en", "de;q=0.000, it |", "* |", "DE | de", " de ; q=0.5 , en ; Q=0.6 | en",
					"de;q=2, en;q=0.1 | en", "de;q=x, en;q=0.1 | en", "de;level=1, en;q=0.1 | en", "de;q=1.000 | de",
					"de;q=0.5;x=y, en;q=0.4 | de", ", ,, de | de", ";q=1 |", "- |", "-de |", "d |" })
	void languageOfAHeaderIsTheOneWithTheGreatestWeight(String header, @Nullable String language) {
		assertThat(find(header)).isEqualTo(language);
	}

	@Test
	void headerMayHaveSeveralLines() {
		assertThat(find("it", "de;q=0.5, en;q=0.7")).isEqualTo("en");
		assertThat(find()).isNull();
	}

	@Test
	void rangesBeyondTheFirstFiftyDoNotCount() {
		String others = IntStream.range(0, 49).mapToObj((i) -> "xx-" + i + ",").collect(Collectors.joining());
		assertThat(find(others + "de")).isEqualTo("de");
		assertThat(find(others + "xx,de")).isNull();
		assertThat(find(others + "xx", "de")).isNull();
	}

	@Test
	void tagThatIsVeryLongCountsAsItsBeginning() {
		String variants = "-abcdefgh".repeat(900);
		assertThat(find("de-AT" + variants)).isEqualTo("de");
		assertThat(LOCALES.find(Locale.forLanguageTag("de-AT" + variants))).isEqualTo(Locale.GERMAN);
		assertThat(find("d".repeat(8000))).isNull();
	}

	private static @Nullable String find(String... lines) {
		return tagOf(LOCALES.find(Collections.enumeration(List.of(lines))));
	}

	private static @Nullable String tagOf(@Nullable Locale locale) {
		return (locale != null) ? locale.toLanguageTag() : null;
	}

}
