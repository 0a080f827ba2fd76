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

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.web.RequestParameters;
import io.github.faultbook.pipeline.ErrorResolver;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.util.ReflectionUtils;

/**
 * Resolves {@link ConstraintViolationException}, which classes with {@code @Validated}
 * and code that calls a validator throw. A violation of a return value is a fault of the
 * server.
 */
final class ConstraintViolationErrorResolver implements ErrorResolver {

	private final JsonNames names;

	private final ViolationDetails details;

	ConstraintViolationErrorResolver(JsonNames names, ViolationDetails details) {
		this.names = names;
		this.details = details;
	}

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (!(exception instanceof ConstraintViolationException invalid)) {
			return null;
		}
		List<OrderedViolation> violations = new ArrayList<>();
		for (ConstraintViolation<?> violation : Objects.requireNonNullElse(invalid.getConstraintViolations(),
				List.<ConstraintViolation<?>>of())) {
			for (Path.Node node : violation.getPropertyPath()) {
				if (node.getKind() == ElementKind.RETURN_VALUE) {
					return ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
				}
			}
			violations.add(read(violation));
		}
		return ApiError.builder(CommonError.VALIDATION_ERROR)
			.violations(violations.stream().sorted().map(OrderedViolation::violation).toList())
			.build();
	}

	private OrderedViolation read(ConstraintViolation<?> violation) {
		MethodParameter parameter = parameterOf(violation);
		In in = (parameter != null) ? RequestParameters.locationOf(parameter) : In.BODY;
		List<Object> path = new ArrayList<>();
		if (parameter != null && in != In.BODY && in != In.FORM) {
			path.add(RequestParameters.nameOf(parameter));
		}
		Type root = (parameter != null) ? parameter.getGenericParameterType() : violation.getRootBeanClass();
		boolean json = in == In.BODY || in == In.PART;
		JsonNames.Translated translated = this.names.translate(json ? root : null, ConstraintReader.pathOf(violation));
		path.addAll(translated.path());
		List<Integer> order = new ArrayList<>();
		if (parameter != null) {
			order.add(parameter.getParameterIndex());
		}
		order.addAll(translated.order());
		return new OrderedViolation(this.details.read(violation, path, in, violation.getMessage()), order);
	}

	/**
	 * Return the method parameter whose value is invalid.
	 * @param violation the violation
	 * @return the parameter, or {@code null} if the violation is not of a method
	 */
	private static @Nullable MethodParameter parameterOf(ConstraintViolation<?> violation) {
		Method method = null;
		for (Path.Node node : violation.getPropertyPath()) {
			if (node.getKind() == ElementKind.METHOD) {
				List<Class<?>> types = node.as(Path.MethodNode.class).getParameterTypes();
				method = ReflectionUtils.findMethod(violation.getRootBeanClass(), node.getName(),
						types.toArray(Class<?>[]::new));
			}
			else if (node.getKind() == ElementKind.PARAMETER && method != null) {
				return new MethodParameter(method, node.as(Path.ParameterNode.class).getParameterIndex())
					.withContainingClass(violation.getRootBeanClass());
			}
		}
		return null;
	}

}
