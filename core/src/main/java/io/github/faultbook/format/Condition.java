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

package io.github.faultbook.format;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The condition of an {@code $if}: terms joined by {@code and}, each of which tests
 * whether a placeholder has a value, or one of the given values.
 *
 * @param terms the terms, all of which must hold
 */
record Condition(List<Term> terms) {

	boolean holds(Rendering rendering) {
		for (Term term : this.terms) {
			if (term.holds(rendering) == term.negated()) {
				return false;
			}
		}
		return true;
	}

	/**
	 * A test of one value.
	 *
	 * @param value the value to test
	 * @param negated whether the test must fail
	 * @param expected the values to match, or {@code null} if any value matches
	 */
	record Term(Value value, boolean negated, @Nullable Set<String> expected) {

		boolean holds(Rendering rendering) {
			if (this.expected == null) {
				return this.value.present(rendering);
			}
			String text = this.value.text(rendering);
			return text != null && (this.expected.contains(text)
					|| (this.value.isStatus() && this.expected.contains(text.charAt(0) + "xx")));
		}

	}

}
