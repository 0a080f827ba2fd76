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

package io.github.faultbook.sample.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.sample.access.AccessProperties.ApiKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Limits the number of requests with an API key.
 */
class RateLimitInterceptor implements HandlerInterceptor {

	private final Map<String, Bucket> buckets;

	RateLimitInterceptor(List<ApiKey> keys) {
		this.buckets = keys.stream()
			.collect(Collectors.toMap((key) -> "Bearer " + key.value(), (key) -> bucket(key.requestsPerMinute())));
	}

	private static Bucket bucket(long requestsPerMinute) {
		return Bucket.builder()
			.addLimit(
					(limit) -> limit.capacity(requestsPerMinute).refillGreedy(requestsPerMinute, Duration.ofMinutes(1)))
			.build();
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Bucket bucket = this.buckets.get(request.getHeader(HttpHeaders.AUTHORIZATION));
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new ApiException(CommonError.RATE_LIMIT_EXCEEDED)
				.retryAfter(Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
		return true;
	}

}
