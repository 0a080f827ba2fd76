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

package io.github.faultbook.autoconfigure.actuate;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.github.faultbook.autoconfigure.log.LogPolicy;
import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;

/**
 * {@link ErrorListener} that records how the exceptions of each class were handled. It
 * keeps names and numbers only, never a class or an exception, and ignores further
 * classes after {@value #MAX_CLASSES}.
 */
final class ThrownExceptions implements ErrorListener {

	static final int MAX_CLASSES = 500;

	private final Map<String, Answers> answers = new ConcurrentHashMap<>();

	private final LogPolicy logPolicy;

	/**
	 * Create a listener without any records.
	 * @param logPolicy decides at which level errors are logged
	 */
	ThrownExceptions(LogPolicy logPolicy) {
		this.logPolicy = logPolicy;
	}

	@Override
	public void onError(ErrorEvent event) {
		Throwable exception = event.exception();
		if (exception == null) {
			return;
		}
		String name = exception.getClass().getName();
		if (this.answers.containsKey(name) || this.answers.size() < MAX_CLASSES) {
			this.answers.compute(name, (key, previous) -> answers(event, (previous != null) ? previous.count() : 0));
		}
	}

	private Answers answers(ErrorEvent event, long previous) {
		return new Answers(previous + 1, event.error().status(), event.error().code(), this.logPolicy.levelOf(event),
				Instant.now(), event.request().reference());
	}

	/**
	 * Return how the exceptions of a class were handled.
	 * @param exceptionClass the name of the class
	 * @return the record, or {@code null} if no such exception was thrown
	 */
	@Nullable Answers find(String exceptionClass) {
		return this.answers.get(exceptionClass);
	}

	/**
	 * Return all records.
	 * @return the records by the name of the exception's class, in alphabetical order
	 */
	Map<String, Answers> all() {
		return new TreeMap<>(this.answers);
	}

	/**
	 * A record of how the exceptions of one class were handled.
	 *
	 * @param count the number of exceptions since the start
	 * @param status the status of the last response
	 * @param code the code of the last response
	 * @param logLevel the level at which the last one was logged
	 * @param last the time of the last response
	 * @param reference the reference of the last response, which is also in the log
	 */
	record Answers(long count, int status, String code, LogLevel logLevel, Instant last, String reference) {

	}

}
