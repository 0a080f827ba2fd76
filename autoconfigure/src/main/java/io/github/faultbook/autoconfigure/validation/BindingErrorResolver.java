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

package io.github.faultbook.autoconfigure.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.web.RequestParameters;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.BindException;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;

/**
 * Resolves the failures of Spring's own validation: of request bodies, model attributes
 * and method parameters, alone and together.
 */
final class BindingErrorResolver implements ErrorResolver {

	private final ViolationReader reader;

	BindingErrorResolver(ViolationReader reader) {
		this.reader = reader;
	}

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		List<Violation> violations = violations(exception, request);
		return (violations != null) ? ApiError.builder(CommonError.VALIDATION_ERROR).violations(violations).build()
				: null;
	}

	private @Nullable List<Violation> violations(Throwable exception, ErrorRequest request) {
		Locale locale = request.locale();
		if (exception instanceof MethodArgumentNotValidException invalid) {
			MethodParameter parameter = invalid.getParameter();
			return this.reader.readBean(invalid.getAllErrors(), locationOf(parameter, request),
					parameter.getGenericParameterType(), locale);
		}
		if (exception instanceof BindException invalid) {
			return this.reader.readBean(invalid.getAllErrors(), formOf(request), null, locale);
		}
		if (exception instanceof MethodValidationResult result && !result.isForReturnValue()) {
			List<Violation> violations = new ArrayList<>();
			result.getParameterValidationResults()
				.forEach((parameter) -> violations.addAll(violations(parameter, request)));
			for (MessageSourceResolvable error : result.getCrossParameterValidationResults()) {
				violations.add(this.reader.read(error, null, In.QUERY, List.of(), locale));
			}
			return violations;
		}
		return null;
	}

	private List<Violation> violations(ParameterValidationResult result, ErrorRequest request) {
		MethodParameter parameter = result.getMethodParameter();
		In in = locationOf(parameter, request);
		boolean fields = in == In.BODY || (result instanceof ParameterErrors && in != In.PART);
		List<Object> path = fields ? List.of() : List.of(RequestParameters.nameOf(parameter));
		return this.reader.readParameter(result, in, path, request.locale());
	}

	private static In locationOf(MethodParameter parameter, ErrorRequest request) {
		In in = RequestParameters.locationOf(parameter);
		return (in == In.FORM) ? formOf(request) : in;
	}

	/**
	 * Return where the fields of a model attribute come from.
	 * @param request the request
	 * @return the query of a request without a body, else the form
	 */
	private static In formOf(ErrorRequest request) {
		return (request.method().equals("GET") || request.method().equals("HEAD")) ? In.QUERY : In.FORM;
	}

}
