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

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers exceptions of controllers that an {@code ErrorResolver} recognizes and no
 * {@code @ExceptionHandler} of the application handles. Every other exception is thrown
 * again, so that Spring MVC goes on as if the advice did not exist.
 * <p>
 * The advice writes the response itself, without content negotiation, which can fail.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ServletErrorAdvice {

	private static final String RETHROWN = ServletErrorAdvice.class.getName() + ".rethrown";

	private final ServletErrorHandler handler;

	ServletErrorAdvice(ServletErrorHandler handler) {
		this.handler = handler;
	}

	@ExceptionHandler(Throwable.class)
	void handle(Throwable exception, HttpServletRequest request, HttpServletResponse response) throws Throwable {
		if (!this.handler.handleInDispatcher(exception, request, response)) {
			request.setAttribute(RETHROWN, exception);
			throw exception;
		}
	}

	/**
	 * Return whether the advice was called for an exception and threw it again, so that
	 * no {@code @ExceptionHandler} method of the application handles it.
	 * @param exception the exception
	 * @param request the request
	 * @return whether it did
	 */
	static boolean hasRethrown(Throwable exception, HttpServletRequest request) {
		return request.getAttribute(RETHROWN) == exception;
	}

}
