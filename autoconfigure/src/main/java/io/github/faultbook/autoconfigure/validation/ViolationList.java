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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import jakarta.validation.ConstraintViolation;

import org.springframework.validation.FieldError;

/**
 * Finds those violations that come first in an answer, and counts the others. All of them
 * are looked at, as validators report them in any order, but only until it is clear that
 * they come behind the rest. Only those that are listed are sorted and given a message.
 */
final class ViolationList {

	private final ViolationReader reader;

	private final int limit;

	private final PathTranslator translator;

	/**
	 * The last comes out first, to make room.
	 */
	private final PriorityQueue<Entry> first = new PriorityQueue<>(Comparator.reverseOrder());

	private int count;

	ViolationList(ClientNames names, ViolationReader reader, int limit) {
		this.reader = reader;
		this.limit = limit;
		this.translator = new PathTranslator(names);
	}

	void add(Source source, Finding finding) {
		add(source, finding, List.of());
	}

	/**
	 * Add a failure that a validator reported.
	 * @param source where the validated value came from
	 * @param finding the failure
	 * @param element where the validated value was in a list or a map, if only Spring
	 * knows; may be empty
	 */
	void add(Source source, Finding finding, List<Object> element) {
		this.count++;
		Entry last = (this.first.size() == this.limit) ? this.first.element() : null;
		this.translator.start(source, (last != null) ? last.order() : null);
		follow(finding, element);
		if (last != null) {
			if (this.translator.isBehindLast()
					|| (!this.translator.isBeforeLast() && finding.compareTo(last.finding()) >= 0)) {
				return;
			}
			this.first.remove();
		}
		this.first.add(new Entry(this.translator.order(), finding, this.translator.path(), source.in(),
				this.translator.isWriteOnly()));
	}

	private void follow(Finding finding, List<Object> element) {
		ConstraintViolation<?> constraint = finding.constraint();
		if (constraint != null) {
			ConstraintReader.follow(constraint, this.translator);
			return;
		}
		element.forEach(this.translator::segment);
		if (finding.error() instanceof FieldError field) {
			Violation.parsePath(field.getField()).forEach(this.translator::segment);
		}
	}

	/**
	 * Return the answer.
	 * @param locale the language of the messages
	 * @return the first violations in order, and how many more there are
	 */
	ApiError toError(Locale locale) {
		Entry[] entries = this.first.toArray(Entry[]::new);
		Arrays.sort(entries);
		List<Violation> violations = new ArrayList<>(entries.length);
		for (Entry entry : entries) {
			violations.add(this.reader.read(entry.finding(), entry.in(), entry.path(), entry.writeOnly(), locale));
		}
		return ApiError.builder(CommonError.VALIDATION_ERROR)
			.violations(violations)
			.omittedViolations(this.count - entries.length)
			.build();
	}

	/**
	 * A failure that may be listed.
	 *
	 * @param order for each segment of its path the place among its siblings
	 * @param finding the failure
	 * @param path the path as clients know it
	 * @param in the part of the request
	 * @param writeOnly whether the value is not for everybody
	 */
	private record Entry(List<Object> order, Finding finding, List<Object> path, In in,
			boolean writeOnly) implements Comparable<Entry> {

		@Override
		public int compareTo(Entry other) {
			int result = PathTranslator.compare(this.order, other.order);
			return (result != 0) ? result : this.finding.compareTo(other.finding);
		}

	}

}
