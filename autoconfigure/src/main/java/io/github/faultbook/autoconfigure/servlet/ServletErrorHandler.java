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
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.pipeline.CauseChain;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReferences;
import io.github.faultbook.pipeline.ErrorReply;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Answers failed servlet requests: passes the failure to the pipeline and sends what
 * comes back. Every door of the servlet stack ends here.
 */
final class ServletErrorHandler {

	private static final Log logger = LogFactory.getLog(ServletErrorHandler.class);

	private static final Set<String> CLIENT_GONE = Set.of("org.apache.catalina.connector.ClientAbortException",
			"org.eclipse.jetty.io.EofException");

	private static final String CUT_SHORT = ServletErrorHandler.class.getName() + ".cutShort";

	private final ErrorPipeline pipeline;

	private final ErrorReferences references;

	private final Supplier<@Nullable LocaleResolver> localeResolver;

	private final List<ServletErrorExemption> exemptions;

	ServletErrorHandler(ErrorPipeline pipeline, ErrorReferences references,
			Supplier<@Nullable LocaleResolver> localeResolver, List<ServletErrorExemption> exemptions) {
		this.pipeline = pipeline;
		this.references = references;
		this.localeResolver = localeResolver;
		this.exemptions = List.copyOf(exemptions);
	}

	/**
	 * Answer a request whose handler threw an exception, unless it is exempt.
	 * @param exception the exception
	 * @param request the request
	 * @param response the response
	 * @return {@code false} if the exception is exempt and must be thrown on
	 * @throws IOException if the client cannot be reached
	 */
	boolean handleInDispatcher(Throwable exception, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Throwable failure = CauseChain.unwrap(exception, ServletException.class);
		if (failure instanceof ErrorResponse redirect && redirect.getStatusCode().value() < 400) {
			return false;
		}
		for (ServletErrorExemption exemption : this.exemptions) {
			if (exemption.isExempt(failure, request)) {
				return false;
			}
		}
		handle(failure, request, response);
		return true;
	}

	/**
	 * Answer a request that failed with an exception. A response that was sent in part
	 * cannot be replaced: the request is marked to be {@link #cutShort cut short}.
	 * @param exception the exception
	 * @param request the request
	 * @param response the response
	 * @throws IOException if the client cannot be reached
	 */
	void handle(Throwable exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Throwable failure = CauseChain.unwrap(exception, ServletException.class);
		if (isClientGone(failure)) {
			logger.debug("The client went away", failure);
			return;
		}
		ErrorReply reply = this.pipeline.handle(failure, describe(request));
		if (response.isCommitted()) {
			// Nobody gets this answer, but the listeners have learned of the error
			request.setAttribute(CUT_SHORT, failure);
		}
		else {
			ServletReplies.send(reply, request, response);
		}
	}

	/**
	 * Answer a request of which only the status is known.
	 * @param status the status
	 * @param request the request
	 * @param response the response
	 * @throws IOException if the client cannot be reached
	 */
	void handle(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
		ServletErrorRequest failed = describe(request);
		boolean invalidToken = status == HttpServletResponse.SC_UNAUTHORIZED
				&& response.getHeaders(HttpHeaders.WWW_AUTHENTICATE)
					.stream()
					.anyMatch(ServletErrorHandler::isInvalidToken);
		ErrorReply reply = invalidToken ? this.pipeline.handle(ApiError.of(CommonError.INVALID_TOKEN), failed)
				: this.pipeline.handle(status, failed);
		ServletReplies.send(reply, request, response);
	}

	private ServletErrorRequest describe(HttpServletRequest request) {
		return new ServletErrorRequest(request, this.references, this.localeResolver);
	}

	/**
	 * Return whether a challenge says that the token is of no use (RFC 6750, section
	 * 3.1).
	 * @param challenge a value of {@code WWW-Authenticate}
	 * @return whether it does
	 */
	private static boolean isInvalidToken(String challenge) {
		return challenge.startsWith("Bearer ") && challenge.contains("error=\"invalid_token\"");
	}

	/**
	 * Return why the response to a request must end as it is.
	 * @param request the request
	 * @return the exception that came after a part of the response had been sent, or
	 * {@code null} if there was none
	 */
	static @Nullable Throwable cutShort(HttpServletRequest request) {
		return (Throwable) request.getAttribute(CUT_SHORT);
	}

	/**
	 * Return whether a request failed because nobody is there any more to answer. Only
	 * the container can tell: the exception of an application may read the same.
	 * @param exception the exception
	 * @return whether it is the container's, or was met when a body was read or written
	 */
	private static boolean isClientGone(Throwable exception) {
		boolean body = exception instanceof HttpMessageNotReadableException
				|| exception instanceof HttpMessageNotWritableException;
		return body ? CauseChain.anyMatch(exception, ServletErrorHandler::saysClientGone) : saysClientGone(exception);
	}

	private static boolean saysClientGone(Throwable exception) {
		return exception instanceof AsyncRequestNotUsableException
				|| CLIENT_GONE.contains(exception.getClass().getName());
	}

}
