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

package io.github.faultbook.autoconfigure.tomcat;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.container.ContainerRequests;
import io.github.faultbook.autoconfigure.container.SurvivingHeaders;
import io.github.faultbook.pipeline.CauseChain;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;

/**
 * Replaces Tomcat's error page, which shows the version and, on occasion, a stack trace.
 */
final class TomcatErrorValve extends ErrorReportValve {

	private static final Log logger = LogFactory.getLog(TomcatErrorValve.class);

	private final ErrorPipeline pipeline;

	private final ContainerRequests requests;

	TomcatErrorValve(ErrorPipeline pipeline, ContainerRequests requests) {
		this.pipeline = pipeline;
		this.requests = requests;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		super.invoke(request, response);
		if (request.isAsync() && response.isErrorReportRequired() && !response.isCommitted()) {
			// The superclass leaves an asynchronous request to its end, which does not
			// come if another thread failed while this one was busy with the request
			response.setSuspended(false);
			if (response.getStatus() < 400 && response.setErrorReported()) {
				// Tomcat would replace the status, which is no error, with a bare 500
				response.finishResponse();
			}
			report(request, response, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
		}
		if (response.isCommitted() && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null
				&& "HTTP/2.0".equals(request.getProtocol())) {
			resetStream(response);
		}
	}

	/**
	 * End a stream of HTTP/2 with a reset (RFC 9113, section 8.1). Otherwise, Tomcat
	 * would end it like a complete stream. The trailers are requested last, so the
	 * supplier of the trailers fails.
	 * @param response the response, sent in part
	 */
	private static void resetStream(Response response) {
		try {
			response.getCoyoteResponse().setTrailerFields(TomcatErrorValve::closeNow);
		}
		catch (IllegalStateException ex) {
			logger.debug("The stream has ended already", ex);
		}
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable> Map<String, String> closeNow() throws E {
		throw (E) new CloseNowException("The request failed when a part of the response had been sent");
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		// Tomcat commits a response without sending it if the body cannot be read
		ErrorReply reply = (throwable instanceof CutResponse cut) ? cut.reply
				: handle(request, response.getStatus(), throwable);
		// A thread that was interrupted cannot write
		boolean interrupted = Thread.interrupted();
		try {
			send(reply, request, response);
		}
		catch (IOException ex) {
			logger.debug("The client went away", ex);
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private ErrorReply handle(Request request, int status, @Nullable Throwable throwable) {
		ErrorRequest failed = this.requests.describe(request, request.getMethod(), request.getRequestURI(),
				request::getHeaders, this.requests.reference(request::getAttribute, request::setAttribute));
		// Any other status is Tomcat's own verdict, whatever led to it
		return (throwable != null && status == 500)
				? this.pipeline.handle(CauseChain.unwrap(throwable, ServletException.class), failed)
				: this.pipeline.handle(status, failed);
	}

	private static void send(ErrorReply reply, Request request, Response response) throws IOException {
		response.resetBuffer(true);
		response.setStatus(reply.status());
		for (String name : List.copyOf(response.getHeaderNames())) {
			if (!SurvivingHeaders.survives(name, reply.status())) {
				response.getCoyoteResponse().getMimeHeaders().removeHeader(name);
			}
		}
		reply.headers().forEach((name, values) -> {
			response.setHeader(name, values.get(0));
			values.stream().skip(1).forEach((value) -> response.addHeader(name, value));
		});
		response.setContentLength(reply.body().length);
		if (!"HEAD".equals(request.getMethod())) {
			response.getOutputStream().write(reply.body());
		}
		response.finishResponse();
	}

	/**
	 * Ends a response that could not be replaced by an error. Tomcat closes the
	 * connection on it, and logs nothing.
	 */
	static final class CutResponse extends CloseNowException {

		private final ErrorReply reply;

		CutResponse(Throwable failure, ErrorReply reply) {
			super("The request failed after a part of the response was sent");
			initCause(failure);
			this.reply = reply;
		}

	}

}
