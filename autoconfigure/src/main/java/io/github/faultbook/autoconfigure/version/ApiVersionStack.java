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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.pattern.PathPattern;

/**
 * How a web stack of Spring finds the version of the API that a request is for. The
 * classes of the stacks have the same names and fields, but no type in common.
 *
 * @param <R> the type of requests
 */
public interface ApiVersionStack<R> {

	/**
	 * Return the type of requests.
	 * @return the type
	 */
	Class<R> requestType();

	/**
	 * Return the strategy of the application.
	 * @return the strategy
	 */
	Object strategy();

	/**
	 * Return what a part of a strategy is.
	 * @param part the strategy, or the value of one of its fields
	 * @return its role
	 */
	Role roleOf(@Nullable Object part);

	/**
	 * Let a resolver or the strategy find the version of a request.
	 * @param resolver the resolver or the strategy
	 * @param request the request
	 * @param reads records the headers and parameters that are read
	 * @return the version as it was sent, or {@code null} if there is none
	 */
	@Nullable String resolve(Object resolver, R request, Reads reads);

	/**
	 * Read a version.
	 * @param version the version as text
	 * @return the version
	 * @throws RuntimeException if the version is malformed
	 */
	Comparable<?> parse(String version);

	/**
	 * Return the version of requests that have none.
	 * @return the version, or {@code null} if there is no default
	 */
	@Nullable Comparable<?> defaultVersion();

	/**
	 * Require that a version is supported.
	 * @param version the version
	 * @param request the request
	 * @throws RuntimeException if the version is not supported
	 */
	void validate(Comparable<?> version, R request);

	/**
	 * Return the handlers of the application.
	 * @return the handlers in any order
	 */
	List<Handler<R>> handlers();

	/**
	 * The role of an object in the choice of a version.
	 */
	enum Role {

		/**
		 * Spring's own strategy, whose fields have the resolvers and the versions.
		 */
		DEFAULT_STRATEGY,

		/**
		 * Another strategy, which may wrap Spring's.
		 */
		STRATEGY,

		/**
		 * A resolver for a parameter of the query.
		 */
		QUERY,

		/**
		 * A resolver for a segment of the path.
		 */
		PATH,

		/**
		 * A resolver for a parameter of a media type.
		 */
		MEDIA_TYPE,

		/**
		 * Another resolver, such as that for a header.
		 */
		RESOLVER,

		/**
		 * Anything else.
		 */
		NONE

	}

	/**
	 * The names of what a resolver has read.
	 *
	 * @param headers the headers in order
	 * @param parameters the parameters in order
	 */
	record Reads(Set<String> headers, Set<String> parameters) {

		static Reads none() {
			return new Reads(new LinkedHashSet<>(), new LinkedHashSet<>());
		}

	}

	/**
	 * A handler of the application.
	 *
	 * @param <R> the type of requests
	 * @param version the version for which the handler was declared, or {@code null} if
	 * it is for all versions
	 * @param baseline whether the handler accepts later versions, too
	 * @param patterns the patterns of its paths
	 * @param matcher whether the path and the method of a request match
	 */
	record Handler<R>(@Nullable String version, boolean baseline, Set<PathPattern> patterns, Predicate<R> matcher) {

		/**
		 * Create a handler.
		 * @param <R> the type of requests
		 * @param version the version, or {@code null} for all
		 * @param condition the text that Spring writes for the condition on the version
		 * @param patterns the patterns of its paths
		 * @param matcher whether the path and the method of a request match
		 * @return the handler
		 */
		public static <R> Handler<R> of(@Nullable String version, String condition, Set<PathPattern> patterns,
				Predicate<R> matcher) {
			return new Handler<>(version, condition.endsWith("+]"), patterns, matcher);
		}

	}

}
