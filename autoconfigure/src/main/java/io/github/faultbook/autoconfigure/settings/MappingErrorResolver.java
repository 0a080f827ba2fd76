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

package io.github.faultbook.autoconfigure.settings;

import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

/**
 * Resolves exceptions by the classes in {@code faultbook.mappings}; the nearest
 * superclass applies. Mappings of the roots of the exception hierarchy are left to
 * {@link #fallback()}, as they would otherwise take precedence over more specific
 * resolvers.
 */
public final class MappingErrorResolver implements ErrorResolver {

	private final Map<Class<?>, ExceptionMapping> mappings;

	MappingErrorResolver(Map<Class<?>, ExceptionMapping> mappings) {
		this.mappings = Map.copyOf(mappings);
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		ExceptionMapping mapping = mappingOf(exception.getClass());
		return (mapping != null) ? mapping.error(exception) : null;
	}

	/**
	 * Find the entry that an exception class is mapped to.
	 * @param exception the class of the exception
	 * @return the entry, or {@code null} if neither the class nor a superclass other than
	 * the roots of the exception hierarchy is mapped
	 */
	public @Nullable ErrorCode find(Class<?> exception) {
		ExceptionMapping mapping = mappingOf(exception);
		return (mapping != null) ? mapping.code() : null;
	}

	private @Nullable ExceptionMapping mappingOf(Class<?> exception) {
		Class<?> type = exception;
		while (!isRoot(type)) {
			ExceptionMapping mapping = this.mappings.get(type);
			if (mapping != null) {
				return mapping;
			}
			type = type.getSuperclass();
		}
		return null;
	}

	/**
	 * Return the resolver for exceptions that no other resolver recognizes.
	 * @return the mappings of the roots of the exception hierarchy
	 */
	public ErrorResolver fallback() {
		return new RootResolver(this.mappings);
	}

	private static boolean isRoot(Class<?> type) {
		return type == RuntimeException.class || type == Exception.class || type == Error.class
				|| type == Throwable.class;
	}

	/**
	 * Resolves exceptions by all mapped classes, including the roots of the exception
	 * hierarchy.
	 *
	 * @param mappings the mappings by class
	 */
	private record RootResolver(Map<Class<?>, ExceptionMapping> mappings) implements ErrorResolver {

		@Override
		public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
			for (Class<?> type = exception.getClass(); type != Object.class; type = type.getSuperclass()) {
				ExceptionMapping mapping = this.mappings.get(type);
				if (mapping != null) {
					return mapping.error(exception);
				}
			}
			return null;
		}

	}

}
