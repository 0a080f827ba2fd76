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

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Handles a {@link ProblemDetail} that a handler returns with an error status as if it
 * had been thrown, so that the response has the configured format, a code and a
 * reference. Values returned by {@code @ExceptionHandler} methods of the application are
 * not changed.
 */
@ControllerAdvice
final class ProblemDetailAdvice implements ResponseBodyAdvice<Object> {

	private final ServletErrorHandler handler;

	ProblemDetailAdvice(ServletErrorHandler handler) {
		this.handler = handler;
	}

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returnType, MediaType contentType,
			Class<? extends HttpMessageConverter<?>> converterType, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (!(body instanceof ProblemDetail problem) || returnType.hasMethodAnnotation(ExceptionHandler.class)
				|| !(request instanceof ServletServerHttpRequest servletRequest)
				|| !(response instanceof ServletServerHttpResponse servletResponse)) {
			return body;
		}
		int status = servletResponse.getServletResponse().getStatus();
		return (status >= 400 && answer(problem, status, servletRequest, servletResponse)) ? null : body;
	}

	private boolean answer(ProblemDetail problem, int status, ServletServerHttpRequest request,
			ServletServerHttpResponse response) {
		ErrorResponseException error = new ErrorResponseException(HttpStatusCode.valueOf(status), problem, null);
		error.getHeaders().putAll(response.getHeaders());
		try {
			HttpServletRequest failed = request.getServletRequest();
			if (!this.handler.handleInDispatcher(error, failed, response.getServletResponse())) {
				if (failed.getDispatcherType() == DispatcherType.INCLUDE) {
					return false;
				}
				// A resolver failed, such as with the application's texts. The body as it
				// is may contain what is never sent
				this.handler.handle(error, failed, response.getServletResponse());
			}
			// The headers are part of the reply, to which Spring MVC would add them again
			HttpHeaders headers = response.getHeaders();
			List.copyOf(headers.headerNames()).forEach(headers::remove);
			return true;
		}
		catch (IOException ex) {
			// The client cannot be reached
			return true;
		}
	}

}
