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

import io.github.resilience4j.retry.RetryConfig;

/**
 * The retries of {@link RemoteErrorRetries} for Resilience4j.
 */
public final class ResilienceRetries {

	private ResilienceRetries() {
	}

	/**
	 * Create a configuration for a {@code Retry} of Resilience4j. A {@code Retry} does
	 * not know what the earlier attempts of a call were for, so it asks for a new token
	 * only if the first attempt was refused.
	 * @param retries how often, and when, a request is sent again
	 * @return the configuration
	 */
	public static RetryConfig config(RemoteErrorRetries retries) {
		return RetryConfig.custom()
			.maxAttempts(retries.max() + 1)
			.retryOnException((failure) -> retries.delay(failure, 0) != null)
			.intervalBiFunction((attempt, result) -> interval(retries, attempt, result.getLeft()))
			.build();
	}

	// A negative interval ends the retries
	private static long interval(RemoteErrorRetries retries, int attempt, Throwable failure) {
		boolean again = attempt > 1 && failure instanceof RemoteErrorException ex && ex.isInvalidToken();
		Duration delay = again ? null : retries.delay(failure, attempt - 1);
		return (delay != null) ? delay.toMillis() : -1;
	}

}
