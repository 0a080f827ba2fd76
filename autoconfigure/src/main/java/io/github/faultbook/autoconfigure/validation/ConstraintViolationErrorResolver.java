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
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.ErrorResolver;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.util.ReflectionUtils;

/**
 * {@link ErrorResolver} for {@link ConstraintViolationException}, which is thrown by
 * classes with {@code @Validated} and by code that calls a validator. If the server is
 * responsible for any of the violations, the error is a server error, as clients cannot
 * correct it.
 */
final class ConstraintViolationErrorResolver implements ErrorResolver {

	private static final int BEAN = -1;

	private final InputOrigins origins;

	private final ViolationReader reader;

	ConstraintViolationErrorResolver(InputOrigins origins, ViolationReader reader) {
		this.origins = origins;
		this.reader = reader;
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
		Set<ConstraintViolation<?>> violations = Objects.requireNonNullElse(invalid.getConstraintViolations(),
				Set.of());
		if (violations.isEmpty() && !this.origins.areServicesClients()) {
			return ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
		}
		ViolationList list = this.reader.newList();
		Map<Class<?>, Map<Integer, InputOrigin>> known = new HashMap<>();
		for (ConstraintViolation<?> violation : violations) {
			Map<Integer, InputOrigin> byParameter = known.computeIfAbsent(violation.getRootBeanClass(),
					(type) -> new HashMap<>());
			Integer parameter = parameterOf(violation);
			InputOrigin origin = byParameter.get(parameter);
			if (origin == null) {
				origin = originOf(violation, parameter, request);
				if (origin == null) {
					return ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
				}
				byParameter.put(parameter, origin);
			}
			list.add(origin, InputFailure.of(violation));
		}
		return this.reader.toError(CommonError.VALIDATION_ERROR, list, request.locale());
	}

	/**
	 * Return the position of the parameter whose argument is invalid.
	 * @param violation the violation
	 * @return the position, or {@link #BEAN} if the violation does not concern an
	 * argument
	 */
	private static int parameterOf(ConstraintViolation<?> violation) {
		for (Path.Node node : violation.getPropertyPath()) {
			if (node.getKind() == ElementKind.PARAMETER) {
				return node.as(Path.ParameterNode.class).getParameterIndex();
			}
			if (!isExecutable(node)) {
				return BEAN;
			}
		}
		return BEAN;
	}

	private static boolean isExecutable(Path.Node node) {
		return node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.CONSTRUCTOR;
	}

	private @Nullable InputOrigin originOf(ConstraintViolation<?> violation, int parameter, ErrorRequest request) {
		Class<?> type = violation.getRootBeanClass();
		Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
		Path.Node root = nodes.next();
		if (!isExecutable(root)) {
			return this.origins.findForBean(type, request);
		}
		if (nodes.next().getKind() == ElementKind.CROSS_PARAMETER) {
			return this.origins.findForArguments(type, request);
		}
		Method method = (root.getKind() == ElementKind.METHOD && parameter != BEAN) ? ReflectionUtils.findMethod(type,
				root.getName(), root.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new)) : null;
		return (method != null) ? this.origins.findForArgument(type,
				new AnnotatedMethod(method).getMethodParameters()[parameter], request) : null;
	}

}
