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

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.autoconfigure.input.RequestParameters;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/**
 * {@link ErrorResolver} for parts of a multipart request whose media type cannot be read.
 * Spring signals the same exception as for the media type of the request and does not
 * name the part. Its {@code Accept} header is left out, as the request must remain
 * multipart.
 */
final class ReactivePartErrorResolver implements ErrorResolver {

	private final InputViolations inputs;

	ReactivePartErrorResolver(InputViolations inputs) {
		this.inputs = inputs;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (!(exception instanceof UnsupportedMediaTypeStatusException unsupported)) {
			return null;
		}
		String part = find(unsupported, request);
		if (part == null) {
			return null;
		}
		return ApiError.builder(CommonError.UNSUPPORTED_MEDIA_TYPE)
			.violations(List
				.of(this.inputs.mediaType(List.of(part), unsupported.getSupportedMediaTypes(), request.locale())))
			.build();
	}

	/**
	 * Find the part. It is the first one that a parameter of the handler names and that
	 * has the media type of the exception, apart from those of types that are read from
	 * any media type.
	 * @param exception the exception
	 * @param request the request
	 * @return the name of the part, or {@code null} if no part was read or it is not
	 * known
	 */
	private static @Nullable String find(UnsupportedMediaTypeStatusException exception, ErrorRequest request) {
		HandlerMethod handler = request.unwrap(HandlerMethod.class);
		ServerWebExchange exchange = request.unwrap(ServerWebExchange.class);
		Map<String, List<Part>> parts = (exchange != null) ? GuardedExchange.partsOf(exchange) : null;
		if (handler == null || parts == null) {
			return null;
		}
		MediaType refused = Objects.requireNonNullElse(exception.getContentType(), MediaType.APPLICATION_OCTET_STREAM);
		return Stream.of(handler.getMethodParameters())
			.filter((parameter) -> parameter.hasParameterAnnotation(RequestPart.class))
			.filter((parameter) -> !isOfAnyMediaType(parameter))
			.map(RequestParameters::nameOf)
			.filter((name) -> parts.getOrDefault(name, List.of())
				.stream()
				.anyMatch((part) -> mediaTypeOf(part).equals(refused)))
			.findFirst()
			.orElse(null);
	}

	private static MediaType mediaTypeOf(Part part) {
		return Objects.requireNonNullElse(part.headers().getContentType(), MediaType.APPLICATION_OCTET_STREAM);
	}

	private static boolean isOfAnyMediaType(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		if (ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) != null) {
			type = parameter.nested().getNestedParameterType();
		}
		return type == String.class || type == byte[].class || Part.class.isAssignableFrom(type);
	}

}
