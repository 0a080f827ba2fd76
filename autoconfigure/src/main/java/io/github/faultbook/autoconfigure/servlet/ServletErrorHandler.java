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

import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpMethod;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Answers failed servlet requests: passes the failure to the pipeline and sends what
 * comes back. Every door of the servlet stack ends here.
 */
final class ServletErrorHandler {

	private static final Log logger = LogFactory.getLog(ServletErrorHandler.class);

	private final ErrorPipeline pipeline;

	private final List<ServletErrorExemption> exemptions;

	ServletErrorHandler(ErrorPipeline pipeline, List<ServletErrorExemption> exemptions) {
		this.pipeline = pipeline;
		this.exemptions = List.copyOf(exemptions);
	}

	/**
	 * Answer a request whose handler threw an exception.
	 * @param exception the exception
	 * @param request the request
	 * @param response the response
	 * @return {@code false} if the exception is not to be answered here
	 * @throws IOException if the client cannot be reached
	 */
	boolean handle(Throwable exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (isExempt(exception)) {
			return false;
		}
		if (isClientGone(exception)) {
			logger.debug("The client went away", exception);
			return true;
		}
		if (response.isCommitted()) {
			logger.warn("The response was sent in part when the request failed: the connection is closed");
			return false;
		}
		send(this.pipeline.handle(unwrap(exception), new ServletErrorRequest(request)), request, response);
		return true;
	}

	private boolean isExempt(Throwable exception) {
		if (exception instanceof ErrorResponse response && response.getStatusCode().value() < 400) {
			return true;
		}
		for (ServletErrorExemption exemption : this.exemptions) {
			if (exemption.isExempt(exception)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isClientGone(Throwable exception) {
		return exception instanceof AsyncRequestNotUsableException
				|| exception.getClass().getSimpleName().equals("ClientAbortException");
	}

	/**
	 * Return what a servlet exception wraps: the dispatcher wraps errors, filters and
	 * servlets wrap anything.
	 * @param exception the exception
	 * @return its root cause if it is nothing but a wrapper
	 */
	private static Throwable unwrap(Throwable exception) {
		Throwable cause = (exception.getClass() == ServletException.class) ? exception.getCause() : null;
		return (cause != null) ? cause : exception;
	}

	private static void send(ErrorReply reply, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.resetBuffer();
		response.setStatus(reply.status());
		reply.headers().forEach((name, values) -> {
			response.setHeader(name, values.get(0));
			values.stream().skip(1).forEach((value) -> response.addHeader(name, value));
		});
		response.setContentLength(reply.body().length);
		if (!HttpMethod.HEAD.matches(request.getMethod())) {
			response.getOutputStream().write(reply.body());
		}
	}

}
