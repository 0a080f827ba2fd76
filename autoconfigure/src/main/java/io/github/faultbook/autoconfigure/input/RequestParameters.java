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

import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation.In;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.http.HttpEntity;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.multipart.MultipartFile;

/**
 * Determines the location and the name of method parameters in a request.
 */
public final class RequestParameters {

	private static final List<Class<? extends Annotation>> NAMED = List.of(RequestParam.class, PathVariable.class,
			RequestHeader.class, CookieValue.class, RequestPart.class, MatrixVariable.class);

	private static final List<Class<? extends Annotation>> OTHERS = List.of(RequestBody.class, RequestAttribute.class,
			SessionAttribute.class, Value.class);

	/**
	 * The types of files that are sent, in each of Spring's web stacks.
	 */
	private static final List<Class<?>> FILES = List.of(MultipartFile.class, Part.class);

	/**
	 * The names of an annotation and its meta-annotations, cached because searching for
	 * them is slow. Only names are cached because the class of an annotation may outlive
	 * the application.
	 */
	private static final ClassValue<Set<String>> MEANINGS = new ClassValue<>() {

		@Override
		protected Set<String> computeValue(Class<?> annotation) {
			Set<String> names = new HashSet<>();
			for (List<Class<? extends Annotation>> types : List.of(NAMED, OTHERS)) {
				for (Class<? extends Annotation> type : types) {
					if (annotation == type || AnnotatedElementUtils.isAnnotated(annotation, type)) {
						names.add(type.getName());
					}
				}
			}
			return Set.copyOf(names);
		}

	};

	private RequestParameters() {
	}

	/**
	 * Return the part of the request that a parameter comes from.
	 * @param parameter the parameter of a handler method
	 * @return the part; {@link In#FORM} for a model attribute, {@link In#QUERY} for one
	 * without an annotation and of a simple type
	 */
	public static In locationOf(MethodParameter parameter) {
		if (has(parameter, RequestBody.class) || HttpEntity.class.isAssignableFrom(parameter.getParameterType())) {
			return In.BODY;
		}
		if (has(parameter, PathVariable.class) || has(parameter, MatrixVariable.class)) {
			return In.PATH;
		}
		if (has(parameter, RequestHeader.class)) {
			return In.HEADER;
		}
		if (has(parameter, CookieValue.class)) {
			return In.COOKIE;
		}
		if (has(parameter, RequestPart.class) || isFile(parameter)) {
			return In.PART;
		}
		if (has(parameter, RequestParam.class)
				|| BeanUtils.isSimpleProperty(parameter.nestedIfOptional().getNestedParameterType())) {
			return In.QUERY;
		}
		return In.FORM;
	}

	/**
	 * Return the part of a request that a parameter comes from.
	 * @param parameter the parameter of a handler method
	 * @param request the request
	 * @return the part; {@link In#FORM} also for a parameter that a submitted form holds
	 */
	public static In locationOf(MethodParameter parameter, ErrorRequest request) {
		In in = locationOf(parameter);
		return (in == In.QUERY) ? locationOf(nameOf(parameter), request) : in;
	}

	/**
	 * Return the actual or expected location of a request parameter.
	 * @param name the name of the parameter
	 * @param request the request
	 * @return the form if one was submitted and the query has no such parameter, else the
	 * query
	 */
	public static In locationOf(String name, ErrorRequest request) {
		String type = request.header("Content-Type");
		boolean form = type != null
				&& (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
		SubmittedParameters parameters = request.unwrap(SubmittedParameters.class);
		if (parameters != null && !parameters.includesForm()) {
			return In.QUERY;
		}
		String query = (parameters != null) ? parameters.query() : null;
		return (form && (query == null || !("&" + query).contains("&" + name + "="))) ? In.FORM : In.QUERY;
	}

	private static boolean isFile(MethodParameter parameter) {
		ResolvableType type = ResolvableType.forMethodParameter(parameter);
		ResolvableType element = type.isArray() ? type.getComponentType() : type.getGeneric();
		return FILES.stream()
			.anyMatch((file) -> file.isAssignableFrom(type.toClass()) || file.isAssignableFrom(element.toClass()));
	}

	/**
	 * Return whether clients send a parameter, rather than the server providing it.
	 * @param parameter the parameter of a handler method
	 * @return {@code false} for attributes of the request or the session and for
	 * configuration
	 */
	public static boolean isSent(MethodParameter parameter) {
		return !has(parameter, RequestAttribute.class) && !has(parameter, SessionAttribute.class)
				&& !has(parameter, Value.class);
	}

	private static boolean has(MethodParameter parameter, Class<? extends Annotation> type) {
		for (Annotation annotation : parameter.getParameterAnnotations()) {
			if (MEANINGS.get(annotation.annotationType()).contains(type.getName())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the name under which clients send a parameter.
	 * @param parameter the parameter of a handler method
	 * @return the name given by its annotation, else its own
	 */
	public static String nameOf(MethodParameter parameter) {
		for (Class<? extends Annotation> type : NAMED) {
			String name = has(parameter, type) ? MergedAnnotations.from(parameter.getParameterAnnotations())
				.get(type)
				.getValue("name", String.class)
				.orElse("") : "";
			if (!name.isEmpty()) {
				return name;
			}
		}
		return Objects.requireNonNullElse(parameter.getParameterName(), "arg" + parameter.getParameterIndex());
	}

}
