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
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * Reads the header {@code Retry-After} (RFC 9110, section 10.2.3).
 */
final class RetryAfter {

	private RetryAfter() {
	}

	/**
	 * Return the delay.
	 * @param headers the headers of a response, or {@code null} if they are unknown
	 * @return the delay, never negative, or {@code null} if the header is missing or is
	 * neither a number of seconds nor a date
	 */
	static @Nullable Duration of(@Nullable HttpHeaders headers) {
		String value = (headers != null) ? headers.getFirst(HttpHeaders.RETRY_AFTER) : null;
		if (headers == null || !StringUtils.hasText(value)) {
			return null;
		}
		if (value.strip().matches("\\d{1,15}")) {
			return Duration.ofSeconds(Long.parseLong(value.strip()));
		}
		try {
			Instant date = Instant.ofEpochMilli(headers.getFirstDate(HttpHeaders.RETRY_AFTER));
			Duration delay = Duration.between(Instant.now(), date);
			return delay.isNegative() ? Duration.ZERO : delay;
		}
		catch (IllegalArgumentException ex) {
			// Neither seconds nor a date
			return null;
		}
	}

}
