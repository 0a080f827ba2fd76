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
import java.lang.reflect.Type;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.annotation.JsonView;
import io.github.faultbook.autoconfigure.input.RecordedBody;
import io.github.faultbook.autoconfigure.input.RecordingBudget;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Records JSON while Spring MVC reads it, without changing the bodies. The recording ends
 * when the body has been read, or at the end of the dispatch if reading fails.
 */
// Last, as other advices may replace the body
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class RequestBodyRecorder extends RequestBodyAdviceAdapter {

	private final @Nullable RecordingBudget budget;

	private final AtomicLong recordings = new AtomicLong();

	/**
	 * Create a recorder.
	 * @param budget the memory for all recordings, or {@code null} to record nothing
	 */
	RequestBodyRecorder(@Nullable RecordingBudget budget) {
		this.budget = budget;
	}

	@Override
	public boolean supports(MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) {
		return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converterType);
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) throws IOException {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		boolean recordable = request != null && !parameter.hasParameterAnnotation(JsonView.class);
		RecordedBody body = new RecordedBody(message, recordable ? this.budget : null, type, parameter);
		if (request != null && recordable && this.budget != null) {
			request.registerDestructionCallback(
					RequestBodyRecorder.class.getName() + "." + this.recordings.incrementAndGet(), body::release,
					RequestAttributes.SCOPE_REQUEST);
		}
		return body;
	}

	@Override
	public Object afterBodyRead(Object result, HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) {
		if (message instanceof RecordedBody body) {
			body.release();
		}
		return result;
	}

}
