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

package io.github.faultbook.autoconfigure.servlet;

import java.io.IOException;

import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * The door for everything in front of the dispatcher: exceptions of filters,
 * {@code sendError} wherever it is called, and errors that have a status and no body.
 * They are answered here rather than in the container's error dispatch, in which Spring
 * Security may turn a 404 into an empty 401.
 */
final class ServletErrorGuard implements Filter {

	private final ServletErrorHandler handler;

	private final boolean fillEmpty;

	private final boolean htmlPages;

	private final @Nullable String hiddenPath;

	private ServletErrorGuard(ServletErrorHandler handler, FaultbookProperties properties,
			@Nullable String hiddenPath) {
		this.handler = handler;
		this.fillEmpty = properties.isFillEmptyResponses();
		this.htmlPages = properties.isHtmlPages();
		this.hiddenPath = hiddenPath;
	}

	/**
	 * Register the guard: inside the observation, which would count every exception of a
	 * filter as a 500, and outside everything else.
	 * @param handler answers the errors
	 * @param properties the configuration
	 * @param hiddenPath the path of an error page that is not for clients to ask for, or
	 * {@code null} if there is none
	 * @return the registration
	 */
	static FilterRegistrationBean<ServletErrorGuard> register(ServletErrorHandler handler,
			FaultbookProperties properties, @Nullable String hiddenPath) {
		FilterRegistrationBean<ServletErrorGuard> registration = new FilterRegistrationBean<>(
				new ServletErrorGuard(handler, properties, hiddenPath));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.INCLUDE);
		return registration;
	}

	/**
	 * Return whether a request asks for HTML by name, as browsers do.
	 * @param request the request
	 * @return whether it does
	 */
	static boolean isFromBrowser(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		guard((HttpServletRequest) request, (HttpServletResponse) response, chain);
	}

	private void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getDispatcherType() == DispatcherType.INCLUDE) {
			// Tomcat includes its error page in what was sent in part
			if (ServletErrorHandler.cutShort(request) == null) {
				chain.doFilter(request, response);
			}
			return;
		}
		if (this.htmlPages && isFromBrowser(request)) {
			chain.doFilter(request, response);
			return;
		}
		if (this.hiddenPath != null && request.getRequestURI().equals(request.getContextPath() + this.hiddenPath)) {
			this.handler.handle(HttpServletResponse.SC_NOT_FOUND, null, request, response);
			return;
		}
		GuardedResponse guarded = new GuardedResponse(response);
		try {
			chain.doFilter(request, guarded);
		}
		catch (Throwable ex) {
			this.handler.handle(ex, request, response);
		}
		Throwable cutShort = ServletErrorHandler.cutShort(request);
		if (cutShort != null) {
			// The container closes the connection, so that nobody takes a part for the
			// whole
			throw new ServletException("The response was sent in part when the request failed", cutShort);
		}
		int status = request.isAsyncStarted() ? 0 : guarded.pendingStatus(this.fillEmpty);
		if (status >= HttpServletResponse.SC_BAD_REQUEST) {
			this.handler.handle(status, guarded.message(), request, response);
		}
	}

}
