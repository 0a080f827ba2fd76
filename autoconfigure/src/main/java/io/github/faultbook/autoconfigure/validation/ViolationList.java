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
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.regex.Pattern;

import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import jakarta.validation.ConstraintViolation;

import org.springframework.validation.FieldError;

/**
 * Finds the failures that are listed in a response, and counts the others. Validators
 * report failures in any order, so each failure is examined until it is certain that it
 * comes after the listed ones. Only listed failures are sorted.
 */
final class ViolationList {

	private static final Pattern UNNAMED = Pattern.compile("(^|\\.)null$");

	private final int limit;

	private final PathTranslator translator;

	/**
	 * The listed failures in reverse order, so that the last one can be replaced.
	 */
	private final PriorityQueue<ListedFailure> first = new PriorityQueue<>(Comparator.reverseOrder());

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
	 * @param origin the origin of the validated value
	 * @param failure the failure
	 * @param element the path to the validated value in a list or a map if only Spring
	 * provides it; may be empty
	 */
	void add(InputOrigin origin, InputFailure failure, List<Object> element) {
		this.count++;
		ListedFailure last = (this.first.size() == this.limit) ? this.first.element() : null;
		this.translator.start(origin, (last != null) ? last.order() : null);
		follow(failure, element);
		if (last != null) {
			InputOrder order = this.translator.order();
			if (order.isBehindLast() || (!order.isBeforeLast() && failure.compareTo(last.failure()) >= 0)) {
				return;
			}
			this.first.remove();
		}
		this.first.add(new ListedFailure(this.translator.order().places(), failure, this.translator.path(), origin.in(),
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
			Violation.parsePath(nameOf(field)).forEach(this.translator::segment);
		}
	}

	/**
	 * Return the name of a field. Spring calls a map {@code null} if it cannot convert a
	 * key of the map.
	 * @param field the error
	 * @return the name, which ends with the object that has the map in this case
	 */
	private static String nameOf(FieldError field) {
		return UNNAMED.matcher(field.getField()).replaceFirst("");
	}

	/**
	 * Return the listed failures.
	 * @return the failures in order
	 */
	List<ListedFailure> first() {
		List<ListedFailure> sorted = new ArrayList<>(this.first);
		sorted.sort(null);
		return sorted;
	}

	/**
	 * Return the number of all failures.
	 * @return the number, including failures that are not listed
	 */
	int count() {
		return this.count;
	}

	/**
	 * A failure with its location.
	 *
	 * @param order the position among its siblings for each segment of its path
	 * @param failure the failure
	 * @param path the path under the names that clients use
	 * @param in the part of the request
	 * @param writeOnly whether the value must not be sent to clients
	 */
	record ListedFailure(List<Object> order, InputFailure failure, List<Object> path, In in,
			boolean writeOnly) implements Comparable<ListedFailure> {

		@Override
		public int compareTo(ListedFailure other) {
			int result = InputOrder.compare(this.order, other.order);
			return (result != 0) ? result : this.failure.compareTo(other.failure);
		}

	}

}
