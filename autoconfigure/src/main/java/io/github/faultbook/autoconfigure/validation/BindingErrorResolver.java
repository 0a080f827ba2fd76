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

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.input.ApplicationCauses;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/**
 * {@link ErrorResolver} for failures of Spring's own validation: of request bodies, model
 * attributes and method parameters, individually and together.
 */
final class BindingErrorResolver implements ErrorResolver {

	private final InputOrigins origins;

	private final ViolationReader reader;

	private final ApplicationCauses causes;

	BindingErrorResolver(InputOrigins origins, ViolationReader reader, ApplicationCauses causes) {
		this.origins = origins;
		this.reader = reader;
		this.causes = causes;
	}

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (exception instanceof MethodArgumentNotValidException || exception instanceof WebExchangeBindException) {
			BindingResult invalid = (BindingResult) exception;
			return resolve(invalid, originOf(invalid, request), request);
		}
		if (exception instanceof BindException invalid) {
			return resolve(invalid, this.origins.findForForm(invalid.getTarget(), request), request);
		}
		if (exception instanceof MethodValidationResult result && !result.isForReturnValue()) {
			return resolve(result, request);
		}
		return null;
	}

	/**
	 * Return the invalid argument. Applications that create an exception themselves often
	 * have none, and provide no parameter or the return type of a method.
	 * @param invalid the exception
	 * @return the argument, or {@code null} if there is none
	 */
	static @Nullable MethodParameter argumentOf(BindingResult invalid) {
		MethodParameter parameter = null;
		if (invalid instanceof MethodArgumentNotValidException argument) {
			parameter = argument.getParameter();
		}
		else if (invalid instanceof WebExchangeBindException argument) {
			parameter = argument.getMethodParameter();
		}
		return (parameter != null && parameter.getParameterIndex() >= 0) ? parameter : null;
	}

	private @Nullable InputOrigin originOf(BindingResult invalid, ErrorRequest request) {
		MethodParameter argument = argumentOf(invalid);
		if (argument != null) {
			return this.origins.findForHandlerArgument(argument, request);
		}
		Object target = invalid.getTarget();
		InputOrigin origin = (target != null) ? this.origins.findForBean(target.getClass(), request) : null;
		return (origin != null) ? origin : this.origins.findForForm(target, request);
	}

	private ApiError resolve(BindingResult invalid, @Nullable InputOrigin origin, ErrorRequest request) {
		if (origin == null) {
			return ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
		}
		ViolationList violations = this.reader.newList();
		boolean unreadable = invalid.hasErrors();
		Set<FieldError> known = new HashSet<>();
		for (ObjectError error : invalid.getAllErrors()) {
			FieldError unbound = (error instanceof FieldError field && field.isBindingFailure()) ? field : null;
			if (unbound != null && !known.add(unbound)) {
				// Spring binds an entry of a map once per parameter
				continue;
			}
			ApiError own = (unbound != null) ? thrown(unbound, request) : null;
			if (own != null) {
				return own;
			}
			ObjectError shown = ConstructorErrors.withoutException(error, invalid, request);
			unreadable &= unbound != null || shown != error;
			violations.add(origin, InputFailure.of(shown));
		}
		// Without the failure of a constraint, the code is the same as for a parameter
		return this.reader.toError(unreadable ? CommonError.INVALID_REQUEST : CommonError.VALIDATION_ERROR, violations,
				request.locale());
	}

	private @Nullable ApiError thrown(FieldError error, ErrorRequest request) {
		return error.contains(PropertyAccessException.class)
				? this.causes.resolve(error.unwrap(PropertyAccessException.class), request) : null;
	}

	private ApiError resolve(MethodValidationResult result, ErrorRequest request) {
		ViolationList violations = this.reader.newList();
		Map<Integer, InputOrigin> known = new HashMap<>();
		for (ParameterValidationResult invalid : result.getParameterValidationResults()) {
			InputOrigin origin = known.computeIfAbsent(invalid.getMethodParameter().getParameterIndex(),
					(index) -> originOf(result, invalid.getMethodParameter(), request));
			if (origin == null) {
				return ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
			}
			add(invalid, origin, violations);
		}
		for (MessageSourceResolvable error : result.getCrossParameterValidationResults()) {
			InputOrigin origin = this.origins.findForArguments(result.getTarget().getClass(), request);
			if (origin == null) {
				return ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
			}
			violations.add(origin, InputFailure.of(error));
		}
		return this.reader.toError(CommonError.VALIDATION_ERROR, violations, request.locale());
	}

	private @Nullable InputOrigin originOf(MethodValidationResult result, MethodParameter parameter,
			ErrorRequest request) {
		if (result instanceof HandlerMethodValidationException) {
			return this.origins.findForHandlerArgument(parameter, request);
		}
		MethodParameter annotated = new AnnotatedMethod(result.getMethod()).getMethodParameters()[parameter
			.getParameterIndex()];
		return this.origins.findForArgument(result.getTarget().getClass(), annotated, request);
	}

	private static void add(ParameterValidationResult invalid, InputOrigin origin, ViolationList violations) {
		Object position = (invalid.getContainerIndex() != null) ? invalid.getContainerIndex()
				: invalid.getContainerKey();
		List<Object> element = (position != null) ? List.of(position) : List.of();
		List<? extends MessageSourceResolvable> errors = (invalid instanceof ParameterErrors bean) ? bean.getAllErrors()
				: invalid.getResolvableErrors();
		for (MessageSourceResolvable error : errors) {
			violations.add(origin, InputFailure.of(invalid, error), element);
		}
	}

}
