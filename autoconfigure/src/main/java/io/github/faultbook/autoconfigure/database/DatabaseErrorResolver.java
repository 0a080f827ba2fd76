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

import java.util.Set;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.database.DatabaseReport.Kind;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

/**
 * {@link ErrorResolver} for conflicts and missing rows that Spring, JPA, Hibernate or a
 * driver report. All other exceptions of databases are the server's fault, including
 * violations of constraints on the content of a row, as such values should have been
 * validated before.
 */
final class DatabaseErrorResolver implements ErrorResolver {

	private static final Set<String> CONFLICTS = Set.of("org.springframework.dao.DuplicateKeyException",
			"org.springframework.dao.OptimisticLockingFailureException", "jakarta.persistence.EntityExistsException",
			"jakarta.persistence.OptimisticLockException", "org.hibernate.StaleStateException");

	private static final Set<String> MISSING = Set.of("org.springframework.dao.EmptyResultDataAccessException",
			"org.springframework.orm.ObjectRetrievalFailureException", "jakarta.persistence.EntityNotFoundException",
			"jakarta.persistence.NoResultException", "org.hibernate.UnresolvableObjectException");

	/**
	 * Exceptions that stand for several kinds of violations, which only the report of the
	 * database distinguishes.
	 */
	private static final Set<String> INTEGRITY = Set.of("org.springframework.dao.DataIntegrityViolationException",
			DatabaseReport.HIBERNATE);

	private static final Set<String> DRIVERS = Set.of("java.sql.SQLException", DriverFailure.R2DBC);

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (DatabaseReport.isA(exception, CONFLICTS)) {
			return ApiError.of(CommonError.CONFLICT);
		}
		if (DatabaseReport.isA(exception, MISSING)) {
			return ApiError.of(CommonError.RESOURCE_NOT_FOUND);
		}
		return isConflict(exception) ? ApiError.of(CommonError.CONFLICT) : null;
	}

	private static boolean isConflict(Throwable exception) {
		if (DatabaseReport.isA(exception, INTEGRITY)) {
			return DatabaseReport.of(exception).kind() != Kind.OTHER;
		}
		return DatabaseReport.isA(exception, DRIVERS) && DatabaseReport.of(exception).kind() == Kind.CONFLICT;
	}

}
