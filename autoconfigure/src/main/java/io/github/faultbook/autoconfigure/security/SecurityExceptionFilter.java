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

import java.io.IOException;

import io.github.faultbook.pipeline.CauseChain;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.ExceptionTranslationFilter;

/**
 * {@link Filter} directly after the {@link ExceptionTranslationFilter}, so that it sees
 * the same exceptions. It records exceptions that the translation filter answers with a
 * status only, and breaks cyclic chains of causes, which the translation filter would
 * follow until the memory is exhausted.
 */
final class SecurityExceptionFilter implements Filter {

	/**
	 * The attribute of requests that have reached this filter, which is {@code true}
	 * while the filters and the handler behind it are running.
	 */
	private static final String WATCHED = SecurityExceptionFilter.class.getName() + ".watched";

	/**
	 * Return whether {@link ExceptionTranslationFilter} will handle an exception.
	 * @param exception the exception
	 * @param request the request
	 * @return whether the exception or one of its causes is an exception of Spring
	 * Security, and the request is between the filter and its handler
	 */
	static boolean isForFilters(Throwable exception, HttpServletRequest request) {
		return Boolean.TRUE.equals(request.getAttribute(WATCHED))
				&& CauseChain.anyMatch(exception, SecurityExceptionFilter::isSecurityException);
	}

	/**
	 * Return whether a request has passed the filters that authenticate.
	 * @param request the request
	 * @return whether the request has reached this filter
	 */
	static boolean hasPassed(HttpServletRequest request) {
		return request.getAttribute(WATCHED) != null;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Object before = request.getAttribute(WATCHED);
		request.setAttribute(WATCHED, Boolean.TRUE);
		try {
			chain.doFilter(request, response);
		}
		catch (Throwable ex) {
			if (CauseChain.isEndless(ex)) {
				throw finite(ex);
			}
			CauseChain.anyMatch(ex, (candidate) -> {
				boolean found = isSecurityException(candidate);
				if (found) {
					SecurityFailures.remember(candidate, (HttpServletRequest) request);
				}
				return found;
			});
			throw ex;
		}
		finally {
			request.setAttribute(WATCHED, Boolean.TRUE.equals(before));
		}
	}

	static boolean isSecurityException(Throwable exception) {
		return exception instanceof AccessDeniedException || exception instanceof AuthenticationException;
	}

	private static ServletException finite(Throwable exception) {
		ServletException finite = new ServletException("The causes of %s have no end".formatted(exception.getClass()));
		finite.setStackTrace(exception.getStackTrace());
		return finite;
	}

}
