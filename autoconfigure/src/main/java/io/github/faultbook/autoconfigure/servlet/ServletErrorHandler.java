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
import java.util.function.Supplier;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.language.SupportedLocales;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.pipeline.CauseChain;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReferences;
import io.github.faultbook.pipeline.ErrorReply;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.util.StringUtils;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers failed servlet requests: passes the failure to the pipeline and sends its
 * reply. All doors of the servlet stack call it.
 */
final class ServletErrorHandler {

	private static final Log logger = LogFactory.getLog(ServletErrorHandler.class);

	private static final String ANSWERED = ServletErrorHandler.class.getName() + ".answered";

	private final ErrorPipeline pipeline;

	private final ErrorReferences references;

	private final SupportedLocales locales;

	private final Supplier<@Nullable LocaleResolver> localeResolver;

	private final List<ServletErrorExemption> exemptions;

	private final List<ServletErrorCause> causes;

	private final boolean sendErrorMessages;

	private final boolean htmlPages;

	ServletErrorHandler(ErrorPipeline pipeline, ErrorReferences references, SupportedLocales locales,
			Supplier<@Nullable LocaleResolver> localeResolver, List<ServletErrorExemption> exemptions,
			List<ServletErrorCause> causes, FaultbookProperties properties) {
		this.pipeline = pipeline;
		this.references = ErrorReferences.checked(references);
		this.locales = locales;
		this.localeResolver = localeResolver;
		this.exemptions = List.copyOf(exemptions);
		this.causes = List.copyOf(causes);
		this.sendErrorMessages = properties.isSendErrorMessages();
		this.htmlPages = properties.isHtmlPages();
	}

	/**
	 * Answer a request whose handler threw an exception, if a resolver recognizes the
	 * exception and no {@link ServletErrorExemption} leaves it to the filters.
	 * @param exception the exception
	 * @param request the request
	 * @param response the response
	 * @return {@code false} if the exception must go on, as it always must in an include,
	 * whose response is the including servlet's
	 * @throws IOException if the client cannot be reached
	 */
	boolean handleInDispatcher(Throwable exception, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Throwable failure = AsyncTimeouts.reason(CauseChain.unwrap(exception, ServletException.class), request);
		if (request.getDispatcherType() == DispatcherType.INCLUDE || isExempt(failure, request)) {
			return false;
		}
		ErrorReply reply = isOver(failure, response) ? null : this.pipeline.handleKnown(failure, describe(request));
		if (reply != null) {
			answer(reply, failure, request, response);
			return true;
		}
		if (mayGoOn(failure)) {
			return false;
		}
		handle(failure, request, response);
		return true;
	}

	private boolean isExempt(Throwable failure, HttpServletRequest request) {
		if (CauseChain.unwrap(failure) instanceof ApiFault) {
			// The causes of a fault do not decide how it is handled
			return false;
		}
		for (ServletErrorExemption exemption : this.exemptions) {
			if (exemption.isExempt(failure, request)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether the resolvers of Spring MVC let an exception pass that they do not
	 * handle. They follow endless causes, end the request with an empty success if the
	 * exception looks as if the client had disconnected, and send a bare 500 for a body
	 * that cannot be written, even if a part of it was sent.
	 * @param exception the exception
	 * @return whether the exception would reach the filters
	 */
	static boolean mayGoOn(Throwable exception) {
		if (exception instanceof HttpMessageNotWritableException || exception instanceof MethodValidationException) {
			return false;
		}
		try {
			return !CauseChain.isEndless(exception)
					&& !DisconnectedClientHelper.isClientDisconnectedException(exception);
		}
		catch (RuntimeException ex) {
			// Spring MVC would call getMessage, too, and get the same exception
			return false;
		}
	}

	/**
	 * Answer a request that failed with an exception. If the response is committed, or
	 * the error page answers the client, the answer is left to the guard as an
	 * {@link UnsentAnswer}.
	 * @param exception the exception
	 * @param request the request
	 * @param response the response
	 * @throws IOException if the client cannot be reached
	 */
	void handle(Throwable exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Throwable failure = CauseChain.unwrap(exception, ServletException.class);
		if (isOver(failure, response)) {
			logger.debug("The client does not wait for the answer to this failure", failure);
			answerUncounted(request, response);
			return;
		}
		answer(this.pipeline.handle(failure, describe(request)), failure, request, response);
	}

	/**
	 * Answer a client that has disconnected, as far as the exception tells. Code of the
	 * application may throw the same exception, and a client that is still there must not
	 * take the failure for a success. As any client can disconnect, the answer is neither
	 * logged nor counted.
	 * @param request the request
	 * @param response the response
	 * @throws IOException if the client cannot be reached
	 */
	private void answerUncounted(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!response.isCommitted()) {
			ApiError error = ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
			ServletReplies.send(this.pipeline.attempt(error, describe(request)).reply(), request, response);
			complete(request);
		}
	}

	private void answer(ErrorReply reply, Throwable failure, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (response.isCommitted()) {
			new UnsentAnswer(reply, failure).keep(request);
		}
		else if (wantsPage(request) && !(failure instanceof MultipartException)) {
			// For the page of a malformed multipart body, Spring MVC would read the body
			// again and fail
			response.setStatus(reply.errorStatus());
			new UnsentAnswer(reply, failure).keep(request);
		}
		else {
			ServletReplies.send(reply, request, response);
			complete(request);
		}
	}

	/**
	 * End an asynchronous request whose handler failed after it had started.
	 * @param request the request
	 */
	private static void complete(HttpServletRequest request) {
		if (request.isAsyncStarted()) {
			try {
				request.getAsyncContext().complete();
			}
			catch (IllegalStateException ex) {
				logger.debug("The request has been completed or dispatched already", ex);
				request.setAttribute(ANSWERED, true);
			}
		}
	}

	/**
	 * Answer a request for which a status was sent.
	 * @param status the status
	 * @param message the message of {@code sendError}, or {@code null} if there is none
	 * @param request the request
	 * @param response the response
	 * @throws IOException if the client cannot be reached
	 */
	void handle(int status, @Nullable String message, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (response.isCommitted()) {
			return;
		}
		// Set as in an error dispatch, for code that reports the request
		request.setAttribute(RequestDispatcher.ERROR_MESSAGE, message);
		Throwable cause = null;
		for (int i = 0; cause == null && i < this.causes.size(); i++) {
			cause = this.causes.get(i).find(status, request, response);
		}
		if (cause == null && StringUtils.hasText(message) && (this.sendErrorMessages || isReason(status, request))) {
			cause = new ResponseStatusException(HttpStatusCode.valueOf(status), message);
		}
		ServletErrorRequest failed = describe(request);
		send((cause != null) ? this.pipeline.handle(cause, failed) : this.pipeline.handle(status, failed), request,
				response);
	}

	/**
	 * Send an answer from outside the filters, or its status if the error page of the
	 * container writes the body.
	 * @param reply the answer
	 * @param request the request
	 * @param response the response, not committed
	 * @throws IOException if the client cannot be reached
	 */
	void send(ErrorReply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (wantsPage(request)) {
			ServletReplies.sendPage(reply, request, response);
		}
		else {
			ServletReplies.send(reply, request, response);
		}
	}

	/**
	 * Return whether a request is answered with the error page, which is the case if it
	 * asks for HTML by name, as browsers do.
	 * @param request the request
	 * @return whether the error page can be dispatched to and the client wants it
	 */
	private boolean wantsPage(HttpServletRequest request) {
		if (!this.htmlPages || request.getDispatcherType() == DispatcherType.ERROR || request.isAsyncStarted()) {
			return false;
		}
		String accept = describe(request).header(HttpHeaders.ACCEPT);
		return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
	}

	/**
	 * Return whether the message of {@code sendError} is the reason of a
	 * {@code @ResponseStatus} on a handler or {@code @ExceptionHandler} method, and thus
	 * meant for clients. Filters and handlers put texts of exceptions there as well.
	 * @param status the status that was sent
	 * @param request the request
	 * @return whether Spring MVC says that it sent the status for an annotation
	 */
	private static boolean isReason(int status, HttpServletRequest request) {
		return request.getAttribute(View.RESPONSE_STATUS_ATTRIBUTE) instanceof HttpStatusCode annotated
				&& annotated.value() == status;
	}

	private ServletErrorRequest describe(HttpServletRequest request) {
		return new ServletErrorRequest(request, this.references, this.locales, this.localeResolver);
	}

	/**
	 * Return whether a dispatch comes too late, because the request failed and was
	 * answered after the dispatch had been requested.
	 * @param request the request
	 * @return whether there is nothing left to do
	 */
	static boolean isAnswered(HttpServletRequest request) {
		return request.getAttribute(ANSWERED) != null;
	}

	private static boolean isOver(Throwable exception, HttpServletResponse response) {
		// A stream that has begun ends regularly with a timeout
		return DisconnectedClient.isReason(exception)
				|| (exception instanceof AsyncRequestTimeoutException && response.isCommitted());
	}

}
