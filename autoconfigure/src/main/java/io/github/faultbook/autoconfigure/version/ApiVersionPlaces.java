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

package io.github.faultbook.autoconfigure.version;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.version.ApiVersionStack.Reads;
import io.github.faultbook.autoconfigure.version.ApiVersionStack.Role;
import io.github.faultbook.autoconfigure.version.ApiVersions.Place;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds out where requests carry the version of the API. Spring does not tell, so the
 * fields of its classes are read. If that is not possible, the place is not known.
 *
 * @param <R> the type of requests
 */
final class ApiVersionPlaces<R> {

	/**
	 * Libraries wrap the strategy of the application, such as springdoc for its own
	 * endpoints.
	 */
	private static final int MAX_DELEGATES = 3;

	private final ApiVersionStack<R> stack;

	private final List<Object> resolvers = new ArrayList<>();

	private final Set<String> declared = new LinkedHashSet<>();

	private ApiVersionPlaces(ApiVersionStack<R> stack) {
		this.stack = stack;
	}

	static <R> ApiVersionPlaces<R> of(ApiVersionStack<R> stack) {
		ApiVersionPlaces<R> places = new ApiVersionPlaces<>(stack);
		places.read(stack.strategy(), 0);
		if (places.resolvers.isEmpty()) {
			places.resolvers.add(stack.strategy());
		}
		return places;
	}

	private void read(Object strategy, int depth) {
		boolean known = this.stack.roleOf(strategy) == Role.DEFAULT_STRATEGY;
		ReflectionUtils.doWithFields(strategy.getClass(), (field) -> {
			Object value = valueOf(field, strategy);
			if (value != null && isStrategy(value) && depth < MAX_DELEGATES) {
				read(value, depth + 1);
			}
			if (value instanceof Collection<?> elements && known) {
				elements.forEach(this::add);
			}
		});
	}

	private boolean isStrategy(Object value) {
		Role role = this.stack.roleOf(value);
		return role == Role.DEFAULT_STRATEGY || role == Role.STRATEGY;
	}

	private void add(Object element) {
		if (this.stack.roleOf(element) != Role.NONE) {
			this.resolvers.add(element);
		}
		else {
			this.declared.add(element.toString());
		}
	}

	/**
	 * Return the versions that the application declares in code.
	 * @return the versions in the form in which Spring writes them
	 */
	Set<String> declaredVersions() {
		return this.declared;
	}

	/**
	 * Find the input that carries the version of a request.
	 * @param request the request
	 * @return the input, or the first one that could carry it; {@code null} if it is not
	 * known
	 */
	@Nullable Place find(R request) {
		Place first = null;
		for (Object resolver : this.resolvers) {
			Reads reads = Reads.none();
			Place place = place(resolver, isPresent(resolver, request, reads), reads, request);
			if (place != null && place.present()) {
				return place;
			}
			first = (first != null) ? first : place;
		}
		return first;
	}

	private boolean isPresent(Object resolver, R request, Reads reads) {
		try {
			return this.stack.resolve(resolver, request, reads) != null;
		}
		catch (RuntimeException ex) {
			// The path is too short
			return false;
		}
	}

	private @Nullable Place place(Object resolver, boolean present, Reads reads, R request) {
		return switch (this.stack.roleOf(resolver)) {
			case QUERY -> {
				Object name = fieldOf(resolver, String.class);
				yield (name != null) ? Place.of(In.QUERY, present, name) : null;
			}
			case PATH -> {
				Object index = fieldOf(resolver, int.class);
				yield Place.of(In.PATH, present, (index != null) ? variable((int) index, request) : "version");
			}
			case MEDIA_TYPE -> {
				Object name = fieldOf(resolver, String.class);
				String header = (present && reads.headers().contains(HttpHeaders.CONTENT_TYPE))
						? HttpHeaders.CONTENT_TYPE : HttpHeaders.ACCEPT;
				yield (name != null) ? Place.of(In.HEADER, present, header, name)
						: Place.of(In.HEADER, present, header);
			}
			default -> firstOf(reads, present);
		};
	}

	private static @Nullable Place firstOf(Reads reads, boolean present) {
		if (!reads.headers().isEmpty()) {
			return Place.of(In.HEADER, present, reads.headers().iterator().next());
		}
		return reads.parameters().isEmpty() ? null : Place.of(In.QUERY, present, reads.parameters().iterator().next());
	}

	/**
	 * Return the name of the path variable that carries the version.
	 * @param index the position of the path segment
	 * @param request the request
	 * @return the name of the variable at this position in the pattern of a handler for
	 * the request, else {@code version}
	 */
	private String variable(int index, R request) {
		return this.stack.handlers()
			.stream()
			.filter((handler) -> handler.matcher().test(request))
			.flatMap((handler) -> handler.patterns().stream())
			.map((pattern) -> segment(pattern, index))
			.filter((segment) -> segment.matches("\\{\\w+(:.*)?}"))
			.map((segment) -> segment.replaceFirst("\\{(\\w+).*", "$1"))
			.findFirst()
			.orElse("version");
	}

	private static String segment(PathPattern pattern, int index) {
		String[] segments = pattern.getPatternString().split("/");
		return (segments.length > index + 1) ? segments[index + 1] : "";
	}

	private static @Nullable Object fieldOf(Object target, Class<?> type) {
		for (Field field : target.getClass().getDeclaredFields()) {
			if (field.getType() == type) {
				return valueOf(field, target);
			}
		}
		return null;
	}

	private static @Nullable Object valueOf(Field field, Object target) {
		try {
			ReflectionUtils.makeAccessible(field);
			return ReflectionUtils.getField(field, target);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

}
