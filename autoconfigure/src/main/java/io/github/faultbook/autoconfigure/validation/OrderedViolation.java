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

package io.github.faultbook.autoconfigure.validation;

import java.util.Comparator;
import java.util.List;

import io.github.faultbook.Violation;

/**
 * A violation and its place. Validators report violations in any order; clients get them
 * as the fields are declared, then by path, code and message.
 *
 * @param violation the violation
 * @param order for each segment of its path the place among its siblings
 */
record OrderedViolation(Violation violation, List<Integer> order) implements Comparable<OrderedViolation> {

	private static final Comparator<OrderedViolation> ORDER = Comparator
		.comparing(OrderedViolation::order, OrderedViolation::compare)
		.thenComparing((ordered) -> ordered.violation().path().toString())
		.thenComparing((ordered) -> ordered.violation().code())
		.thenComparing((ordered) -> ordered.violation().message());

	@Override
	public int compareTo(OrderedViolation other) {
		return ORDER.compare(this, other);
	}

	private static int compare(List<Integer> first, List<Integer> second) {
		for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
			int result = first.get(i).compareTo(second.get(i));
			if (result != 0) {
				return result;
			}
		}
		return Integer.compare(first.size(), second.size());
	}

}
