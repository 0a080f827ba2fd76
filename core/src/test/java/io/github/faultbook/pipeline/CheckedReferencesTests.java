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

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CheckedReferences}.
 */
class CheckedReferencesTests {

	@ParameterizedTest
	@ValueSource(strings = { "4bf92f3577b34da6a3ce929d0e0e4736", "A-z_0.9", "x" })
	void referenceThatCanBeSentStays(String reference) {
		assertThat(next(reference)).isEqualTo(reference);
		assertThat(next("x".repeat(128))).hasSize(128);
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "a b", "a\r\nSet-Cookie: x", "ä", "<script>", "\u202e", "a\u0000" })
	void referenceThatCannotBeSentIsReplaced(@Nullable String reference) {
		assertThat(next(reference)).matches("[0-9a-f]{16}");
		assertThat(next("x".repeat(129))).matches("[0-9a-f]{16}");
	}

	@Test
	void referencesThatFailAreReplaced() {
		ErrorReferences failing = ErrorReferences.checked(() -> {
			throw new IllegalStateException();
		});
		assertThat(failing.next()).matches("[0-9a-f]{16}").isNotEqualTo(failing.next());
	}

	private static String next(@Nullable String reference) {
		return ErrorReferences.checked(() -> reference).next();
	}

}
