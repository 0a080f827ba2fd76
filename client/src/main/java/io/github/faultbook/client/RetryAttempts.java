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

import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.util.backoff.BackOff;

/**
 * The retries of one request. Attempts follow one another, so no two threads use an
 * instance at the same time.
 */
final class RetryAttempts implements RetryPolicy {

	private final RemoteErrorRetries retries;

	private int made;

	private boolean newToken;

	private Duration delay = Duration.ZERO;

	RetryAttempts(RemoteErrorRetries retries) {
		this.retries = retries;
	}

	/**
	 * Decide about another attempt.
	 * @param failure the failure of the last attempt
	 * @return the delay before the next attempt, or {@code null} if there must be none
	 */
	@Nullable Duration next(Throwable failure) {
		boolean invalidToken = failure instanceof RemoteErrorException ex && ex.isInvalidToken();
		if (this.made >= this.retries.max() || (invalidToken && this.newToken)) {
			return null;
		}
		Duration next = this.retries.delay(failure, this.made);
		this.made++;
		this.newToken |= invalidToken;
		return next;
	}

	@Override
	public boolean shouldRetry(Throwable failure) {
		Duration next = next(failure);
		this.delay = (next != null) ? next : Duration.ZERO;
		return next != null;
	}

	@Override
	public BackOff getBackOff() {
		return () -> () -> this.delay.toMillis();
	}

}
