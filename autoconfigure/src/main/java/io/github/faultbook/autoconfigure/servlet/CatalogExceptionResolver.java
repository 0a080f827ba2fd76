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

import java.util.Map;

import io.github.faultbook.ApiFault;
import io.github.faultbook.autoconfigure.input.HandledExceptions;
import io.github.faultbook.pipeline.CauseChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.util.ConcurrentReferenceHashMap;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;

/**
 * Keeps exceptions of the catalog away from {@code @ExceptionHandler} methods that do not
 * name them, such as a method for every {@link Exception}, as an {@link ApiFault} is
 * meant for the client. Spring MVC is asked which method it would call, so that the
 * answer is right for advices and for the methods of a controller.
 * <p>
 * Exceptions with cyclic or endless causes are handled here, too, as Spring MVC would
 * follow the causes until the memory is exhausted.
 */
final class CatalogExceptionResolver extends ExceptionHandlerExceptionResolver {

	private final HandlerExceptionResolver resolver;

	/**
	 * Whether an advice has handler methods.
	 */
	private final boolean advised;

	/**
	 * Whether the class of a controller has handler methods.
	 */
	private final Map<Class<?>, Boolean> controllers = new ConcurrentReferenceHashMap<>(16,
			ConcurrentReferenceHashMap.ReferenceType.WEAK);

	/**
	 * Create a resolver.
	 * @param resolver the resolver for exceptions that are kept away from handler methods
	 * @param context the application context with the advices
	 */
	CatalogExceptionResolver(HandlerExceptionResolver resolver, ApplicationContext context) {
		this.resolver = resolver;
		setApplicationContext(context);
		afterPropertiesSet();
		this.advised = !getExceptionHandlerAdviceCache().isEmpty();
	}

	// The superclass follows causes before it calls doResolveHandlerMethodException
	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object controller, Exception exception) {
		boolean kept = CauseChain.isEndless(exception) || isKept(request, response, controller, exception);
		return kept ? this.resolver.resolveException(request, response, controller, exception) : null;
	}

	private boolean isKept(HttpServletRequest request, HttpServletResponse response, @Nullable Object controller,
			Exception exception) {
		Throwable thrown = CauseChain.unwrap(exception);
		if (!(thrown instanceof ApiFault)) {
			return false;
		}
		HandlerMethod method = find(request, response, controller, exception);
		return method == null || !HandledExceptions.includeFault(method.getMethod(), thrown.getClass());
	}

	/**
	 * Find the method that Spring MVC calls for an exception. Spring MVC is only asked if
	 * there are methods to choose from, as it examines the request.
	 * @param request the request
	 * @param response the response
	 * @param controller the handler that failed, or {@code null}
	 * @param exception the exception
	 * @return the method, or {@code null} if there is none
	 */
	@Nullable HandlerMethod find(HttpServletRequest request, HttpServletResponse response, @Nullable Object controller,
			Exception exception) {
		HandlerMethod failed = (controller instanceof HandlerMethod controllerMethod) ? controllerMethod : null;
		if (!this.advised && (failed == null || !hasMethods(failed.getBeanType()))) {
			return null;
		}
		return getExceptionHandlerMethod(failed, exception, new ServletWebRequest(request, response));
	}

	private boolean hasMethods(Class<?> controller) {
		Boolean known = this.controllers.get(controller);
		// A known class needs no lock
		return (known != null) ? known : this.controllers.computeIfAbsent(controller,
				(type) -> new ExceptionHandlerMethodResolver(type).hasExceptionMappings());
	}

}
