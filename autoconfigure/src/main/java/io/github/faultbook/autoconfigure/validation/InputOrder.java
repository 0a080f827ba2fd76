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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The position of an input among others: for each segment of its path the place among its
 * siblings, a number or a text where there is nothing to count. While it is built, it is
 * compared with the last position of interest, so that no path is followed in vain.
 */
final class InputOrder {

	private final List<Object> places = new ArrayList<>();

	private @Nullable List<Object> last;

	private int comparison;

	/**
	 * Start again.
	 * @param last the last position of interest, or {@code null} if all are
	 */
	void start(@Nullable List<Object> last) {
		this.places.clear();
		this.last = last;
		this.comparison = 0;
	}

	void add(Object place) {
		int position = this.places.size();
		this.places.add(place);
		if (this.last != null && this.comparison == 0) {
			this.comparison = (position < this.last.size()) ? compare(place, this.last.get(position)) : 1;
		}
	}

	/**
	 * Return whether the input comes behind the last one of interest, however its path
	 * goes on.
	 * @return whether there is no need to follow the path any further
	 */
	boolean isBehindLast() {
		return this.comparison > 0;
	}

	/**
	 * Return whether the input comes before the last one of interest.
	 * @return {@code false} also if both are in the same place
	 */
	boolean isBeforeLast() {
		return this.last != null
				&& (this.comparison < 0 || (this.comparison == 0 && this.places.size() < this.last.size()));
	}

	/**
	 * Return the places.
	 * @return a copy
	 */
	List<Object> places() {
		return List.copyOf(this.places);
	}

	static int compare(List<Object> first, List<Object> second) {
		for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
			int result = compare(first.get(i), second.get(i));
			if (result != 0) {
				return result;
			}
		}
		return Integer.compare(first.size(), second.size());
	}

	private static int compare(Object first, Object second) {
		if (first instanceof Integer left && second instanceof Integer right) {
			return left.compareTo(right);
		}
		if (first instanceof String left && second instanceof String right) {
			return left.compareTo(right);
		}
		return (first instanceof Integer) ? -1 : 1;
	}

}
