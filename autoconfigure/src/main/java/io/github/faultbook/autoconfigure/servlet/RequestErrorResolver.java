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

import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.web.RequestParameters;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * Resolves requests that Spring MVC cannot bind to a method: each missing or mistyped
 * parameter, header, cookie and part becomes a violation.
 */
final class RequestErrorResolver implements ErrorResolver {

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (exception instanceof MissingServletRequestParameterException missing) {
			return missing(In.QUERY, missing.getParameterName());
		}
		if (exception instanceof MissingRequestHeaderException missing) {
			return missing(In.HEADER, missing.getHeaderName());
		}
		if (exception instanceof MissingRequestCookieException missing) {
			return missing(In.COOKIE, missing.getCookieName());
		}
		if (exception instanceof MissingServletRequestPartException missing) {
			return missing(In.PART, missing.getRequestPartName());
		}
		if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
			MethodParameter parameter = mismatch.getParameter();
			return invalid(
					new Violation(List.of(RequestParameters.nameOf(parameter)), RequestParameters.locationOf(parameter),
							"invalid_format", "has the wrong type or format", Map.of()));
		}
		if (exception instanceof ConversionNotSupportedException) {
			return ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
		}
		if (exception instanceof TypeMismatchException || (exception instanceof MultipartException
				&& !(exception instanceof MaxUploadSizeExceededException))) {
			return ApiError.of(CommonError.INVALID_REQUEST);
		}
		return null;
	}

	private static ApiError missing(In in, String name) {
		return invalid(new Violation(List.of(name), in, "required", "is required", Map.of()));
	}

	private static ApiError invalid(Violation violation) {
		return ApiError.builder(CommonError.INVALID_REQUEST).violations(List.of(violation)).build();
	}

}
