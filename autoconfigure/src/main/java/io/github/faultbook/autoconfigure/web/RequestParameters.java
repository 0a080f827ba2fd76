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

import io.github.faultbook.Violation.In;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;

/**
 * Tells where in a request a method parameter comes from, and under which name.
 */
public final class RequestParameters {

	private static final List<Class<? extends Annotation>> NAMED = List.of(RequestParam.class, PathVariable.class,
			RequestHeader.class, CookieValue.class, RequestPart.class);

	private RequestParameters() {
	}

	/**
	 * Return the part of the request that a parameter comes from.
	 * @param parameter the parameter of a handler method
	 * @return the part; {@link In#FORM} for a model attribute, {@link In#QUERY} for one
	 * without an annotation and of a simple type
	 */
	public static In locationOf(MethodParameter parameter) {
		if (parameter.hasParameterAnnotation(RequestBody.class)) {
			return In.BODY;
		}
		MergedAnnotations annotations = MergedAnnotations.from(parameter.getParameterAnnotations());
		if (annotations.isPresent(RequestBody.class)) {
			return In.BODY;
		}
		if (annotations.isPresent(PathVariable.class)) {
			return In.PATH;
		}
		if (annotations.isPresent(RequestHeader.class)) {
			return In.HEADER;
		}
		if (annotations.isPresent(CookieValue.class)) {
			return In.COOKIE;
		}
		if (annotations.isPresent(RequestPart.class)) {
			return In.PART;
		}
		if (annotations.isPresent(RequestParam.class) || BeanUtils.isSimpleProperty(parameter.getParameterType())) {
			return In.QUERY;
		}
		return In.FORM;
	}

	/**
	 * Return the name under which clients send a parameter.
	 * @param parameter the parameter of a handler method
	 * @return the name given by its annotation, else its own
	 */
	public static String nameOf(MethodParameter parameter) {
		MergedAnnotations annotations = MergedAnnotations.from(parameter.getParameterAnnotations());
		return NAMED.stream()
			.map((type) -> annotations.get(type).getValue("name", String.class).orElse(""))
			.filter((name) -> !name.isEmpty())
			.findFirst()
			.orElseGet(() -> Objects.requireNonNullElse(parameter.getParameterName(),
					"arg" + parameter.getParameterIndex()));
	}

}
