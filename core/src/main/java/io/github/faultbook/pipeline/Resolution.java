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
import org.jspecify.annotations.Nullable;

/**
 * The first step of the pipeline, which turns a thrown exception into an error.
 */
final class Resolution {

	private final List<ErrorResolver> resolvers;

	private final ErrorResolver fallback;

	Resolution(List<ErrorResolver> resolvers, ErrorResolver fallback) {
		this.resolvers = List.copyOf(resolvers);
		this.fallback = fallback;
	}

	/**
	 * Resolve an exception.
	 * @param exception the exception
	 * @param handling the failed request, which records the exceptions of resolvers
	 * @return the error; an internal error if neither a resolver nor the fallback
	 * recognizes the exception
	 */
	ApiError resolve(Throwable exception, Handling handling) {
		ApiError error = resolveKnown(exception, handling);
		if (error == null) {
			error = ask(this.fallback, false, CauseChain.unwrap(exception), handling);
		}
		return (error != null) ? error : ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
	}

	/**
	 * Resolve an exception without the fallback.
	 * @param exception the exception
	 * @param handling the failed request, which records the exceptions of resolvers
	 * @return the error, or {@code null} if no resolver recognizes the exception or one
	 * of its causes
	 */
	@Nullable ApiError resolveKnown(Throwable exception, Handling handling) {
		boolean cause = false;
		CauseChain chain = new CauseChain(exception);
		for (Throwable candidate = chain.next(); candidate != null; candidate = chain.next()) {
			if (!CauseChain.isWrapper(candidate)) {
				ApiError error = resolve(candidate, cause, handling);
				if (error != null) {
					return error;
				}
				cause = true;
			}
		}
		if (chain.failure() != null) {
			handling.failed(chain.failure());
		}
		return null;
	}

	private @Nullable ApiError resolve(Throwable candidate, boolean cause, Handling handling) {
		if (candidate instanceof ApiFault fault) {
			ApiError error = ask((exception, request) -> ApiError.of(fault), cause, candidate, handling);
			if (error != null) {
				return error;
			}
		}
		for (ErrorResolver resolver : this.resolvers) {
			ApiError error = ask(resolver, cause, candidate, handling);
			if (error != null) {
				return error;
			}
		}
		return null;
	}

	private static @Nullable ApiError ask(ErrorResolver resolver, boolean cause, Throwable exception,
			Handling handling) {
		try {
			return (!cause || resolver.resolvesCauses()) ? resolver.resolve(exception, handling.request()) : null;
		}
		catch (Throwable ex) {
			handling.failed(ex);
			return null;
		}
	}

}
