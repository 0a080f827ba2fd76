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

package io.github.faultbook.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/**
 * Sends requests again as the answers of other services allow: never, only with an
 * idempotent method, or always ({@link RemoteErrorException#isRetryable()}), and not
 * before the delay that the answer asks for. A request that was refused because of an
 * invalid token is sent again once, so that it gets a new token. Failures without an
 * answer, such as timeouts, are not retried, as the other service may have acted.
 * <p>
 * As {@link RetryOperations}, it repeats code that throws {@link RemoteErrorException}.
 * Instances can be used by several threads.
 */
public final class RemoteErrorRetries implements RetryOperations {

	/**
	 * The delay doubles at most this often, so that it does not overflow.
	 */
	private static final int MAX_DOUBLINGS = 20;

	private final int max;

	private final Duration delay;

	private final Duration maxDelay;

	private RemoteErrorRetries(int max, Duration delay, Duration maxDelay) {
		this.max = max;
		this.delay = delay;
		this.maxDelay = maxDelay;
	}

	/**
	 * Create retries.
	 * @param max how often a request is sent again at most, 0 for never
	 * @param delay the delay before the first retry if the answer asks for none. It
	 * doubles with each retry, and a random part of up to half of it is left out
	 * @param maxDelay the longest delay. If an answer asks for more, the request is not
	 * sent again
	 * @return the retries
	 * @throws IllegalArgumentException if a value is negative
	 */
	public static RemoteErrorRetries of(int max, Duration delay, Duration maxDelay) {
		if (max < 0 || delay.isNegative() || maxDelay.isNegative()) {
			throw new IllegalArgumentException("The number of retries and their delays must not be negative.");
		}
		return new RemoteErrorRetries(max, delay, maxDelay);
	}

	/**
	 * Return how often a request is sent again at most.
	 * @return the number of retries
	 */
	public int max() {
		return this.max;
	}

	/**
	 * Return the delay before a retry. The caller ends the retries after the maximum, and
	 * after one new token.
	 * @param failure the failure of the request
	 * @param retries the number of retries so far
	 * @return the delay, or {@code null} if the request must not be sent again
	 */
	@Nullable Duration delay(Throwable failure, int retries) {
		if (!(failure instanceof RemoteErrorException ex)) {
			return null;
		}
		if (ex.isInvalidToken()) {
			return Duration.ZERO;
		}
		Duration asked = ex.getRetryAfter();
		if (!ex.isRetryable() || (asked != null && asked.compareTo(this.maxDelay) > 0)) {
			return null;
		}
		if (asked != null) {
			// Clients that were refused together should not come back together
			return asked.plus(random(this.delay));
		}
		Duration longest = this.delay.multipliedBy(1L << Math.min(retries, MAX_DOUBLINGS));
		longest = (longest.compareTo(this.maxDelay) > 0) ? this.maxDelay : longest;
		return longest.dividedBy(2).plus(random(longest.dividedBy(2)));
	}

	private static Duration random(Duration longest) {
		return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest.toMillis() + 1));
	}

	@Override
	public <R extends @Nullable Object> R execute(Retryable<R> retryable) throws RetryException {
		return template().execute(retryable);
	}

	@Override
	public <R extends @Nullable Object> R invoke(Supplier<R> retryable) {
		return template().invoke(retryable);
	}

	@Override
	public void invoke(Runnable retryable) {
		template().invoke(retryable);
	}

	private RetryTemplate template() {
		return new RetryTemplate(new RetryAttempts(this));
	}

}
