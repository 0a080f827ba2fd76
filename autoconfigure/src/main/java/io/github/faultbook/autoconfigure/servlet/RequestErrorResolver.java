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

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.autoconfigure.input.RequestParameters;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.MissingMatrixVariableException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.UnsatisfiedServletRequestParameterException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * {@link ErrorResolver} for requests that Spring MVC cannot bind to a method. Each
 * missing parameter, header, cookie and part becomes a violation. A malformed path is the
 * client's mistake, although Spring throws the exception of a programming error for it.
 */
final class RequestErrorResolver implements ErrorResolver {

	private final InputViolations inputs;

	RequestErrorResolver(InputViolations inputs) {
		this.inputs = inputs;
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
		if (exception instanceof MissingServletRequestPartException missing) {
			return missing(In.PART, missing.getRequestPartName(), request);
		}
		if (exception instanceof UnsatisfiedServletRequestParameterException unsatisfied) {
			return invalid(this.inputs.conditions(unsatisfied.getParamConditionGroups(),
					(name) -> first(unsatisfied.getActualParams().get(name)), request));
		}
		if (exception instanceof IllegalArgumentException && request instanceof ServletErrorRequest failed
				&& failed.hasMalformedPath()) {
			return ApiError.of(CommonError.INVALID_REQUEST);
		}
		return (exception instanceof MultipartException && !(exception instanceof MaxUploadSizeExceededException))
				? ApiError.of(CommonError.INVALID_REQUEST) : null;
	}

	private @Nullable ApiError missing(MissingRequestValueException exception, ErrorRequest request) {
		if (exception instanceof MissingServletRequestParameterException missing) {
			return missing(RequestParameters.locationOf(missing.getParameterName(), request),
					missing.getParameterName(), request);
		}
		if (exception instanceof MissingRequestHeaderException missing) {
			return missing(In.HEADER, missing.getHeaderName(), request);
		}
		if (exception instanceof MissingRequestCookieException missing) {
			return missing(In.COOKIE, missing.getCookieName(), request);
		}
		if (exception instanceof MissingMatrixVariableException missing) {
			return missing(In.PATH, missing.getVariableName(), request);
		}
		if (exception instanceof MissingPathVariableException missing && missing.isMissingAfterConversion()) {
			// The converter found nothing under the value of the variable
			return ApiError.of(CommonError.RESOURCE_NOT_FOUND);
		}
		// A variable that is not in the pattern is a mistake of the application
		return null;
	}

	private ApiError missing(In in, String name, ErrorRequest request) {
		return invalid(List.of(this.inputs.required(in, List.of(name), request.locale())));
	}

	private static @Nullable String first(String @Nullable [] values) {
		return (values != null && values.length > 0) ? values[0] : null;
	}

	private static ApiError invalid(List<Violation> violations) {
		return ApiError.builder(CommonError.INVALID_REQUEST).violations(violations).build();
	}

}
