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

package io.github.faultbook.pipeline;

import java.util.function.Function;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiFault;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

/**
 * Callback to turn an exception into an error. All resolvers are called in order with the
 * thrown exception, then with its cause, and so on, until one returns an error. Wrappers
 * of the JDK, such as {@link java.util.concurrent.CompletionException}, are skipped.
 * Resolvers are called by many threads at once. If a resolver throws an exception, the
 * exception is logged and the next resolver is called.
 */
@FunctionalInterface
public interface ErrorResolver {

	/**
	 * Resolve an exception.
	 * @param exception the exception, or a cause of the one that was thrown
	 * @param request the request that failed
	 * @return the error, or {@code null} if this resolver does not recognize the
	 * exception
	 */
	@Nullable ApiError resolve(Throwable exception, ErrorRequest request);

	/**
	 * Return whether to call this resolver with causes, too. An exception that the web
	 * framework throws for a bad request means something else if it is the cause of
	 * another exception, such as of a failed call to a remote service.
	 * @return {@code false} to call it with the thrown exception only
	 */
	default boolean resolvesCauses() {
		return true;
	}

	/**
	 * Create a resolver that maps a class of exceptions to a catalog entry.
	 * @param type the exceptions, subclasses included
	 * @param errorCode the entry
	 * @return the resolver
	 */
	static ErrorResolver mapping(Class<? extends Throwable> type, ErrorCode errorCode) {
		return (exception, request) -> type.isInstance(exception) ? ApiError.of(errorCode) : null;
	}

	/**
	 * Create a resolver that maps a class of exceptions through an
	 * {@link io.github.faultbook.ApiException}, which is not thrown.
	 * @param type the exceptions, subclasses included
	 * @param mapper creates the exception to answer with
	 * @param <E> the exceptions
	 * @return the resolver
	 */
	static <E extends Throwable> ErrorResolver mapping(Class<E> type, Function<E, ? extends ApiFault> mapper) {
		return (exception, request) -> type.isInstance(exception) ? ApiError.of(mapper.apply(type.cast(exception)))
				: null;
	}

}
