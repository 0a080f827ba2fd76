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

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the languages of answers: whole bodies, whichever door they leave by.
 */
@ParameterizedClass
@EnumSource(Server.Container.class)
class LanguageTests {

	private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt");

	/**
	 * Requests that fail in a controller, in a filter and in the container.
	 */
	private static final List<String> DOORS = List.of("GET /not-found-entity HTTP/1.1\r\nHost: localhost\r\n",
			"GET /filter/api HTTP/1.1\r\nHost: localhost\r\n", "GET /a%2fb HTTP/1.1\r\nHost: localhost\r\n");

	private static final AnswerCheck ANSWERS = new AnswerCheck("problem-details");

	private static Server server;

	private final Server.Container container;

	LanguageTests(Server.Container container) {
		this.container = container;
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		server = new Server(container, "spring.main.sources=" + GreetingController.class.getName(),
				"faultbook.format-rules[0].header=X-Format: details-map",
				"faultbook.format-rules[0].format=details-map", "spring.messages.basename=languages/messages",
				"faultbook.limits.violations=3", "faultbook.validation.service-violations=client",
				"faultbook.codes=" + GreetingController.GreetingError.class.getName());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	static Stream<Arguments> answers() throws IOException {
		return LanguageCase.all()
			.stream()
			.flatMap((languageCase) -> LANGUAGES.stream().map((language) -> Arguments.of(languageCase, language)));
	}

	@ParameterizedTest
	@MethodSource("answers")
	void answerIsInTheLanguage(LanguageCase languageCase, String language) {
		Wire.Answer answer = server.exchange(languageCase.in(language));
		assertThat(answer.body()).isEqualTo(languageCase.answers().get(language));
		assertThat(answer.status()).isEqualTo(languageCase.status());
		assertThat(answer.headers().get("Content-Language")).isEqualTo(languageCase.contentLanguage(language));
		assertThat(ANSWERS.problems(answer)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "pt-BR | pt", "de-AT;q=0.9, en;q=0.5 | de", "en;q=0.5, de-AT;q=0.9 | de", "fr-CA, fr;q=0.8 | fr",
					"en, de;q=0.9 |", "ja |", "* |", "!!,,;q=x, %0d%0a |", "de_DE_;=;=;=q |", "zxx |", "und |" })
	void languageIsWhatTheClientPrefers(String acceptLanguage, @Nullable String language) {
		for (String door : DOORS) {
			Wire.Answer answer = server
				.exchange(door + "Connection: close\r\nAccept-Language: " + acceptLanguage + "\r\n\r\n");
			assertThat(answer.headers().get("Content-Language")).as(door)
				.isEqualTo((language != null) ? List.of(language) : null);
			assertThat(answer.body().contains("\"The re")).as(door).isEqualTo(language == null);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/throw/error-response-title | {"error":"Seat taken","error_code":"conflict"}
					/throw/not-acceptable-status | {"error":"Den Bericht gibt es nur als PDF.","error_code":"not_acceptable"}""")
	void textOfTheApplicationWinsInOtherFormatsToo(String path, String body) {
		assertThat(server.send("GET " + path, "Accept-Language: de", "X-Format: details-map").body()).isEqualTo(body);
	}

	@Test
	@Tag("slow")
	void languageThatIsConfiguredIsForThoseWhoAskForNone() {
		try (Server german = new Server(this.container, "spring.web.locale=de")) {
			assertThat(languages(german, "")).containsOnly("de");
			assertThat(languages(german, "Accept-Language: fr\r\n")).containsOnly("fr");
		}
	}

	@Test
	@Tag("slow")
	void languageThatIsFixedIsForEverybody() {
		try (Server german = new Server(this.container, "spring.web.locale=de", "spring.web.locale-resolver=fixed")) {
			assertThat(languages(german, "Accept-Language: fr\r\n")).containsOnly("de");
		}
	}

	@Test
	@Tag("slow")
	void languageThatTheApplicationResolvesIsForFiltersToo() {
		try (Server own = new Server(this.container, "spring.main.sources=" + OwnLanguage.class.getName())) {
			assertThat(languages(own, "X-Language: es\r\nAccept-Language: fr\r\n")).containsExactly("es", "es", "fr");
			assertThat(languages(own, "Accept-Language: fr\r\n")).containsOnly("fr");
		}
	}

	private static List<String> languages(Server server, String header) {
		return DOORS.stream()
			.map((door) -> server.exchange(door + "Connection: close\r\n" + header + "\r\n"))
			.map((answer) -> String.join(", ", answer.headers().getOrDefault("Content-Language", List.of())))
			.toList();
	}

	/**
	 * Takes the language from another header, and fails without it.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OwnLanguage {

		@Bean
		LocaleResolver localeResolver() {
			return new LocaleResolver() {

				@Override
				public Locale resolveLocale(HttpServletRequest request) {
					return Locale.forLanguageTag(request.getHeader("X-Language"));
				}

				@Override
				public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response,
						@Nullable Locale locale) {
					throw new UnsupportedOperationException();
				}

			};
		}

	}

}
