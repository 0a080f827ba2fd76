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

package io.github.faultbook.autoconfigure.input;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NameSuggestions}.
 */
class NameSuggestionsTests {

	private final NameSuggestions suggestions = new NameSuggestions();

	@Test
	void nearestNameIsSuggestedAsItIsWritten() {
		assertThat(this.suggestions.nearest("firstnmae", List.of("last_name", "first_name"))).isEqualTo("first_name");
	}

	@Test
	void nothingIsSuggestedForAnotherName() {
		assertThat(this.suggestions.nearest("street", List.of("last_name", "first_name"))).isNull();
	}

	@Test
	void namesOfARequestShareABudget() {
		CountedNames known = new CountedNames(30);
		IntStream.range(0, 1000).forEach((index) -> this.suggestions.nearest("unknown" + index, known));
		assertThat(known.asked).isPositive().isLessThanOrEqualTo(1000);
	}

	private static final class CountedNames extends AbstractList<String> {

		private final int size;

		private int asked;

		CountedNames(int size) {
			this.size = size;
		}

		@Override
		public String get(int index) {
			this.asked++;
			return "field" + index;
		}

		@Override
		public int size() {
			return this.size;
		}

	}

}
