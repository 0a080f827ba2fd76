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
import java.util.PriorityQueue;

import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import jakarta.validation.ConstraintViolation;

import org.springframework.validation.FieldError;

/**
 * Finds those violations that come first in an answer, and counts the others. All of them
 * are looked at, as validators report them in any order, but only until it is clear that
 * they come behind the rest. Only those that are listed are sorted.
 */
final class ViolationList {

	private final int limit;

	private final PathTranslator translator;

	/**
	 * The last comes out first, to make room.
	 */
	private final PriorityQueue<Entry> first = new PriorityQueue<>(Comparator.reverseOrder());

	private int count;

	ViolationList(ClientNames names, int limit) {
		this.limit = limit;
		this.translator = new PathTranslator(names);
	}

	void add(InputOrigin origin, InputFailure failure) {
		add(origin, failure, List.of());
	}

	/**
	 * Add a failure that a validator reported.
	 * @param origin where the validated value came from
	 * @param failure the failure
	 * @param element where the validated value was in a list or a map, if only Spring
	 * knows; may be empty
	 */
	void add(InputOrigin origin, InputFailure failure, List<Object> element) {
		this.count++;
		Entry last = (this.first.size() == this.limit) ? this.first.element() : null;
		this.translator.start(origin, (last != null) ? last.order() : null);
		follow(failure, element);
		if (last != null) {
			InputOrder order = this.translator.order();
			if (order.isBehindLast() || (!order.isBeforeLast() && failure.compareTo(last.failure()) >= 0)) {
				return;
			}
			this.first.remove();
		}
		this.first.add(new Entry(this.translator.order().places(), failure, this.translator.path(), origin.in(),
				this.translator.isWriteOnly()));
	}

	private void follow(InputFailure failure, List<Object> element) {
		ConstraintViolation<?> constraint = failure.constraint();
		if (constraint != null) {
			ConstraintReader.follow(constraint, this.translator);
			return;
		}
		element.forEach(this.translator::segment);
		if (failure.error() instanceof FieldError field) {
			Violation.parsePath(field.getField()).forEach(this.translator::segment);
		}
	}

	/**
	 * Return the failures that come first.
	 * @return the failures in order
	 */
	List<Entry> first() {
		return this.first.stream().sorted().toList();
	}

	/**
	 * Return how many failures there are.
	 * @return the number, with those that are not listed
	 */
	int count() {
		return this.count;
	}

	/**
	 * A failure that may be listed.
	 *
	 * @param order for each segment of its path the place among its siblings
	 * @param failure the failure
	 * @param path the path as clients know it
	 * @param in the part of the request
	 * @param writeOnly whether the value is not for everybody
	 */
	record Entry(List<Object> order, InputFailure failure, List<Object> path, In in,
			boolean writeOnly) implements Comparable<Entry> {

		@Override
		public int compareTo(Entry other) {
			int result = InputOrder.compare(this.order, other.order);
			return (result != 0) ? result : this.failure.compareTo(other.failure);
		}

	}

}
