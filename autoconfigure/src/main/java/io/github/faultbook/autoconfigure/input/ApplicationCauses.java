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
 * Resolves what the application threw while its input was converted or bound: a
 * converter, a constructor, a setter or a deserializer may know better what is wrong than
 * the exception in which the framework wraps theirs.
 */
public final class ApplicationCauses {

	private static final int MAX_CAUSES = 10;

	/**
	 * Converters of the framework and of the JDK throw these, too, so that a mapping of
	 * one of them is not about the input.
	 */
	private static final List<String> FRAMEWORK = List.of("java.io.", "java.lang.", "java.net.", "java.nio.",
			"java.text.", "java.time.", "org.springframework.beans.", "org.springframework.core.",
			"org.springframework.format.", "org.springframework.http.", "org.springframework.validation.",
			"org.springframework.web.", "tools.jackson.");

	private final Supplier<Stream<ErrorResolver>> resolvers;

	/**
	 * Create a resolver.
	 * @param resolvers all resolvers in order, asked for when the first error occurs as
	 * they are not there before
	 */
	public ApplicationCauses(Supplier<Stream<ErrorResolver>> resolvers) {
		this.resolvers = resolvers;
	}

	/**
	 * Resolve the first cause that has an answer of its own.
	 * @param exception the exception of the framework
	 * @param request the request
	 * @return the answer, or {@code null} if no cause has one
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
		return type == ResponseStatusException.class || type == ErrorResponseException.class
				|| FRAMEWORK.stream().noneMatch(type.getName()::startsWith);
	}

}
