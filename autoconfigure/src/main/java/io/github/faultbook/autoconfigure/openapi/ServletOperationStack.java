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

package io.github.faultbook.autoconfigure.openapi;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Part;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.accept.FixedContentNegotiationStrategy;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * The operations of an application with Spring MVC.
 *
 * @param mappings the controllers of the application
 * @param negotiation determines the media types that clients accept; without it, an
 * {@code Accept} header is assumed
 * @param servletContext the application, which does not exist before the web server
 * @param dispatcher the path of the dispatcher, none for the root
 */
record ServletOperationStack(ObjectProvider<RequestMappingHandlerMapping> mappings,
		ObjectProvider<ContentNegotiationManager> negotiation, ObjectProvider<ServletContext> servletContext,
		ObjectProvider<DispatcherServletPath> dispatcher) implements OperationStack {

	@Override
	public Stream<HandlerMethod> operations() {
		return this.mappings.orderedStream().flatMap((mapping) -> mapping.getHandlerMethods().values().stream());
	}

	@Override
	public String root() {
		DispatcherServletPath path = this.dispatcher.getIfAvailable();
		return this.servletContext.getObject().getContextPath() + ((path != null) ? path.getPrefix() : "");
	}

	@Override
	public boolean negotiates() {
		ContentNegotiationManager manager = this.negotiation.getIfUnique();
		return manager == null || manager.getStrategies()
			.stream()
			.anyMatch((strategy) -> !(strategy instanceof FixedContentNegotiationStrategy));
	}

	@Override
	public List<Class<?>> readFromAnything() {
		return List.of(MultipartFile.class, Part.class);
	}

	@Override
	public List<Class<?>> writtenAsAnything() {
		return List.of(StreamingResponseBody.class, ResponseBodyEmitter.class);
	}

	@Override
	public List<Class<?>> wrappers() {
		return List.of(DeferredResult.class, WebAsyncTask.class);
	}

	@Override
	public Class<? extends Throwable> exceptionFor(Rejection rejection) {
		return switch (rejection) {
			case UNREADABLE_BODY -> HttpMessageNotReadableException.class;
			case MISSING_PART -> MissingServletRequestPartException.class;
			case UNSUPPORTED_MEDIA_TYPE -> HttpMediaTypeNotSupportedException.class;
			case MISTYPED_VALUE -> MethodArgumentTypeMismatchException.class;
			case MISSING_PARAMETER -> MissingServletRequestParameterException.class;
			case MISSING_HEADER -> MissingRequestHeaderException.class;
			case MISSING_COOKIE -> MissingRequestCookieException.class;
			case MISSING_ENTITY -> MissingPathVariableException.class;
			case INVALID_ARGUMENT -> MethodArgumentNotValidException.class;
			case NOT_ACCEPTABLE -> HttpMediaTypeNotAcceptableException.class;
		};
	}

	@Override
	public boolean catchAllTakesFaults() {
		return false;
	}

}
