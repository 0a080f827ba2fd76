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

package io.github.faultbook.autoconfigure.reactive;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.autoconfigure.input.RequestParameters;
import io.github.faultbook.autoconfigure.input.StackFrames;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.codec.FormHttpMessageReader;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.accept.HeaderContentTypeResolver;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerErrorException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsatisfiedRequestParameterException;

/**
 * {@link ErrorResolver} for requests that WebFlux cannot bind to a handler. Each missing
 * parameter, header, cookie and part becomes a violation.
 */
final class ReactiveInputErrorResolver implements ErrorResolver {

	/**
	 * The number of stack frames in which the reader is looked for.
	 */
	private static final int FRAMES = 8;

	private static final String MULTIPART = "org.springframework.http.codec.multipart.";

	private final InputViolations inputs;

	private final ErrorCatalog catalog;

	ReactiveInputErrorResolver(InputViolations inputs, ErrorCatalog catalog) {
		this.inputs = inputs;
		this.catalog = catalog;
	}

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (exception instanceof MissingRequestValueException missing) {
			return missing(missing, request);
		}
		if (exception instanceof UnsatisfiedRequestParameterException unsatisfied) {
			return ApiError.builder(CommonError.INVALID_REQUEST).violations(unsatisfied(unsatisfied, request)).build();
		}
		if (exception instanceof ServerErrorException error) {
			return isInPath(error.getMethodParameter(), request) ? ApiError.of(CommonError.RESOURCE_NOT_FOUND) : null;
		}
		if (exception instanceof IllegalArgumentException
				&& StackFrames.contain(exception, FRAMES, FormHttpMessageReader.class, null)) {
			// A malformed escape sequence or an unknown encoding
			return ApiError.of(CommonError.INVALID_REQUEST);
		}
		if (exception instanceof InvalidMimeTypeException
				&& StackFrames.contain(exception, FRAMES, HeaderContentTypeResolver.class, null)) {
			// More types than Spring sorts
			return ApiError.of(CommonError.NOT_ACCEPTABLE);
		}
		// Other exceptions are not asked for their frames, which takes long
		if (exception instanceof DataBufferLimitException && isOfMultipart(exception)) {
			return ApiError.of(this.catalog.forStatus(HttpStatus.CONTENT_TOO_LARGE.value()));
		}
		boolean malformed = exception instanceof DecodingException || exception instanceof InvalidMediaTypeException;
		return (malformed && isOfMultipart(exception)) ? ApiError.of(CommonError.INVALID_REQUEST) : null;
	}

	/**
	 * Return whether an exception was thrown while a multipart body was read. WebFlux
	 * passes it on as it is.
	 * @param exception the exception
	 * @return whether the reader of multipart bodies has created it or called the code
	 * that did
	 */
	private static boolean isOfMultipart(Throwable exception) {
		return Arrays.stream(StackFrames.of(exception))
			.limit(FRAMES)
			.anyMatch((frame) -> frame.getClassName().startsWith(MULTIPART));
	}

	/**
	 * List the conditions on parameters that the request does not meet. WebFlux has the
	 * conditions of a handler in one text, such as {@code [kind=a, page]}.
	 * @param unsatisfied the exception
	 * @param request the request
	 * @return the violations, may be empty
	 */
	private List<Violation> unsatisfied(UnsatisfiedRequestParameterException unsatisfied, ErrorRequest request) {
		List<String[]> handlers = unsatisfied.getConditions()
			.stream()
			.map((conditions) -> conditions.replaceAll("^\\[|]$", "").split(", "))
			.toList();
		return this.inputs.conditions(handlers, unsatisfied.getRequestParams()::getFirst, request);
	}

	private ApiError missing(MissingRequestValueException missing, ErrorRequest request) {
		MethodParameter parameter = missing.getMethodParameter();
		if (parameter == null) {
			return ApiError.of(CommonError.INVALID_REQUEST);
		}
		return ApiError.builder(CommonError.INVALID_REQUEST)
			.violations(List.of(this.inputs.required(RequestParameters.locationOf(parameter, request),
					List.of(missing.getName()), request.locale())))
			.build();
	}

	/**
	 * Return whether a path variable has a value, for which a converter found nothing. A
	 * variable that is not in the pattern is a mistake of the application.
	 * @param parameter the parameter of the handler, or {@code null}
	 * @param request the request
	 * @return whether the parameter is a variable that the path has
	 */
	private static boolean isInPath(@Nullable MethodParameter parameter, ErrorRequest request) {
		ServerWebExchange exchange = request.unwrap(ServerWebExchange.class);
		if (parameter == null || exchange == null || !parameter.hasParameterAnnotation(PathVariable.class)) {
			return false;
		}
		Map<String, String> variables = exchange.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		return variables != null && variables.containsKey(RequestParameters.nameOf(parameter));
	}

}
