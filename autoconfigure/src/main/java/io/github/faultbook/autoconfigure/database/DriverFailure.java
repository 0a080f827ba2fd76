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

import java.lang.reflect.Method;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A failure as a driver of JDBC or R2DBC reports it. R2DBC is recognized by the names of
 * its classes.
 *
 * @param state the SQLSTATE (ISO/IEC 9075), or {@code null} if the driver reports none
 * @param code the code of the database, 0 if the driver reports none
 * @param text the text, which may contain values that clients sent
 * @param constraint the name of the violated constraint, or {@code null} if the driver
 * only mentions it in the text
 */
record DriverFailure(@Nullable String state, int code, String text, @Nullable String constraint) {

	static final String R2DBC = "io.r2dbc.spi.R2dbcException";

	private static final String POSTGRESQL = "org.postgresql.util.PSQLException";

	/**
	 * Read the failure that an exception reports.
	 * @param exception the exception
	 * @return the failure, or {@code null} if it is not the exception of a driver
	 */
	static @Nullable DriverFailure of(Throwable exception) {
		if (exception instanceof SQLException failure) {
			return ofJdbc(failure);
		}
		return DatabaseReport.isA(exception, Set.of(R2DBC)) ? ofR2dbc(exception) : null;
	}

	private static DriverFailure ofJdbc(SQLException failure) {
		// The exception of a batch does not name the constraint
		SQLException specific = (failure instanceof BatchUpdateException && failure.getNextException() != null)
				? failure.getNextException() : failure;
		Object details = DatabaseReport.isA(specific, Set.of(POSTGRESQL)) ? call(specific, "getServerErrorMessage")
				: null;
		return new DriverFailure(specific.getSQLState(), specific.getErrorCode(), textOf(specific),
				(details != null) ? (String) call(details, "getConstraint") : null);
	}

	private static DriverFailure ofR2dbc(Throwable failure) {
		Object code = call(failure, "getErrorCode");
		// Only the driver of PostgreSQL has details
		Object details = call(failure, "getErrorDetails");
		Object constraint = (details != null) ? call(details, "getConstraintName") : null;
		return new DriverFailure((String) call(failure, "getSqlState"), (code instanceof Integer number) ? number : 0,
				textOf(failure), (constraint instanceof Optional<?> name) ? (String) name.orElse(null) : null);
	}

	private static String textOf(Throwable failure) {
		return Objects.requireNonNullElse(failure.getMessage(), "");
	}

	/**
	 * Call a method that has no parameters.
	 * @param target the object
	 * @param name the name of the method
	 * @return the result, or {@code null} if there is no such method
	 */
	static @Nullable Object call(Object target, String name) {
		Method method = ReflectionUtils.findMethod(target.getClass(), name);
		return (method != null) ? ReflectionUtils
			.invokeMethod(ClassUtils.getPubliclyAccessibleMethodIfPossible(method, target.getClass()), target) : null;
	}

}
