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

import io.github.faultbook.autoconfigure.container.EventStream;
import io.github.faultbook.autoconfigure.container.ResponseCut;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.pipeline.ErrorReply;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;

/**
 * Answers what reaches the filters: exceptions that leave the dispatcher, exceptions of
 * filters, calls of {@code sendError}, and responses with an error status and no body.
 * They are answered here rather than in the container's error dispatch, in which Spring
 * Security may turn a 404 into an empty 401.
 */
final class ServletErrorGuard implements Filter {

	private static final String EVENTS = EventStream.class.getName();

	private final ServletErrorHandler handler;

	private final boolean fillEmpty;

	private final boolean errorEvents;

	private final boolean errorPage;

	private final @Nullable String hiddenPath;

	private ServletErrorGuard(ServletErrorHandler handler, FaultbookProperties properties, boolean errorPage,
			@Nullable String hiddenPath) {
		this.handler = handler;
		this.fillEmpty = properties.isFillEmptyResponses();
		this.errorEvents = properties.isErrorEvents();
		this.errorPage = errorPage;
		this.hiddenPath = hiddenPath;
	}

	/**
	 * Register the guard: inside the observation, which would count every exception of a
	 * filter as a 500, and outside everything else.
	 * @param handler answers the errors
	 * @param properties the configuration
	 * @param errorPage whether errors are left to the error page of the container
	 * @param hiddenPath the path of an error page that is not for clients to ask for, or
	 * {@code null} if there is none
	 * @return the registration
	 */
	static FilterRegistrationBean<ServletErrorGuard> register(ServletErrorHandler handler,
			FaultbookProperties properties, boolean errorPage, @Nullable String hiddenPath) {
		FilterRegistrationBean<ServletErrorGuard> registration = new FilterRegistrationBean<>(
				new ServletErrorGuard(handler, properties, errorPage, hiddenPath));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.INCLUDE);
		return registration;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		guard((HttpServletRequest) request, (HttpServletResponse) response, chain);
	}

	private void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getDispatcherType() == DispatcherType.INCLUDE) {
			// Tomcat includes its error page in a partially sent response
			if (UnsentAnswer.find(request) == null) {
				chain.doFilter(request, new IncludedResponse(response));
			}
			return;
		}
		if (ServletErrorHandler.isAnswered(request)) {
			return;
		}
		if (this.errorPage) {
			chain.doFilter(request, response);
			sendUnsent(request, response);
			return;
		}
		if (isHidden(request)) {
			this.handler.handle(HttpServletResponse.SC_NOT_FOUND, null, request, response);
			return;
		}
		GuardedListeners listeners = new GuardedListeners(this.handler, request, response);
		GuardedResponse guarded = new GuardedResponse(response, listeners, eventsOf(request));
		try {
			chain.doFilter(new GuardedRequest(request, guarded, listeners), guarded);
		}
		catch (Throwable ex) {
			guarded.close();
			this.handler.handle(ex, request, response);
			sendUnsent(request, response);
			return;
		}
		GuardedResponse.SentError error = guarded.release();
		if (!sendUnsent(request, response)) {
			answer(error, guarded, request, response);
		}
	}

	private boolean isHidden(HttpServletRequest request) {
		// Decoded, unlike the URI
		return this.hiddenPath != null && request.getPathInfo() == null
				&& request.getServletPath().equals(this.hiddenPath);
	}

	/**
	 * Send the answer that the handler could not send. A partially sent response is cut
	 * instead, so that the client does not mistake it for a complete one.
	 * @param request the request
	 * @param response the response
	 * @return whether there was such an answer
	 */
	private boolean sendUnsent(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		UnsentAnswer unsent = UnsentAnswer.find(request);
		if (unsent == null) {
			return false;
		}
		if (response.isCommitted() && sendEvent(unsent.reply(), request, response)) {
			return true;
		}
		if (response.isCommitted()) {
			ResponseCut.of(request.getServletContext()).cut(unsent.failure(), unsent.reply());
		}
		this.handler.send(unsent.reply(), request, response);
		return true;
	}

	/**
	 * Return what is known of the events that were sent, perhaps in an earlier dispatch.
	 * @param request the request
	 * @return the events
	 */
	private static EventStream eventsOf(HttpServletRequest request) {
		if (request.getAttribute(EVENTS) instanceof EventStream known) {
			return known;
		}
		EventStream events = new EventStream();
		request.setAttribute(EVENTS, events);
		return events;
	}

	/**
	 * End a stream of events with the error, if it can be sent.
	 * @param reply the answer that could not be sent
	 * @param request the request
	 * @param response the response, committed
	 * @return whether the client can tell from the event that the stream has failed
	 */
	private boolean sendEvent(ErrorReply reply, HttpServletRequest request, HttpServletResponse response) {
		return this.errorEvents && !this.errorPage && EventStream.isEventStream(response.getContentType())
				&& eventsOf(request).isBetweenEvents() && ServletReplies.sendEvent(reply, response);
	}

	private void answer(GuardedResponse.@Nullable SentError error, GuardedResponse guarded, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (error != null) {
			this.handler.handle(error.status(), error.message(), request, response);
		}
		else if (this.fillEmpty && !request.isAsyncStarted() && guarded.lacksBody()) {
			this.handler.handle(guarded.getStatus(), null, request, response);
		}
	}

	/**
	 * The response of an include, in which an error is ignored (Servlet 6.1, section
	 * 9.3). Tomcat's own wrapper, which does so, is inside of {@link GuardedResponse}.
	 */
	private static final class IncludedResponse extends HttpServletResponseWrapper {

		IncludedResponse(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void sendError(int status) {
			// Ignored, because the response is the including servlet's
		}

		@Override
		public void sendError(int status, @Nullable String message) {
			// Ignored, because the response is the including servlet's
		}

	}

}
