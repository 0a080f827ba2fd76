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

package io.github.faultbook;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Retry}.
 */
class RetryTests {

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE" })
	void idempotentMethodMayBeSentAgain(String method) {
		assertThat(Retry.IDEMPOTENT.allows(method)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PATCH", "CONNECT", "BREW", "", "get" })
	void otherMethodMayNotBeSentAgain(String method) {
		assertThat(Retry.IDEMPOTENT.allows(method)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "BREW", "" })
	void alwaysAllowsEveryMethod(String method) {
		assertThat(Retry.ALWAYS.allows(method)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "" })
	void neverAllowsNoMethod(String method) {
		assertThat(Retry.NEVER.allows(method)).isFalse();
	}

}
