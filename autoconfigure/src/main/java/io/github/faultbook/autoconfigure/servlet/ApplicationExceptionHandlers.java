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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Knows which exceptions the {@link ExceptionHandler @ExceptionHandler} methods of an
 * application may take, without calling or building anything for an exception. When in
 * doubt, they may: Spring MVC has the last word then.
 */
final class ApplicationExceptionHandlers {

	private final List<Class<?>> advices;

	/**
	 * Whether an advice takes exceptions of a class. Class values pin no class loader; a
	 * resolver would, which is why none is kept.
	 */
	private final ClassValue<Boolean> taken = new ClassValue<>() {

		@Override
		protected Boolean computeValue(Class<?> type) {
			Class<? extends Throwable> exception = type.asSubclass(Throwable.class);
			return ApplicationExceptionHandlers.this.advices.stream()
				.anyMatch((advice) -> new ExceptionHandlerMethodResolver(advice)
					.resolveMethodByExceptionType(exception) != null);
		}

	};

	/**
	 * Whether a controller takes exceptions itself.
	 */
	private final ClassValue<Boolean> taking = new ClassValue<>() {

		@Override
		protected Boolean computeValue(Class<?> type) {
			return new ExceptionHandlerMethodResolver(type).hasExceptionMappings();
		}

	};

	private ApplicationExceptionHandlers(List<Class<?>> advices) {
		this.advices = advices;
	}

	/**
	 * Find the handlers behind which {@link ServletErrorAdvice} is.
	 * @param resolver a resolver of Spring MVC
	 * @return the handlers, or {@code null} if the resolver does not know the advice, or
	 * may know handlers that its base class does not
	 */
	static @Nullable ApplicationExceptionHandlers of(HandlerExceptionResolver resolver) {
		if (resolver.getClass() != ExceptionHandlerExceptionResolver.class) {
			return null;
		}
		List<Class<?>> advices = new ArrayList<>();
		boolean last = false;
		for (ControllerAdviceBean advice : ((ExceptionHandlerExceptionResolver) resolver)
			.getExceptionHandlerAdviceCache()
			.keySet()) {
			last |= advice.getBeanType() == ServletErrorAdvice.class;
			if (!last && advice.getBeanType() != null) {
				advices.add(advice.getBeanType());
			}
		}
		return last ? new ApplicationExceptionHandlers(advices) : null;
	}

	/**
	 * Return whether a handler method of the application may take an exception.
	 * @param controller what threw it, or {@code null} if unknown
	 * @param exception the exception; its causes have an end
	 * @return {@code false} if the advice would certainly take it
	 */
	boolean mayTake(@Nullable Object controller, Throwable exception) {
		if (controller instanceof HandlerMethod method) {
			return this.taking.get(method.getBeanType()) || isTaken(exception);
		}
		// Spring MVC asks no advice about what other handlers throw
		boolean advised = controller == null || controller instanceof ResourceHttpRequestHandler;
		return !advised || isTaken(exception);
	}

	private boolean isTaken(Throwable exception) {
		for (Throwable cause = exception; cause != null && !this.advices.isEmpty(); cause = cause.getCause()) {
			if (this.taken.get(cause.getClass())) {
				return true;
			}
		}
		return false;
	}

}
