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

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiFault;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Resolves exceptions that the application threw while its input was converted or bound.
 * The exception of a converter, a constructor, a setter or a deserializer is often more
 * specific than the exception with which the framework wraps it.
 */
public final class ApplicationCauses {

	private static final int MAX_CAUSES = 10;

	/**
	 * Packages of exceptions that converters of the framework and of the JDK throw, too.
	 * Mappings of these exceptions are not meant for input.
	 */
	private static final List<String> FRAMEWORK = List.of("java.io.", "java.lang.", "java.net.", "java.nio.",
			"java.text.", "java.time.", "org.springframework.beans.", "org.springframework.core.",
			"org.springframework.format.", "org.springframework.http.", "org.springframework.validation.",
			"org.springframework.web.", "tools.jackson.");

	private final Supplier<Stream<ErrorResolver>> resolvers;

	/**
	 * Create a resolver.
	 * @param resolvers all resolvers in order, supplied lazily as they are not available
	 * before the first error
	 */
	public ApplicationCauses(Supplier<Stream<ErrorResolver>> resolvers) {
		this.resolvers = resolvers;
	}

	/**
	 * Resolve the first cause that a resolver recognizes.
	 * @param exception the exception of the framework
	 * @param request the request
	 * @return the error, or {@code null} if no resolver recognizes a cause
	 */
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		Throwable cause = exception.getCause();
		for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
			ApiError error = isOfApplication(cause) ? answer(cause, request) : null;
			if (error != null) {
				return error;
			}
			cause = cause.getCause();
		}
		return null;
	}

	private @Nullable ApiError answer(Throwable cause, ErrorRequest request) {
		if (cause instanceof ApiFault fault) {
			return ApiError.of(fault);
		}
		for (ErrorResolver resolver : this.resolvers.get().filter(ErrorResolver::resolvesCauses).toList()) {
			ApiError error = resolver.resolve(cause, request);
			if (error != null) {
				return error;
			}
		}
		return null;
	}

	private static boolean isOfApplication(Throwable cause) {
		Class<?> type = cause.getClass();
		if (type == ResponseStatusException.class || type == ErrorResponseException.class) {
			return true;
		}
		for (String prefix : FRAMEWORK) {
			if (type.getName().startsWith(prefix)) {
				return false;
			}
		}
		return true;
	}

}
