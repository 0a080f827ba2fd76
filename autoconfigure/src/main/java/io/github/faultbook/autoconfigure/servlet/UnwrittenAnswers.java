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

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Handles exceptions that an {@code @ExceptionHandler} method of the application has
 * handled, but whose result could not be written, such as JSON for a client that only
 * accepts images. Spring MVC then continues as if there were no such method. If the
 * method has set an error status, it is sent with the body of the format.
 */
final class UnwrittenAnswers implements HandlerExceptionResolver {

	private static final Log logger = LogFactory.getLog(UnwrittenAnswers.class);

	private final CatalogExceptionResolver methods;

	private final ServletErrorHandler handler;

	/**
	 * Create an instance.
	 * @param methods finds the method that handles an exception
	 * @param handler answers the request
	 */
	UnwrittenAnswers(CatalogExceptionResolver methods, ServletErrorHandler handler) {
		this.methods = methods;
		this.handler = handler;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object controller, Exception exception) {
		HandlerMethod method = this.methods.find(request, response, controller, exception);
		if (method == null) {
			return null;
		}
		int status = response.getStatus();
		boolean known = status >= HttpStatus.BAD_REQUEST.value() && !response.isCommitted();
		logger.warn("The result of %s for a %s could not be written. %s".formatted(method.getShortLogMessage(),
				exception.getClass().getName(),
				known ? "Its status %d is sent with the body of the format.".formatted(status)
						: "It has set no error status, so the exception is answered."));
		if (!known) {
			return null;
		}
		try {
			this.handler.handle(status, null, request, response);
		}
		catch (IOException ex) {
			logger.debug("The client cannot be reached", ex);
		}
		return new ModelAndView();
	}

}
