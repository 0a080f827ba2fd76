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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.faultbook.ClientInput;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.input.RequestParameters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.method.HandlerMethod;

/**
 * Finds the location of an invalid value in the request, and decides whether the value
 * came from the client at all. Arguments of handlers came from the client, and so did
 * objects of their classes. All other values belong to the server unless the application
 * declares otherwise.
 */
final class InputOrigins {

	private static final List<Class<?>> CONTAINERS = List.of(Iterable.class, Map.class, Optional.class,
			HttpEntity.class);

	private final ClientNames names;

	private final boolean services;

	/**
	 * Create an instance.
	 * @param names the names that clients use
	 * @param services whether values that are validated outside of handlers came from
	 * clients
	 */
	InputOrigins(ClientNames names, boolean services) {
		this.names = names;
		this.services = services;
	}

	/**
	 * Return the origin of an argument of a handler.
	 * @param parameter the parameter of the handler
	 * @param request the request
	 * @return the origin, or {@code null} if the server provided the argument
	 */
	@Nullable InputOrigin findForHandlerArgument(MethodParameter parameter, ErrorRequest request) {
		return RequestParameters.isSent(parameter) ? origin(parameter,
				this.names.typeOf(parameter.getGenericParameterType()), parameter.getParameterIndex(), request) : null;
	}

	/**
	 * Return the origin of an argument of any method.
	 * @param target the class that declares the method
	 * @param parameter the parameter
	 * @param request the request
	 * @return the origin, or {@code null} if the argument belongs to the server
	 */
	@Nullable InputOrigin findForArgument(Class<?> target, MethodParameter parameter, ErrorRequest request) {
		if (isHandler(target, request)) {
			return findForHandlerArgument(parameter, request);
		}
		JavaType type = this.names.typeOf(parameter.getGenericParameterType());
		Class<?> bean = beanOf(ResolvableType.forMethodParameter(parameter));
		boolean simple = BeanUtils.isSimpleProperty(bean);
		MethodParameter origin = simple ? null : parameterOf(bean, request);
		if (origin != null) {
			return origin(origin, type, parameter.getParameterIndex(), request);
		}
		if (!isClients(target) && !isClients(bean)) {
			return null;
		}
		return new InputOrigin(simple ? In.QUERY : In.BODY, simple ? RequestParameters.nameOf(parameter) : null,
				!simple, type, parameter.getParameterIndex());
	}

	/**
	 * Return the origin of several arguments of a method that are invalid in combination.
	 * @param target the class that declares the method
	 * @param request the request
	 * @return the origin, or {@code null} if the arguments belong to the server
	 */
	@Nullable InputOrigin findForArguments(Class<?> target, ErrorRequest request) {
		return (isHandler(target, request) || isClients(target))
				? new InputOrigin(In.QUERY, null, false, null, Integer.MAX_VALUE) : null;
	}

	/**
	 * Return the origin of an object that the application validated itself.
	 * @param bean the class of the object
	 * @param request the request
	 * @return the origin, or {@code null} if the object belongs to the server
	 */
	@Nullable InputOrigin findForBean(Class<?> bean, ErrorRequest request) {
		MethodParameter origin = parameterOf(bean, request);
		if (origin != null) {
			return origin(origin, this.names.typeOf(bean), 0, request);
		}
		return isClients(bean) ? new InputOrigin(In.BODY, null, true, this.names.typeOf(bean), 0) : null;
	}

	/**
	 * Return the origin of an object that data binding populated.
	 * @param bean the object, or {@code null} if there is none
	 * @param request the request
	 * @return the origin
	 */
	InputOrigin findForForm(@Nullable Object bean, ErrorRequest request) {
		return new InputOrigin(formOf(request), null, false, this.names.typeOf(null, bean), 0);
	}

	/**
	 * Return whether clients are responsible for values outside of handlers.
	 * @return whether clients are responsible
	 */
	boolean areServicesClients() {
		return this.services;
	}

	private InputOrigin origin(MethodParameter parameter, JavaType type, int order, ErrorRequest request) {
		In in = RequestParameters.locationOf(parameter);
		boolean json = in == In.BODY || in == In.PART;
		String name = (in == In.BODY || in == In.FORM) ? null : RequestParameters.nameOf(parameter);
		if (in == In.FORM) {
			in = formOf(request);
		}
		else if (in == In.QUERY && name != null) {
			in = RequestParameters.locationOf(name, request);
		}
		return new InputOrigin(in, name, json, type, order);
	}

	/**
	 * Return the part of the request that contains the fields of a model attribute.
	 * @param request the request
	 * @return the query if the request has no body, else the form
	 */
	static In formOf(ErrorRequest request) {
		return (request.method().equals("GET") || request.method().equals("HEAD")) ? In.QUERY : In.FORM;
	}

	/**
	 * Return the classes of the model attributes of a handler.
	 * @param handler the handler, or {@code null} if none was found
	 * @return the classes, empty if there is no handler
	 */
	static List<Class<?>> modelsOf(@Nullable HandlerMethod handler) {
		if (handler == null) {
			return List.of();
		}
		return Stream.of(handler.getMethodParameters())
			.filter((parameter) -> RequestParameters.locationOf(parameter) == In.FORM
					&& RequestParameters.isSent(parameter))
			.<Class<?>>map((parameter) -> beanOf(ResolvableType.forMethodParameter(parameter)))
			.toList();
	}

	private boolean isClients(Class<?> type) {
		return this.services || AnnotatedElementUtils.hasAnnotation(type, ClientInput.class);
	}

	private static boolean isHandler(Class<?> type, ErrorRequest request) {
		HandlerMethod handler = request.unwrap(HandlerMethod.class);
		return (handler != null && handler.getBeanType() == type)
				|| AnnotatedElementUtils.hasAnnotation(type, Controller.class);
	}

	private static @Nullable MethodParameter parameterOf(Class<?> bean, ErrorRequest request) {
		HandlerMethod handler = request.unwrap(HandlerMethod.class);
		if (handler != null) {
			for (MethodParameter parameter : handler.getMethodParameters()) {
				In in = RequestParameters.locationOf(parameter);
				if ((in == In.BODY || in == In.FORM || in == In.PART) && RequestParameters.isSent(parameter)
						&& isOrHolds(ResolvableType.forMethodParameter(parameter), bean)) {
					return parameter;
				}
			}
		}
		return null;
	}

	private static boolean isOrHolds(ResolvableType type, Class<?> bean) {
		Class<?> held = beanOf(type);
		return held != Object.class && held.isAssignableFrom(bean);
	}

	// Containers may be nested
	private static Class<?> beanOf(ResolvableType type) {
		ResolvableType bean = type;
		while (true) {
			Class<?> raw = bean.toClass();
			if (raw.isArray()) {
				bean = bean.getComponentType();
			}
			else if (bean.hasGenerics()
					&& CONTAINERS.stream().anyMatch((container) -> container.isAssignableFrom(raw))) {
				bean = bean.getGeneric(bean.getGenerics().length - 1);
			}
			else {
				return raw;
			}
		}
	}

}
