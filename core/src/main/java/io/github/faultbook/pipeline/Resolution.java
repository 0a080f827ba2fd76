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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

/**
 * The first step of the pipeline: from the thrown exception and its causes to an error. A
 * chain of causes is followed for 32 steps, as it may be a ring.
 */
final class Resolution {

	private static final int MAX_CAUSES = 32;

	/**
	 * These classes only: one that extends them has a meaning of its own.
	 */
	private static final Set<Class<?>> WRAPPERS = Set.of(CompletionException.class, ExecutionException.class,
			InvocationTargetException.class, UndeclaredThrowableException.class);

	private final List<ErrorResolver> resolvers;

	private final ErrorResolver fallback;

	Resolution(List<ErrorResolver> resolvers, ErrorResolver fallback) {
		this.resolvers = List.copyOf(resolvers);
		this.fallback = fallback;
	}

	ApiError resolve(Throwable exception, ErrorRequest request, List<Throwable> failures) {
		Throwable thrown = null;
		Throwable candidate = exception;
		for (int depth = 0; candidate != null && depth < MAX_CAUSES; depth++) {
			if (!isWrapper(candidate)) {
				ApiError error = resolve(candidate, thrown != null, request, failures);
				if (error != null) {
					return error;
				}
				thrown = (thrown != null) ? thrown : candidate;
			}
			candidate = causeOf(candidate, failures);
		}
		ApiError error = ask(this.fallback, false, (thrown != null) ? thrown : exception, request, failures);
		return (error != null) ? error : ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
	}

	private @Nullable ApiError resolve(Throwable candidate, boolean cause, ErrorRequest request,
			List<Throwable> failures) {
		if (candidate instanceof ApiFault fault) {
			ApiError error = ask((exception, req) -> ApiError.of(fault), cause, candidate, request, failures);
			if (error != null) {
				return error;
			}
		}
		for (ErrorResolver resolver : this.resolvers) {
			ApiError error = ask(resolver, cause, candidate, request, failures);
			if (error != null) {
				return error;
			}
		}
		return null;
	}

	private static @Nullable ApiError ask(ErrorResolver resolver, boolean cause, Throwable exception,
			ErrorRequest request, List<Throwable> failures) {
		try {
			return (!cause || resolver.resolvesCauses()) ? resolver.resolve(exception, request) : null;
		}
		catch (Throwable ex) {
			failures.add(ex);
			return null;
		}
	}

	private static boolean isWrapper(Throwable exception) {
		return WRAPPERS.contains(exception.getClass());
	}

	private static @Nullable Throwable causeOf(Throwable exception, List<Throwable> failures) {
		try {
			return exception.getCause();
		}
		catch (Throwable ex) {
			failures.add(ex);
			return null;
		}
	}

}
