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

package io.github.faultbook.autoconfigure.web;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation.In;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.http.HttpEntity;
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
 * Tells where in a request a method parameter comes from, and under which name.
 */
public final class RequestParameters {

	private static final List<Class<? extends Annotation>> NAMED = List.of(RequestParam.class, PathVariable.class,
			RequestHeader.class, CookieValue.class, RequestPart.class, MatrixVariable.class);

	private static final List<Class<? extends Annotation>> PROVIDED = List.of(RequestAttribute.class,
			SessionAttribute.class, Value.class);

	private RequestParameters() {
	}

	/**
	 * Return the part of the request that a parameter comes from.
	 * @param parameter the parameter of a handler method
	 * @return the part; {@link In#FORM} for a model attribute, {@link In#QUERY} for one
	 * without an annotation and of a simple type
	 */
	public static In locationOf(MethodParameter parameter) {
		MergedAnnotations annotations = annotationsOf(parameter);
		if (annotations.isPresent(RequestBody.class)
				|| HttpEntity.class.isAssignableFrom(parameter.getParameterType())) {
			return In.BODY;
		}
		if (annotations.isPresent(PathVariable.class) || annotations.isPresent(MatrixVariable.class)) {
			return In.PATH;
		}
		if (annotations.isPresent(RequestHeader.class)) {
			return In.HEADER;
		}
		if (annotations.isPresent(CookieValue.class)) {
			return In.COOKIE;
		}
		if (annotations.isPresent(RequestPart.class) || isFile(parameter)) {
			return In.PART;
		}
		if (annotations.isPresent(RequestParam.class)
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
	 * Return where a request parameter is, or should be.
	 * @param name the name of the parameter
	 * @param request the request
	 * @return the form, if one was submitted and the query has no such parameter
	 */
	public static In locationOf(String name, ErrorRequest request) {
		String type = request.header("Content-Type");
		boolean form = type != null
				&& (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
		HttpServletRequest servletRequest = request.unwrap(HttpServletRequest.class);
		String query = (servletRequest != null) ? servletRequest.getQueryString() : null;
		return (form && (query == null || !("&" + query).contains("&" + name + "="))) ? In.FORM : In.QUERY;
	}

	private static boolean isFile(MethodParameter parameter) {
		ResolvableType type = ResolvableType.forMethodParameter(parameter);
		ResolvableType element = type.isArray() ? type.getComponentType() : type.getGeneric();
		return MultipartFile.class.isAssignableFrom(type.toClass())
				|| MultipartFile.class.isAssignableFrom(element.toClass());
	}

	/**
	 * Return whether clients send a parameter, rather than the server providing it.
	 * @param parameter the parameter of a handler method
	 * @return {@code false} for attributes of the request or the session and for
	 * configuration
	 */
	public static boolean isSent(MethodParameter parameter) {
		MergedAnnotations annotations = annotationsOf(parameter);
		return PROVIDED.stream().noneMatch(annotations::isPresent);
	}

	private static MergedAnnotations annotationsOf(MethodParameter parameter) {
		return MergedAnnotations.from(parameter.getParameterAnnotations());
	}

	/**
	 * Return the name under which clients send a parameter.
	 * @param parameter the parameter of a handler method
	 * @return the name given by its annotation, else its own
	 */
	public static String nameOf(MethodParameter parameter) {
		MergedAnnotations annotations = annotationsOf(parameter);
		return NAMED.stream()
			.map((type) -> annotations.get(type).getValue("name", String.class).orElse(""))
			.filter((name) -> !name.isEmpty())
			.findFirst()
			.orElseGet(() -> Objects.requireNonNullElse(parameter.getParameterName(),
					"arg" + parameter.getParameterIndex()));
	}

}
