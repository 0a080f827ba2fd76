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

import io.github.faultbook.pipeline.CauseChain;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes exceptions whose causes have no end before Spring MVC and Spring Security, which
 * would follow them until the memory is exhausted. Nobody else could handle them, so that
 * nothing is stolen from the application.
 */
final class EndlessCauseGuard implements Filter, HandlerExceptionResolver {

	private final ServletErrorHandler handler;

	EndlessCauseGuard(ServletErrorHandler handler) {
		this.handler = handler;
	}

	/**
	 * Register a guard behind a filter.
	 * @param handler answers the errors
	 * @param order the order of the filter
	 * @return the registration
	 */
	static FilterRegistrationBean<EndlessCauseGuard> behind(ServletErrorHandler handler, int order) {
		FilterRegistrationBean<EndlessCauseGuard> registration = new FilterRegistrationBean<>(
				new EndlessCauseGuard(handler));
		registration.setOrder(order + 1);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
		return registration;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (Throwable ex) {
			if (!CauseChain.isEndless(ex)) {
				throw ex;
			}
			this.handler.handle(ex, (HttpServletRequest) request, (HttpServletResponse) response);
		}
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object controller, Exception exception) {
		if (!CauseChain.isEndless(exception)) {
			return null;
		}
		try {
			this.handler.handle(exception, request, response);
		}
		catch (IOException ex) {
			// The client cannot be reached
		}
		return new ModelAndView();
	}

}
