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

package io.github.faultbook.autoconfigure.input;

import java.util.List;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.annotation.ModelFactory;
import org.springframework.web.server.ServerWebInputException;

/**
 * {@link ErrorResolver} for arguments of a handler that have the wrong type. The argument
 * becomes a violation.
 */
final class MismatchErrorResolver implements ErrorResolver {

	private final InputViolations inputs;

	private final ApplicationCauses causes;

	MismatchErrorResolver(InputViolations inputs, ApplicationCauses causes) {
		this.inputs = inputs;
		this.causes = causes;
	}

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (exception instanceof TypeMismatchException mismatch) {
			return resolve(exception, mismatch, (exception instanceof MethodArgumentTypeMismatchException argument)
					? argument.getParameter() : null, request);
		}
		return (exception instanceof ServerWebInputException input
				&& input.getCause() instanceof TypeMismatchException mismatch)
						? resolve(exception, withParameter(mismatch, input.getMethodParameter()),
								input.getMethodParameter(), request)
						: null;
	}

	/**
	 * Describe a mismatch as Spring MVC does. WebFlux wraps the exception and does not
	 * name the parameter in it.
	 * @param mismatch the exception
	 * @param parameter the parameter, or {@code null} if there is none
	 * @return the same mismatch with the parameter
	 */
	private static TypeMismatchException withParameter(TypeMismatchException mismatch,
			@Nullable MethodParameter parameter) {
		return (parameter == null || mismatch instanceof ConversionNotSupportedException) ? mismatch
				: new MethodArgumentTypeMismatchException(mismatch.getValue(), mismatch.getRequiredType(),
						RequestParameters.nameOf(parameter), parameter, mismatch.getCause());
	}

	private ApiError resolve(Throwable exception, TypeMismatchException mismatch, @Nullable MethodParameter parameter,
			ErrorRequest request) {
		ApiError own = this.causes.resolve(exception, request);
		if (own != null) {
			return own;
		}
		if (mismatch instanceof ConversionNotSupportedException) {
			return ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
		}
		List<Violation> violations = (parameter != null)
				? List.of(this.inputs.mismatch(RequestParameters.locationOf(parameter, request),
						List.of(RequestParameters.nameOf(parameter)), mismatch, request.locale()))
				: forModel(mismatch, request);
		return ApiError.builder(CommonError.INVALID_REQUEST).violations(violations).build();
	}

	/**
	 * Describe a path variable or parameter with the name of a model attribute that could
	 * not be converted to it. Spring does not name it.
	 * @param mismatch the exception
	 * @param request the request
	 * @return the violation, none if there are several such model attributes or none
	 */
	private List<Violation> forModel(TypeMismatchException mismatch, ErrorRequest request) {
		HandlerMethod handler = request.unwrap(HandlerMethod.class);
		if (handler == null) {
			return List.of();
		}
		List<String> names = Stream.of(handler.getMethodParameters())
			.filter((parameter) -> parameter.getParameterType() == mismatch.getRequiredType()
					&& RequestParameters.locationOf(parameter) == In.FORM)
			.map(ModelFactory::getNameForParameter)
			.toList();
		if (names.size() != 1) {
			return List.of();
		}
		In in = SubmittedParameters.namesIn(request).contains(names.get(0))
				? RequestParameters.locationOf(names.get(0), request) : In.PATH;
		return List.of(this.inputs.mismatch(in, List.copyOf(names), mismatch, request.locale()));
	}

}
