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
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.faultbook.pipeline.CauseChain;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * The report of a database on a violated constraint. Its content is never sent to
 * clients.
 *
 * @param reported whether the causes of the exception include one of a JDBC driver
 * @param state the SQLSTATE (ISO/IEC 9075), or {@code null} if the driver reports none
 * @param vendorCode the code of the database, 0 if the driver reports none
 * @param constraint the name of the constraint without its schema, or {@code null} if it
 * is not known
 */
record DatabaseReport(boolean reported, @Nullable String state, int vendorCode, @Nullable String constraint) {

	static final String HIBERNATE = "org.hibernate.exception.ConstraintViolationException";

	private static final String POSTGRESQL = "org.postgresql.util.PSQLException";

	private static final Set<String> ROOTS = Set.of("org.springframework.dao.DataAccessException",
			"jakarta.persistence.PersistenceException", "org.hibernate.HibernateException", HIBERNATE);

	/**
	 * The states of unique constraints, foreign keys and exclusion constraints.
	 */
	private static final Set<String> CONFLICTS = Set.of("23001", "23503", "23505", "23506", "23P01");

	/**
	 * The general state of integrity violations. Only the vendor code tells their kind.
	 */
	private static final String GENERAL = "23000";

	private static final Pattern H2 = Pattern.compile("^[^\"]*\"(?:[^\". ]+\\.)?([^\". :]+)[: ]");

	private static final Pattern MYSQL_KEY = Pattern.compile("for key '(?:[^'.]+\\.)?([^'.]+)'$");

	private static final Pattern MYSQL_FOREIGN_KEY = Pattern.compile("^[^`]*`[^`]+`\\.`[^`]+`, CONSTRAINT `([^`]+)`");

	private static final Pattern ORACLE = Pattern.compile("^ORA-\\d{5}: [^(]*\\((?:[^.)]+\\.)?([^.)]+)\\)");

	private static final Pattern SQL_SERVER = Pattern
		.compile("^[^'\"]*(?:object '[^']+' with unique index|constraint) ['\"]([^'\"]+)['\"]");

	/**
	 * Patterns of messages that contain the name of the constraint, by vendor code. The
	 * messages also contain values of clients, which must not be mistaken for the name.
	 */
	private static final Map<Integer, Pattern> NAMES = Map.ofEntries(Map.entry(23503, H2), Map.entry(23505, H2),
			Map.entry(23506, H2), Map.entry(23513, H2), Map.entry(1062, MYSQL_KEY), Map.entry(1586, MYSQL_KEY),
			Map.entry(1451, MYSQL_FOREIGN_KEY), Map.entry(1452, MYSQL_FOREIGN_KEY), Map.entry(1, ORACLE),
			Map.entry(2291, ORACLE), Map.entry(2292, ORACLE), Map.entry(2601, SQL_SERVER), Map.entry(2627, SQL_SERVER));

	private static final DatabaseReport NONE = new DatabaseReport(false, null, 0, null);

	/**
	 * Read the report of the first exception that has one.
	 * @param exception an exception, whose causes are searched, too
	 * @return the report
	 */
	static DatabaseReport of(Throwable exception) {
		DatabaseReport[] found = { NONE };
		CauseChain.anyMatch(exception, (candidate) -> {
			found[0] = found[0].or(candidate);
			return candidate instanceof SQLException;
		});
		return found[0];
	}

	private DatabaseReport or(Throwable candidate) {
		if (candidate instanceof SQLException failure) {
			String name = (this.constraint != null) ? this.constraint : nameOf(failure);
			return new DatabaseReport(true, failure.getSQLState(), failure.getErrorCode(), name);
		}
		return isA(candidate, Set.of(HIBERNATE))
				? new DatabaseReport(false, null, 0, plain(call(candidate, "getConstraintName"))) : this;
	}

	private static @Nullable String nameOf(SQLException failure) {
		SQLException specific = failure;
		if (failure.getNextException() != null && !isA(failure, Set.of(POSTGRESQL))) {
			// The exception of a batch does not name the constraint
			specific = failure.getNextException();
		}
		if (isA(specific, Set.of(POSTGRESQL))) {
			Object message = call(specific, "getServerErrorMessage");
			return (message != null) ? (String) call(message, "getConstraint") : null;
		}
		Pattern pattern = NAMES.get(specific.getErrorCode());
		String text = specific.getMessage();
		Matcher matcher = (pattern != null && text != null) ? pattern.matcher(text) : null;
		return (matcher != null && matcher.find()) ? matcher.group(1) : null;
	}

	/**
	 * Return the name of a constraint as Hibernate reports it, which may be followed by
	 * the index or preceded by the table.
	 * @param reported the reported name, or {@code null}
	 * @return the name alone, or {@code null}
	 */
	private static @Nullable String plain(@Nullable Object reported) {
		if (!(reported instanceof String text)) {
			return null;
		}
		String name = text.strip().split("[\\s:]", 2)[0].replace("\"", "");
		return name.isEmpty() ? null : name.substring(name.lastIndexOf('.') + 1);
	}

	private static @Nullable Object call(Object target, String name) {
		Method method = ReflectionUtils.findMethod(target.getClass(), name);
		return (method != null) ? ReflectionUtils.invokeMethod(method, target) : null;
	}

	/**
	 * Return whether an exception is an exception of data access.
	 * @param exception the exception
	 * @return whether Spring, JPA, Hibernate or a JDBC driver threw it
	 */
	static boolean isFromDatabase(Throwable exception) {
		return exception instanceof SQLException || isA(exception, ROOTS);
	}

	/**
	 * Return whether an exception is of one of the given classes.
	 * @param exception the exception
	 * @param names the names of the classes
	 * @return whether its class or a superclass has one of the names
	 */
	static boolean isA(Throwable exception, Set<String> names) {
		for (Class<?> type = exception.getClass(); type != Throwable.class; type = type.getSuperclass()) {
			if (names.contains(type.getName())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether the row conflicts with others.
	 * @return whether a unique constraint or a foreign key is known to be violated
	 */
	boolean isConflict() {
		return this.state != null && (CONFLICTS.contains(this.state)
				|| (GENERAL.equals(this.state) && NAMES.containsKey(this.vendorCode)));
	}

	/**
	 * Return whether a violation of integrity is a conflict with other rows as far as is
	 * known.
	 * @return {@code true} also if the driver reports nothing
	 */
	boolean mayBeConflict() {
		return !this.reported || this.state == null || isConflict();
	}

}
