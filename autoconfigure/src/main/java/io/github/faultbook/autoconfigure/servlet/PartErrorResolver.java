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
import java.util.Objects;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.autoconfigure.input.RequestParameters;
import io.github.faultbook.autoconfigure.input.StackFrames;
import io.github.faultbook.pipeline.ErrorResolver;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestPartMethodArgumentResolver;

/**
 * {@link ErrorResolver} for parts of a multipart request whose media type cannot be read.
 * Spring throws the same exception as for the media type of the request and does not name
 * the part. Its {@code Accept} header is left out, as the request must remain multipart.
 */
final class PartErrorResolver implements ErrorResolver {

	private static final int RESOLVER_FRAMES = 5;

	private final InputViolations inputs;

	PartErrorResolver(InputViolations inputs) {
		this.inputs = inputs;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (!(exception instanceof HttpMediaTypeNotSupportedException unsupported)
				|| !StackFrames.contain(exception, RESOLVER_FRAMES, RequestPartMethodArgumentResolver.class, null)) {
			return null;
		}
		ApiError.Builder error = ApiError.builder(CommonError.UNSUPPORTED_MEDIA_TYPE);
		String part = find(unsupported, request);
		if (part != null) {
			error.violations(List
				.of(this.inputs.mediaType(List.of(part), unsupported.getSupportedMediaTypes(), request.locale())));
		}
		return error.build();
	}

	/**
	 * Find the part. Parameters of the handler are read in order, so it is the first one
	 * with the media type of the exception, apart from those of types that are read from
	 * any media type.
	 * @param exception the exception
	 * @param request the request
	 * @return the name of the part, or {@code null} if it is not known
	 */
	private static @Nullable String find(HttpMediaTypeNotSupportedException exception, ErrorRequest request) {
		HandlerMethod handler = request.unwrap(HandlerMethod.class);
		HttpServletRequest multipart = request.unwrap(HttpServletRequest.class);
		if (handler == null || multipart == null) {
			return null;
		}
		return Stream.of(handler.getMethodParameters())
			.filter((parameter) -> parameter.hasParameterAnnotation(RequestPart.class))
			.filter((parameter) -> !isOfAnyMediaType(parameter))
			.map(RequestParameters::nameOf)
			.filter((name) -> isOf(exception.getContentType(), name, multipart))
			.findFirst()
			.orElse(null);
	}

	private static boolean isOfAnyMediaType(MethodParameter parameter) {
		Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
		return type == String.class || type == byte[].class;
	}

	private static boolean isOf(@Nullable MediaType mediaType, String name, HttpServletRequest request) {
		try {
			Part part = request.getPart(name);
			String sent = (part != null) ? part.getContentType() : null;
			return part != null && Objects.requireNonNullElse(mediaType, MediaType.APPLICATION_OCTET_STREAM)
				.equals((sent != null) ? MediaType.parseMediaType(sent) : MediaType.APPLICATION_OCTET_STREAM);
		}
		catch (InvalidMediaTypeException ex) {
			return mediaType == null;
		}
		catch (IOException | ServletException | RuntimeException ex) {
			return false;
		}
	}

}
