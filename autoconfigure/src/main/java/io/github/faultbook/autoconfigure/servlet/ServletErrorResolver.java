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
import java.lang.reflect.UndeclaredThrowableException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Handles exceptions of handlers that an {@code ErrorResolver} recognizes. It comes after
 * all {@code @ExceptionHandler} methods of the application and of libraries, and before
 * the resolvers of Spring MVC that call {@code sendError}. Other exceptions are left to
 * Spring MVC, as if this resolver did not exist.
 */
final class ServletErrorResolver implements HandlerExceptionResolver {

	private final ServletErrorHandler handler;

	ServletErrorResolver(ServletErrorHandler handler) {
		this.handler = handler;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object controller, Exception exception) {
		try {
			if (this.handler.handleInDispatcher(exception, request, response)) {
				return new ModelAndView();
			}
		}
		catch (IOException ex) {
			// The client cannot be reached
			return new ModelAndView();
		}
		if (!ServletErrorHandler.mayGoOn(exception)) {
			// The next resolvers would keep the exception from the filters
			throw (exception instanceof RuntimeException unchecked) ? unchecked
					: new UndeclaredThrowableException(exception);
		}
		return null;
	}

}
