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

package io.github.faultbook.autoconfigure.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests that ask for languages nobody speaks: the application's message
 * source is asked for a finite set of locales, whichever door the answer leaves by.
 */
@Tag("slow")
@ParameterizedClass
@EnumSource(Server.Container.class)
class HostileLanguageTests {

	private static final List<String> DOORS = List.of("GET /not-found-entity", "GET /typed?number=x", "GET /filter/api",
			"GET /filter/response-status", "GET /a%2fb", "GET /nowhere", "GET /errors", "GET /errors/conflict.json");

	/**
	 * The built-in languages, those of the files, that of the machine, the default, and
	 * no language.
	 */
	private static final Set<String> KNOWN = Set.of("en", "de", "fr", "es", "pt", "und", "zxx", "en-US");

	private static Server server;

	HostileLanguageTests(Server.Container container) {
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		server = new Server(container, "spring.main.sources=" + AskedSource.class.getName(),
				"faultbook.docs.enabled=true", "server.max-http-request-header-size=64KB");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	static Stream<String> headers() {
		String variants = IntStream.range(0, 850)
			.mapToObj((i) -> "-" + Integer.toString(78364164 + i, 36) + "xyz")
			.collect(Collectors.joining());
		String ranges = IntStream.range(0, 4000)
			.mapToObj((i) -> "x" + Integer.toString(i + 36, 36) + "-" + i % 10 + ";q=0." + i % 1000)
			.collect(Collectors.joining(","));
		return Stream.of("en-US" + variants, "de" + variants, "zz" + variants, "tlh", "xx-YY", "de-QQ", "und-x-abc",
				"en-u-ca-buddhist", "de-x-" + "a".repeat(8), ranges, "it, ja, de-CH-1996", "x".repeat(60_000));
	}

	@ParameterizedTest
	@MethodSource("headers")
	void onlyLocalesOfTheApplicationAreAskedFor(String header) {
		AskedSource source = server.application().getBean(AskedSource.class);
		for (String door : DOORS) {
			assertThat(server.send(door, "Accept-Language: " + header).body()).as(door).isNotEmpty();
		}
		assertThat(source.asked).isNotEmpty().isSubsetOf(KNOWN);
		assertThat(source.bundles()).isSubsetOf(KNOWN);
	}

	/**
	 * Notes for which locales it is asked.
	 */
	@Configuration(proxyBeanMethods = false)
	static class AskedSource {

		final Set<String> asked = ConcurrentHashMap.newKeySet();

		@Nullable ResourceBundleMessageSource source;

		@Bean
		ResourceBundleMessageSource messageSource() {
			this.source = new ResourceBundleMessageSource() {

				@Override
				protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
					AskedSource.this.asked.add(locale.toLanguageTag());
					return super.resolveCodeWithoutArguments(code, locale);
				}

			};
			this.source.setBasename("languages/messages");
			this.source.setDefaultEncoding("UTF-8");
			return this.source;
		}

		@SuppressWarnings("unchecked")
		Set<String> bundles() {
			Map<String, Map<Locale, ?>> cached = (Map<String, Map<Locale, ?>>) ReflectionTestUtils.getField(this.source,
					"cachedResourceBundles");
			return cached.values()
				.stream()
				.flatMap((locales) -> locales.keySet().stream())
				.map(Locale::toLanguageTag)
				.collect(Collectors.toSet());
		}

	}

}
