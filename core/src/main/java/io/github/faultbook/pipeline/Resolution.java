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

import java.util.List;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

/**
 * The first step of the pipeline: from the thrown exception and its causes to an error.
 */
final class Resolution {

	private final List<ErrorResolver> resolvers;

	private final ErrorResolver fallback;

	Resolution(List<ErrorResolver> resolvers, ErrorResolver fallback) {
		this.resolvers = List.copyOf(resolvers);
		this.fallback = fallback;
	}

	ApiError resolve(Throwable exception, ErrorRequest request, List<Throwable> failures) {
		ApiError error = resolveKnown(exception, request, failures);
		if (error == null) {
			error = ask(this.fallback, false, CauseChain.unwrap(exception), request, failures);
		}
		return (error != null) ? error : ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
	}

	/**
	 * Resolve an exception without the fallback.
	 * @param exception the exception
	 * @param request the request that failed
	 * @param failures where to add what resolvers throw
	 * @return the error, or {@code null} if no resolver knows the exception or a cause of
	 * it
	 */
	@Nullable ApiError resolveKnown(Throwable exception, ErrorRequest request, List<Throwable> failures) {
		boolean cause = false;
		Throwable candidate = exception;
		for (int depth = 0; candidate != null && depth < CauseChain.MAX_ASKED; depth++) {
			if (!CauseChain.isWrapper(candidate)) {
				ApiError error = resolve(candidate, cause, request, failures);
				if (error != null) {
					return error;
				}
				cause = true;
			}
			candidate = causeOf(candidate, failures);
		}
		return null;
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
