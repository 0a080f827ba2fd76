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

package io.github.faultbook.autoconfigure.container;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestPath}.
 */
class RequestPathTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			/invoices/7,                       /invoices/7
			/invoices/7;jsessionid=1A2B,       /invoices/7
			/invoices;a=1;b=2/7;jsessionid=1A, /invoices/7
			/invoices;/7/,                     /invoices/7/
			/;a,                               /
			;a,                                ''
			/%3Ba,                             /%3Ba
			*,                                 *
			""")
	void whatFollowsASemicolonIsStrippedFromEachSegment(String path, String stripped) {
		assertThat(RequestPath.of(path)).isEqualTo(stripped);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			//evil.example/nope,     /evil.example/nope
			///evil.example,         /evil.example
			/;a=1/evil.example/nope, /evil.example/nope
			/\\\\evil.example,        /evil.example
			//,                      /
			/nope//here,             /nope//here
			""")
	void namesNoOtherHost(String path, String safe) {
		assertThat(RequestPath.of(path)).isEqualTo(safe);
	}

	@Test
	void pathThatCouldNotBeReadIsEmpty() {
		assertThat(RequestPath.of(null)).isEmpty();
	}

}
