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
 * The order of an input among others: the position among its siblings for each segment of
 * its path, which is a number, or a text for siblings without a position. While the order
 * is built, it is compared with the last order of interest, so that no path is followed
 * unnecessarily.
 */
final class InputOrder {

	private final List<Object> places = new ArrayList<>();

	private @Nullable List<Object> last;

	private int comparison;

	/**
	 * Start a new order.
	 * @param last the last order of interest, or {@code null} if every order is of
	 * interest
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
	 * Return whether the input comes after the last one of interest, regardless of the
	 * rest of its path.
	 * @return whether the rest of the path does not matter
	 */
	boolean isBehindLast() {
		return this.comparison > 0;
	}

	/**
	 * Return whether the input comes before the last one of interest.
	 * @return whether the input comes before, {@code false} if both have the same order
	 */
	boolean isBeforeLast() {
		return this.last != null
				&& (this.comparison < 0 || (this.comparison == 0 && this.places.size() < this.last.size()));
	}

	/**
	 * Return the positions.
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
