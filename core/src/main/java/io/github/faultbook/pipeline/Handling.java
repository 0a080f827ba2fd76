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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

/**
 * The handling of one failed request, and the failures that occur while it is answered.
 * Instances are used by one thread.
 */
final class Handling {

	private final @Nullable Throwable exception;

	private final ErrorRequest request;

	private final List<Throwable> failures = new ArrayList<>(0);

	/**
	 * Start to handle a failed request.
	 * @param exception the exception, or {@code null} if only a status or an error is
	 * known
	 * @param request the request
	 */
	Handling(@Nullable Throwable exception, ErrorRequest request) {
		this.exception = exception;
		this.request = request;
	}

	@Nullable Throwable exception() {
		return this.exception;
	}

	ErrorRequest request() {
		return this.request;
	}

	/**
	 * Run a step that may fail. The listeners are notified of its failure.
	 * @param step the step
	 * @param otherwise the result if it fails
	 * @param <T> the result
	 * @return the result of the step, or the other one
	 */
	<T extends @Nullable Object> T attempt(Supplier<T> step, T otherwise) {
		try {
			return step.get();
		}
		catch (Throwable ex) {
			failed(ex);
			return otherwise;
		}
	}

	/**
	 * Record a failure that does not end the handling.
	 * @param failure the failure that the listeners are notified of
	 */
	void failed(Throwable failure) {
		this.failures.add(failure);
	}

	/**
	 * Return the event for the listeners.
	 * @param error the error, as it was written
	 * @return the event
	 */
	ErrorEvent toEvent(ApiError error) {
		return new ErrorEvent(error, this.exception, this.request, this.failures);
	}

}
