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

import java.text.MessageFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for texts of the application that are not valid patterns: it starts as without
 * Faultbook, and the resolver for Spring's exceptions fails.
 */
class BrokenTextTests {

	private static Server server;

	@BeforeAll
	static void start() {
		server = new Server(Server.Container.TOMCAT, "faultbook.format=details-map",
				"spring.main.sources=" + BrokenTexts.class.getName());
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void returnedProblemDetailNeverLeavesAsItIs() {
		Wire.Answer answer = server.send("GET /problem-detail");
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.body()).contains("\"error_code\":\"internal_server_error\"").doesNotContain("seat");
	}

	@Test
	void thrownErrorResponseKeepsItsStatus() {
		Wire.Answer answer = server.send("GET /throw/error-response-thrown");
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.body()).contains("\"error_code\":\"conflict\"").doesNotContain("12A");
	}

	/**
	 * Texts with a brace that is never closed.
	 */
	@Configuration(proxyBeanMethods = false)
	static class BrokenTexts {

		@Bean
		StaticMessageSource messageSource() {
			return new StaticMessageSource() {

				@Override
				protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
					return code.startsWith("problemDetail.") ? new MessageFormat("{0").toPattern() : null;
				}

			};
		}

	}

}
