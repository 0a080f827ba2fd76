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
import java.util.Map;

import feign.FeignException;
import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.CauseChain;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.ClassUtils;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * Resolves the failed calls of other services that a controller does not catch. What the
 * other service has answered stays in the exception, which is logged, and is not sent.
 */
final class UpstreamErrorResolver implements ErrorResolver {

	private static final boolean WEB_CLIENT = ClassUtils.isPresent(
			"org.springframework.web.reactive.function.client.WebClientException",
			UpstreamErrorResolver.class.getClassLoader());

	private static final boolean FEIGN = ClassUtils.isPresent("feign.FeignException",
			UpstreamErrorResolver.class.getClassLoader());

	/**
	 * The longest delay of another service that is passed on.
	 */
	private static final Duration LONGEST = Duration.ofDays(1);

	private final Map<String, ErrorCode> codes;

	/**
	 * Create a resolver.
	 * @param codes the entries of the catalog by the codes of other services
	 */
	UpstreamErrorResolver(Map<String, ErrorCode> codes) {
		this.codes = Map.copyOf(codes);
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (exception instanceof RemoteErrorException remote) {
			ErrorCode own = (remote.getCode() != null) ? this.codes.get(remote.getCode()) : null;
			return (own != null) ? ApiError.of(own) : answered(remote.getStatusCode().value(), remote.getRetryAfter());
		}
		if (exception instanceof RestClientResponseException response) {
			return answered(response.getStatusCode().value(), RetryAfter.of(response.getResponseHeaders()));
		}
		if (exception instanceof RestClientException) {
			return failed(exception);
		}
		ApiError error = WEB_CLIENT ? WebClientFailures.resolve(exception) : null;
		return (error == null && FEIGN) ? FeignFailures.resolve(exception) : error;
	}

	private static ApiError answered(int status, @Nullable Duration delay) {
		if (status != 429 && status != 503) {
			return ApiError.of((status == 504) ? CommonError.GATEWAY_TIMEOUT : CommonError.BAD_GATEWAY);
		}
		boolean tooLong = delay != null && delay.compareTo(LONGEST) > 0;
		return ApiError.builder(CommonError.SERVICE_UNAVAILABLE).retryAfter(tooLong ? LONGEST : delay).build();
	}

	// Each HTTP library has an exception of its own for timeouts
	private static ApiError failed(Throwable exception) {
		boolean timeout = CauseChain.anyMatch(exception,
				(cause) -> cause.getClass().getSimpleName().endsWith("TimeoutException"));
		return ApiError.of(timeout ? CommonError.GATEWAY_TIMEOUT : CommonError.BAD_GATEWAY);
	}

	/**
	 * The exceptions of {@code WebClient}, which need not be present.
	 */
	private static final class WebClientFailures {

		static @Nullable ApiError resolve(Throwable exception) {
			// A response whose body stops in the middle has a status, too
			if (exception instanceof WebClientResponseException response && response.getStatusCode().isError()) {
				return answered(response.getStatusCode().value(), RetryAfter.of(response.getHeaders()));
			}
			return (exception instanceof WebClientException) ? failed(exception) : null;
		}

	}

	/**
	 * The exceptions of Feign, which need not be present.
	 */
	private static final class FeignFailures {

		static @Nullable ApiError resolve(Throwable exception) {
			if (!(exception instanceof FeignException failure)) {
				return null;
			}
			if (failure.status() < 400) {
				return failed(exception);
			}
			HttpHeaders headers = new HttpHeaders();
			failure.responseHeaders().forEach((name, values) -> values.forEach((value) -> headers.add(name, value)));
			return answered(failure.status(), RetryAfter.of(headers));
		}

	}

}
