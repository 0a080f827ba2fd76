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
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * The door for the exceptions of handlers, in two places. In front of the resolver that
 * calls {@code @ExceptionHandler} methods, it takes what none of the application would:
 * most errors never need one to be looked up, built and called. Behind it, it takes what
 * is left, such as exceptions of handlers that are no controllers.
 */
final class ServletErrorResolver implements HandlerExceptionResolver {

	private final ServletErrorHandler handler;

	private final @Nullable ApplicationExceptionHandlers first;

	/**
	 * Create a resolver.
	 * @param handler answers the errors
	 * @param first the handlers that may come first, or {@code null} if there are none
	 */
	ServletErrorResolver(ServletErrorHandler handler, @Nullable ApplicationExceptionHandlers first) {
		this.handler = handler;
		this.first = first;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object controller, Exception exception) {
		if (this.first != null && this.first.mayTake(controller, exception)) {
			return null;
		}
		try {
			return this.handler.handleInDispatcher(exception, request, response) ? new ModelAndView() : null;
		}
		catch (IOException ex) {
			return new ModelAndView();
		}
	}

}
