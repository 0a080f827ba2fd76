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

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The state of a body that is being written: the error, and the current item of each
 * repetition. Each instance is used by one thread.
 */
final class Rendering {

	/**
	 * The maximum number of empty elements in a body, which only keep the positions of
	 * other elements.
	 */
	private static final int EMPTY_ELEMENTS = 1000;

	final ApiError error;

	final ErrorRequest request;

	final FormatSettings settings;

	private @Nullable Instant timestamp;

	private int emptyElements = EMPTY_ELEMENTS;

	/**
	 * The violations to repeat over: all, or those of the current group.
	 */
	List<Violation> violations;

	@Nullable Violation violation;

	Map.@Nullable Entry<String, Object> fact;

	@Nullable Object segment;

	Rendering(ApiError error, ErrorRequest request, FormatSettings settings) {
		this.error = error;
		this.request = request;
		this.settings = settings;
		this.violations = error.violations();
	}

	CurrentItems currentItems() {
		return new CurrentItems(this.violations, this.violation, this.fact, this.segment);
	}

	void moveTo(CurrentItems items) {
		this.violations = items.violations();
		this.violation = items.violation();
		this.fact = items.fact();
		this.segment = items.segment();
	}

	/**
	 * Reserve room for empty elements of an array.
	 * @param number the number of elements
	 * @return whether the body has room for them
	 */
	boolean reserveEmpty(int number) {
		boolean fits = number <= this.emptyElements;
		this.emptyElements -= fits ? number : 0;
		return fits;
	}

	/**
	 * Return the timestamp of this body, which is the same for each placeholder.
	 * @return the time, truncated to milliseconds
	 */
	Instant timestamp() {
		if (this.timestamp == null) {
			this.timestamp = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		}
		return this.timestamp;
	}

}
