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

package io.github.faultbook.autoconfigure.servlet;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.servlet.ApiVersions.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.accept.ApiVersionResolver;
import org.springframework.web.accept.ApiVersionStrategy;
import org.springframework.web.accept.DefaultApiVersionStrategy;
import org.springframework.web.accept.MediaTypeParamApiVersionResolver;
import org.springframework.web.accept.PathApiVersionResolver;
import org.springframework.web.accept.QueryApiVersionResolver;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds out where requests carry the version of the API. Spring does not tell, so the
 * fields of its classes are read. If that is not possible, the place is not known.
 */
final class ApiVersionPlaces {

	/**
	 * Libraries wrap the strategy of the application, such as springdoc for its own
	 * endpoints.
	 */
	private static final int MAX_DELEGATES = 3;

	private final List<ApiVersionResolver> resolvers = new ArrayList<>();

	private final Set<String> declared = new LinkedHashSet<>();

	private ApiVersionPlaces() {
	}

	static ApiVersionPlaces of(ApiVersionStrategy strategy) {
		ApiVersionPlaces places = new ApiVersionPlaces();
		places.read(strategy, 0);
		if (places.resolvers.isEmpty()) {
			places.resolvers.add(strategy::resolveVersion);
		}
		return places;
	}

	private void read(ApiVersionStrategy strategy, int depth) {
		ReflectionUtils.doWithFields(strategy.getClass(), (field) -> {
			Object value = valueOf(field, strategy);
			if (value instanceof ApiVersionStrategy delegate && depth < MAX_DELEGATES) {
				read(delegate, depth + 1);
			}
			if (value instanceof Collection<?> elements && strategy instanceof DefaultApiVersionStrategy) {
				elements.forEach(this::add);
			}
		});
	}

	private void add(Object element) {
		if (element instanceof ApiVersionResolver resolver) {
			this.resolvers.add(resolver);
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
	 * @param handlers the handlers of the application
	 * @return the input, or the first one that could carry it; {@code null} if it is not
	 * known
	 */
	@Nullable Place find(HttpServletRequest request, Collection<RequestMappingInfo> handlers) {
		Place first = null;
		for (ApiVersionResolver resolver : this.resolvers) {
			Reads reads = new Reads(request);
			Place place = place(resolver, isPresent(resolver, reads), reads, handlers);
			if (place != null && place.present()) {
				return place;
			}
			first = (first != null) ? first : place;
		}
		return first;
	}

	private static boolean isPresent(ApiVersionResolver resolver, HttpServletRequest request) {
		try {
			return resolver.resolveVersion(request) != null;
		}
		catch (RuntimeException ex) {
			// The path is too short
			return false;
		}
	}

	private static @Nullable Place place(ApiVersionResolver resolver, boolean present, Reads reads,
			Collection<RequestMappingInfo> handlers) {
		if (resolver instanceof QueryApiVersionResolver) {
			Object name = fieldOf(resolver, String.class);
			return (name != null) ? Place.of(In.QUERY, present, name) : null;
		}
		if (resolver instanceof PathApiVersionResolver) {
			Object index = fieldOf(resolver, int.class);
			return Place.of(In.PATH, present, (index != null) ? variable((int) index, reads, handlers) : "version");
		}
		if (resolver instanceof MediaTypeParamApiVersionResolver) {
			Object name = fieldOf(resolver, String.class);
			String header = (present && reads.headers.contains(HttpHeaders.CONTENT_TYPE)) ? HttpHeaders.CONTENT_TYPE
					: HttpHeaders.ACCEPT;
			return (name != null) ? Place.of(In.HEADER, present, header, name) : Place.of(In.HEADER, present, header);
		}
		if (!reads.headers.isEmpty()) {
			return Place.of(In.HEADER, present, reads.headers.iterator().next());
		}
		return reads.parameters.isEmpty() ? null : Place.of(In.QUERY, present, reads.parameters.iterator().next());
	}

	/**
	 * Return the name of the path variable that carries the version.
	 * @param index the position of the path segment
	 * @param request the request
	 * @param handlers the handlers of the application
	 * @return the name of the variable at this position in the pattern of a handler for
	 * the request, else {@code version}
	 */
	private static String variable(int index, HttpServletRequest request, Collection<RequestMappingInfo> handlers) {
		return handlers.stream()
			.filter((info) -> ApiVersions.matches(info, request))
			.flatMap((info) -> Objects.requireNonNull(info.getPathPatternsCondition()).getPatterns().stream())
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

	/**
	 * Records which headers and parameters a resolver reads.
	 */
	private static final class Reads extends HttpServletRequestWrapper {

		private final Set<String> headers = new LinkedHashSet<>();

		private final Set<String> parameters = new LinkedHashSet<>();

		Reads(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getHeader(String name) {
			this.headers.add(name);
			return super.getHeader(name);
		}

		@Override
		public @Nullable String getParameter(String name) {
			this.parameters.add(name);
			return super.getParameter(name);
		}

	}

}
