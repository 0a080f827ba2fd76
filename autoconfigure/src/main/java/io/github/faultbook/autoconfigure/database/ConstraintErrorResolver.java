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

package io.github.faultbook.autoconfigure.database;

import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.settings.ConstraintMappings;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

/**
 * {@link ErrorResolver} for violated constraints of a database that the application maps
 * to entries of the catalog. An entry for a constraint is more specific than one for an
 * exception class.
 */
final class ConstraintErrorResolver implements ErrorResolver {

	private final Map<String, ErrorCode> constraints;

	/**
	 * Create a resolver.
	 * @param constraints the entries by the name of the constraint, in the form of
	 * {@link ConstraintMappings#plain}
	 */
	ConstraintErrorResolver(Map<String, ErrorCode> constraints) {
		this.constraints = constraints;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (this.constraints.isEmpty() || !DatabaseReport.isFromDatabase(exception)) {
			return null;
		}
		String constraint = DatabaseReport.of(exception).constraint();
		ErrorCode code = (constraint != null) ? this.constraints.get(ConstraintMappings.plain(constraint)) : null;
		return (code != null) ? ApiError.of(code) : null;
	}

}
