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

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Records as a request attribute why Spring Security rejects a request, as its filters
 * send a status but do not expose the exception. Exceptions of authorization pass the
 * {@link SecurityExceptionFilter}, exceptions of authentication are published as events.
 */
final class SecurityFailures {

	private static final String FAILURE = SecurityFailures.class.getName() + ".failure";

	private static final String CODE = SecurityFailures.class.getName() + ".code";

	@EventListener
	void onFailure(AbstractAuthenticationFailureEvent event) {
		RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
		if (attributes != null) {
			attributes.setAttribute(FAILURE, event.getException(), RequestAttributes.SCOPE_REQUEST);
		}
	}

	static void remember(Throwable failure, HttpServletRequest request) {
		request.setAttribute(FAILURE, failure);
	}

	/**
	 * Return the exception for which a request was rejected.
	 * @param request the request
	 * @return the exception, or {@code null} if it is not known
	 */
	static @Nullable Throwable of(HttpServletRequest request) {
		return (Throwable) request.getAttribute(FAILURE);
	}

	/**
	 * Set the entry for the exceptions of a request whose status has already been chosen
	 * by the filters.
	 * @param code the entry of that status
	 * @param request the request
	 */
	static void decide(CommonError code, HttpServletRequest request) {
		request.setAttribute(CODE, code);
	}

	/**
	 * Resolve an exception of Spring Security to the entry that its filters have chosen.
	 * @param exception the exception
	 * @param request the request
	 * @return the error, or {@code null} if no filter has chosen an entry
	 */
	static @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		HttpServletRequest refused = SecurityExceptionFilter.isSecurityException(exception)
				? request.unwrap(HttpServletRequest.class) : null;
		CommonError code = (refused != null) ? (CommonError) refused.getAttribute(CODE) : null;
		return (code != null) ? ApiError.of(code) : null;
	}

}
