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

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/**
 * {@link ErrorResolver} for requests that are to be sorted by a property that does not
 * exist. Spring Data only notices when it creates the query, and throws the same
 * exceptions for mistakes of the application, so the exception must be about a property
 * that the request asks for, and the handler must let requests choose.
 */
final class SortErrorResolver implements ErrorResolver {

	private static final Set<String> EXCEPTIONS = Set.of("org.springframework.data.core.PropertyReferenceException",
			"org.springframework.data.mapping.PropertyReferenceException",
			"org.springframework.dao.InvalidDataAccessApiUsageException");

	private static final Set<String> SORTED = Set.of("org.springframework.data.domain.Pageable",
			"org.springframework.data.domain.Sort");

	private static final Pattern SEPARATORS = Pattern.compile("[,.]");

	private static final int MAX_LENGTH = 1000;

	private final InputViolations inputs;

	SortErrorResolver(InputViolations inputs) {
		this.inputs = inputs;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (!EXCEPTIONS.contains(exception.getClass().getName())) {
			return null;
		}
		HandlerMethod handler = request.unwrap(HandlerMethod.class);
		SubmittedParameters parameters = request.unwrap(SubmittedParameters.class);
		if (handler == null || parameters == null
				|| Stream.of(handler.getMethodParameters()).noneMatch(SortErrorResolver::isSorted)) {
			return null;
		}
		String text = String.valueOf(exception.getMessage());
		// By default, the parameter is called sort or ends with it
		String name = parameters.names()
			.stream()
			.filter((parameter) -> parameters.values(parameter).stream().anyMatch((value) -> isAbout(text, value)))
			.min(Comparator.comparing((parameter) -> !parameter.endsWith("sort")))
			.orElse(null);
		if (name == null) {
			return null;
		}
		return ApiError.builder(CommonError.INVALID_REQUEST)
			.violations(List.of(this.inputs.choice(RequestParameters.locationOf(name, request), List.of(name),
					List.of(), request.locale())))
			.build();
	}

	private static boolean isSorted(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		return SORTED.contains(type.getName())
				|| Stream.of(type.getInterfaces()).anyMatch((parent) -> SORTED.contains(parent.getName()))
				|| (type.getSuperclass() != null && SORTED.contains(type.getSuperclass().getName()));
	}

	/**
	 * Return whether an exception quotes a property of a sort order.
	 * @param text the text of the exception
	 * @param order the order that the client sent, such as {@code owner.name,desc}
	 * @return whether the text has the whole property or a part of its path behind a
	 * quotation mark
	 */
	private static boolean isAbout(String text, String order) {
		return order.length() <= MAX_LENGTH
				&& Stream.concat(Stream.of(order.split(",", 2)[0]), SEPARATORS.splitAsStream(order))
					.filter((part) -> !part.isBlank())
					.anyMatch((part) -> text.contains("'" + part + "'") || text.contains("'" + part + ":"));
	}

}
