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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

	/**
	 * The resolvers of Spring Data, which decode a parameter that the server has already
	 * decoded.
	 */
	private static final Predicate<String> READERS = Pattern
		.compile("org\\.springframework\\.data\\.web\\.(Reactive)?Sort(HandlerMethodArgumentResolver.*)?")
		.asMatchPredicate();

	private static final List<String> CALLED_BY_READERS = List.of("org.springframework.util.",
			"org.springframework.web.util.");

	private static final Pattern SEPARATORS = Pattern.compile("[,.]");

	/**
	 * The property in a text of Spring Data. It is a part of the order that the client
	 * sent: Spring Data also splits names at underscores and upper-case letters.
	 */
	private static final Pattern PROPERTY = Pattern
		.compile("(?s)'[._]*([^']+?)(?:' found |: (?:ASC|DESC))|PropertyPath from (.+) but got null");

	/**
	 * The number of characters of an order and of a property that are compared.
	 */
	private static final int MAX_LENGTH = 1000;

	private final InputViolations inputs;

	SortErrorResolver(InputViolations inputs) {
		this.inputs = inputs;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		Predicate<String> about = about(exception);
		if (about == null) {
			return null;
		}
		HandlerMethod handler = request.unwrap(HandlerMethod.class);
		SubmittedParameters parameters = request.unwrap(SubmittedParameters.class);
		if (handler == null || parameters == null
				|| Stream.of(handler.getMethodParameters()).noneMatch(SortErrorResolver::isSorted)) {
			return null;
		}
		// By default, the parameter is called sort or ends with it
		String name = parameters.names()
			.stream()
			.filter((parameter) -> parameters.values(parameter).stream().anyMatch(about))
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
	 * Return the orders that may have caused an exception.
	 * @param exception the exception
	 * @return accepts what the client sent, such as {@code owner.name,desc}, or
	 * {@code null} if it is not an exception for an order
	 */
	private static @Nullable Predicate<String> about(Throwable exception) {
		if (EXCEPTIONS.contains(exception.getClass().getName())) {
			String text = String.valueOf(exception.getMessage());
			String property = property(text);
			return (order) -> quotes(text, limit(order)) || isPart(property, limit(order));
		}
		// The order has a percent sign that is no escape
		return (exception instanceof IllegalArgumentException
				&& StackFrames.areOf(exception, READERS, CALLED_BY_READERS)) ? (order) -> order.contains("%") : null;
	}

	private static String limit(String text) {
		return text.substring(0, Math.min(text.length(), MAX_LENGTH));
	}

	private static String property(String text) {
		Matcher matcher = PROPERTY.matcher(text);
		return matcher.find() ? limit((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2)) : "";
	}

	/**
	 * Return whether the text of an exception quotes a property of an order.
	 * @param text the text of the exception
	 * @param order the order
	 * @return whether the text has the whole property or a part of its path behind a
	 * quotation mark
	 */
	private static boolean quotes(String text, String order) {
		return Stream.concat(Stream.of(order.split(",", 2)[0]), SEPARATORS.splitAsStream(order))
			.filter((part) -> !part.isBlank())
			.anyMatch((part) -> text.contains("'" + part + "'") || text.contains("'" + part + ":"));
	}

	private static boolean isPart(String property, String order) {
		return !property.isEmpty() && IntStream.rangeClosed(0, order.length() - property.length())
			.anyMatch((start) -> isBoundary(order, start) && isBoundary(order, start + property.length())
					&& order.regionMatches(true, start, property, 0, property.length()));
	}

	private static boolean isBoundary(String order, int position) {
		return position == 0 || position == order.length() || Character.isUpperCase(order.charAt(position))
				|| ",._".indexOf(order.charAt(position)) >= 0 || ",._".indexOf(order.charAt(position - 1)) >= 0;
	}

}
