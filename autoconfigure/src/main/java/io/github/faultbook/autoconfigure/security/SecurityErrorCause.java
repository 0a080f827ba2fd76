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

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.servlet.ServletErrorCause;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * {@link ServletErrorCause} that finds the exceptions for which the filters of Spring
 * Security sent a status. The status is kept unless a resolver of the application
 * recognizes the exception.
 */
final class SecurityErrorCause implements ServletErrorCause {

	@Override
	public @Nullable Throwable find(int status, HttpServletRequest request, HttpServletResponse response) {
		return switch (status) {
			case HttpServletResponse.SC_BAD_REQUEST ->
				(SecurityFailures.of(request) instanceof RequestRejectedException rejected) ? rejected : null;
			case HttpServletResponse.SC_UNAUTHORIZED -> unauthenticated(request, response);
			case HttpServletResponse.SC_FORBIDDEN -> denied(request);
			default -> null;
		};
	}

	private static @Nullable Throwable unauthenticated(HttpServletRequest request, HttpServletResponse response) {
		boolean invalidToken = response.getHeaders(HttpHeaders.WWW_AUTHENTICATE)
			.stream()
			.anyMatch(SecurityErrorCause::isInvalidToken);
		CommonError code = invalidToken ? CommonError.INVALID_TOKEN : CommonError.AUTHENTICATION_REQUIRED;
		SecurityFailures.decide(code, request);
		Throwable failure = SecurityFailures.of(request);
		if (failure instanceof AccessDeniedException denied) {
			// Spring Security passes this exception to the entry point, too
			return new InsufficientAuthenticationException("Full authentication is required", denied);
		}
		if (failure == null && invalidToken) {
			return new ApiException(code);
		}
		boolean refused = !SecurityExceptionFilter.hasPassed(request)
				&& response.containsHeader(HttpHeaders.WWW_AUTHENTICATE)
				&& request.getHeader(HttpHeaders.AUTHORIZATION) != null;
		// Malformed credentials are rejected before authentication, so no event is
		// published
		return (failure == null && refused) ? new BadCredentialsException("The credentials are malformed") : failure;
	}

	/**
	 * Return whether a challenge reports an invalid token (RFC 6750, section 3.1).
	 * @param challenge a value of {@code WWW-Authenticate}
	 * @return whether the token is invalid
	 */
	private static boolean isInvalidToken(String challenge) {
		return challenge.startsWith("Bearer ") && challenge.contains("error=\"invalid_token\"");
	}

	private static @Nullable Throwable denied(HttpServletRequest request) {
		SecurityFailures.decide(CommonError.PERMISSION_DENIED, request);
		Throwable failure = SecurityFailures.of(request);
		boolean csrf = failure == null && !SecurityExceptionFilter.hasPassed(request)
				&& request.getAttribute(DeferredCsrfToken.class.getName()) != null
				&& !HttpMethod.GET.matches(request.getMethod());
		return csrf ? new CsrfException("The CSRF token is missing or does not match") : failure;
	}

}
