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

package io.github.faultbook.autoconfigure.security;

import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.ErrorResolver;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;

/**
 * {@link ErrorResolver} for missing authentication that no filter answers, such as that
 * of a method behind a path that Spring Security ignores. The challenge is that of the
 * application's filters.
 */
final class UnchallengedErrorResolver implements ErrorResolver {

	private final SecurityChallenges challenges;

	UnchallengedErrorResolver(SecurityChallenges challenges) {
		this.challenges = challenges;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		ApiError decided = SecurityFailures.resolve(exception, request);
		if (decided != null) {
			return decided;
		}
		HttpServletRequest rejected = request.unwrap(HttpServletRequest.class);
		// A filter chain has passed the exception to its entry point, which decides
		if (rejected == null || SecurityExceptionFilter.hasPassed(rejected)
				|| !(exception instanceof AuthenticationException unauthenticated)
				|| exception instanceof AuthenticationServiceException) {
			return null;
		}
		List<String> found = this.challenges.find(rejected, unauthenticated);
		return ApiError.builder(CommonError.AUTHENTICATION_REQUIRED)
			.headers(found.isEmpty() ? Map.of() : Map.of(HttpHeaders.WWW_AUTHENTICATE, found))
			.build();
	}

}
