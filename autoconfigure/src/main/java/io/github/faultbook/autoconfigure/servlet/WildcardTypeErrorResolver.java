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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.input.RequestParameters;
import io.github.faultbook.autoconfigure.input.StackFrames;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.method.HandlerMethod;

/**
 * {@link ErrorResolver} for a body whose {@code Content-Type} has a wildcard, which
 * Spring fails to read. It is answered like any other media type that is not supported,
 * with those that are (RFC 9110, section 15.5.16).
 */
final class WildcardTypeErrorResolver implements ErrorResolver {

	/**
	 * The number of stack frames in which the copying of headers is looked for. The
	 * frames above it belong to an assertion and to the setter of the header.
	 */
	private static final int FRAMES = 3;

	private final Supplier<List<HttpMessageConverter<?>>> converters;

	/**
	 * Create a resolver.
	 * @param converters the converters that read bodies
	 */
	WildcardTypeErrorResolver(Supplier<List<HttpMessageConverter<?>>> converters) {
		this.converters = converters;
	}

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (!isWildcardType(exception)) {
			return null;
		}
		HttpMediaTypeNotSupportedException unsupported = new HttpMediaTypeNotSupportedException((MediaType) null,
				supported(request.unwrap(HandlerMethod.class)), HttpMethod.valueOf(request.method()));
		Map<String, List<String>> headers = new LinkedHashMap<>();
		unsupported.getHeaders().forEach(headers::put);
		return ApiError.builder(CommonError.UNSUPPORTED_MEDIA_TYPE).headers(headers).build();
	}

	/**
	 * Return whether Spring failed to read a {@code Content-Type} that has a wildcard.
	 * The class of the exception is too general, so its stack trace is examined.
	 * @param exception the exception
	 * @return whether it was created while the headers of a request were copied
	 */
	private static boolean isWildcardType(Throwable exception) {
		return exception.getClass() == IllegalArgumentException.class
				&& StackFrames.contain(exception, FRAMES, ServletServerHttpRequest.class, "getHeaders");
	}

	private List<MediaType> supported(@Nullable HandlerMethod handler) {
		Class<?> type = (handler != null) ? bodyType(handler) : Object.class;
		Set<MediaType> distinct = new LinkedHashSet<>();
		this.converters.get().forEach((converter) -> distinct.addAll(converter.getSupportedMediaTypes(type)));
		List<MediaType> sorted = new ArrayList<>(distinct);
		MimeTypeUtils.sortBySpecificity(sorted);
		return sorted;
	}

	private static Class<?> bodyType(HandlerMethod handler) {
		return Stream.of(handler.getMethodParameters())
			.filter((parameter) -> RequestParameters.locationOf(parameter) == In.BODY)
			.map(ResolvableType::forMethodParameter)
			.map((type) -> HttpEntity.class.isAssignableFrom(type.toClass()) ? type.getGeneric() : type)
			.<Class<?>>map((type) -> type.resolve(Object.class))
			.findFirst()
			.orElse(Object.class);
	}

}
