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
 * Finds out where in a request an invalid value came from, and whether it came from there
 * at all: clients are told what they sent, not what the server made of it. What a handler
 * takes was sent, and so was an object of a class that the handler takes. Anything else
 * is the server's, unless the application says otherwise.
 */
final class InputOrigins {

	private static final List<Class<?>> CONTAINERS = List.of(Iterable.class, Map.class, Optional.class,
			HttpEntity.class);

	private final ClientNames names;

	private final boolean services;

	/**
	 * Create the origins.
	 * @param names the names that clients use
	 * @param services whether whatever is validated outside of handlers was sent by
	 * clients
	 */
	InputOrigins(ClientNames names, boolean services) {
		this.names = names;
		this.services = services;
	}

	/**
	 * Return where an argument of a handler came from.
	 * @param parameter the parameter of the handler
	 * @param request the request
	 * @return the origin, or {@code null} if the server provided the argument
	 */
	@Nullable InputOrigin findForHandlerArgument(MethodParameter parameter, ErrorRequest request) {
		return RequestParameters.isSent(parameter) ? of(parameter,
				this.names.typeOf(parameter.getGenericParameterType()), parameter.getParameterIndex(), request) : null;
	}

	/**
	 * Return where an argument of any method came from.
	 * @param target the class that has the method
	 * @param parameter the parameter
	 * @param request the request
	 * @return the origin, or {@code null} if the argument is the server's
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
			return of(origin, type, parameter.getParameterIndex(), request);
		}
		if (!isClients(target) && !isClients(bean)) {
			return null;
		}
		return new InputOrigin(simple ? In.QUERY : In.BODY, simple ? RequestParameters.nameOf(parameter) : null,
				!simple, type, parameter.getParameterIndex());
	}

	/**
	 * Return where the arguments of a method came from that are invalid together.
	 * @param target the class that has the method
	 * @param request the request
	 * @return the origin, or {@code null} if the arguments are the server's
	 */
	@Nullable InputOrigin findForArguments(Class<?> target, ErrorRequest request) {
		return (isHandler(target, request) || isClients(target))
				? new InputOrigin(In.QUERY, null, false, null, Integer.MAX_VALUE) : null;
	}

	/**
	 * Return where an object came from that the application validated.
	 * @param bean the class of the object
	 * @param request the request
	 * @return the origin, or {@code null} if the object is the server's
	 */
	@Nullable InputOrigin findForBean(Class<?> bean, ErrorRequest request) {
		MethodParameter origin = parameterOf(bean, request);
		if (origin != null) {
			return of(origin, this.names.typeOf(bean), 0, request);
		}
		return isClients(bean) ? new InputOrigin(In.BODY, null, true, this.names.typeOf(bean), 0) : null;
	}

	/**
	 * Return where an object came from that data binding filled.
	 * @param bean the object, or {@code null} if there is none
	 * @param request the request
	 * @return the origin
	 */
	InputOrigin findForForm(@Nullable Object bean, ErrorRequest request) {
		return new InputOrigin(formOf(request), null, false, this.names.typeOf(null, bean), 0);
	}

	/**
	 * Return whether a violation that is about nothing a handler takes is the client's.
	 * @return whether everything is
	 */
	boolean areServicesClients() {
		return this.services;
	}

	private InputOrigin of(MethodParameter parameter, JavaType type, int order, ErrorRequest request) {
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
	 * Return where the fields of a model attribute come from.
	 * @param request the request
	 * @return the query of a request without a body, else the form
	 */
	static In formOf(ErrorRequest request) {
		return (request.method().equals("GET") || request.method().equals("HEAD")) ? In.QUERY : In.FORM;
	}

	/**
	 * Return the classes of the model attributes of a handler.
	 * @param request the request
	 * @return the classes, empty if no handler was found
	 */
	List<Class<?>> modelsOf(ErrorRequest request) {
		HandlerMethod handler = request.unwrap(HandlerMethod.class);
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

	// Containers may hold other containers
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
