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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.faultbook.pipeline.CauseChain;
import org.jspecify.annotations.Nullable;

/**
 * The report of a database on a violated constraint. Its content is never sent to
 * clients.
 *
 * @param kind the kind of violation
 * @param constraint the name of the constraint without its schema, or {@code null} if it
 * is not known
 */
record DatabaseReport(Kind kind, @Nullable String constraint) {

	static final String HIBERNATE = "org.hibernate.exception.ConstraintViolationException";

	private static final Set<String> ROOTS = Set.of("org.springframework.dao.DataAccessException",
			"jakarta.persistence.PersistenceException", "org.hibernate.HibernateException", HIBERNATE,
			"java.sql.SQLException", DriverFailure.R2DBC);

	/**
	 * The states of unique constraints, foreign keys and exclusion constraints.
	 */
	private static final Set<String> CONFLICTS = Set.of("23001", "23503", "23504", "23505", "23506", "23P01");

	/**
	 * The general state of integrity violations. Only the code of the database tells
	 * their kind.
	 */
	private static final String GENERAL = "23000";

	/**
	 * The codes of unique constraints and foreign keys in MySQL and MariaDB, Oracle and
	 * SQL Server.
	 */
	private static final Set<Integer> CONFLICT_CODES = Set.of(1022, 1062, 1169, 1216, 1217, 1451, 1452, 1557, 1586, 1,
			2291, 2292, 2601, 2627);

	/**
	 * The code that SQL Server has for foreign keys and for checks.
	 */
	private static final int FOREIGN_KEY_OR_CHECK = 547;

	private static final Pattern FOREIGN_KEY = Pattern.compile("^[^'\"]*(?:FOREIGN KEY|REFERENCE)");

	private static final Pattern H2 = Pattern.compile("^[^\"]*\"(?:[^\". ]+\\.)?([^\". :]+)[: ]");

	private static final Pattern HSQLDB = Pattern.compile("^[^;]*; \"?([^ \"]+)\"? table:");

	private static final Pattern MYSQL_KEY = Pattern.compile("for key '(?:[^'.]+\\.)?([^'.]+)'$");

	private static final Pattern MYSQL_FOREIGN_KEY = Pattern.compile("^[^`]*`[^`]+`\\.`[^`]+`, CONSTRAINT `([^`]+)`");

	private static final Pattern MYSQL_CHECK = Pattern.compile("^[^'`]*['`](?:[^'`.]+\\.)?([^'`.]+)['`]");

	private static final Pattern ORACLE = Pattern.compile("^ORA-\\d{5}: [^(]*\\((?:[^.)]+\\.)?([^.)]+)\\)");

	private static final Pattern SQL_SERVER = Pattern
		.compile("^[^'\"]*(?:object '[^']+' with unique index|constraint) ['\"]([^'\"]+)['\"]");

	/**
	 * Patterns of texts that contain the name of the constraint, by the code of the
	 * database. The texts also contain values of clients, which must not be mistaken for
	 * the name.
	 */
	private static final Map<Integer, Pattern> NAMES = Map.ofEntries(Map.entry(23503, H2), Map.entry(23505, H2),
			Map.entry(23506, H2), Map.entry(23513, H2), Map.entry(-104, HSQLDB), Map.entry(-177, HSQLDB),
			Map.entry(-8, HSQLDB), Map.entry(-157, HSQLDB), Map.entry(1062, MYSQL_KEY), Map.entry(1586, MYSQL_KEY),
			Map.entry(1451, MYSQL_FOREIGN_KEY), Map.entry(1452, MYSQL_FOREIGN_KEY), Map.entry(3819, MYSQL_CHECK),
			Map.entry(4025, MYSQL_CHECK), Map.entry(1, ORACLE), Map.entry(2290, ORACLE), Map.entry(2291, ORACLE),
			Map.entry(2292, ORACLE), Map.entry(FOREIGN_KEY_OR_CHECK, SQL_SERVER), Map.entry(2601, SQL_SERVER),
			Map.entry(2627, SQL_SERVER));

	private static final DatabaseReport NONE = new DatabaseReport(Kind.UNKNOWN, null);

	/**
	 * Read the report of the first exception that has one.
	 * @param exception an exception, whose causes are searched, too
	 * @return the report
	 */
	static DatabaseReport of(Throwable exception) {
		DatabaseReport[] found = { NONE };
		CauseChain.anyMatch(exception, (candidate) -> {
			DriverFailure failure = DriverFailure.of(candidate);
			found[0] = found[0].or(candidate, failure);
			return failure != null;
		});
		return found[0];
	}

	private DatabaseReport or(Throwable candidate, @Nullable DriverFailure failure) {
		if (failure != null) {
			return new DatabaseReport(kindOf(failure), (this.constraint != null) ? this.constraint : nameOf(failure));
		}
		return isA(candidate, Set.of(HIBERNATE))
				? new DatabaseReport(Kind.UNKNOWN, plain(DriverFailure.call(candidate, "getConstraintName"))) : this;
	}

	private static Kind kindOf(DriverFailure failure) {
		if (failure.state() == null) {
			return Kind.UNKNOWN;
		}
		boolean conflict = CONFLICTS.contains(failure.state())
				|| (GENERAL.equals(failure.state()) && (CONFLICT_CODES.contains(failure.code())
						|| (failure.code() == FOREIGN_KEY_OR_CHECK && FOREIGN_KEY.matcher(failure.text()).find())));
		return conflict ? Kind.CONFLICT : Kind.OTHER;
	}

	private static @Nullable String nameOf(DriverFailure failure) {
		if (failure.constraint() != null) {
			return failure.constraint();
		}
		Pattern pattern = NAMES.get(failure.code());
		Matcher matcher = (pattern != null) ? pattern.matcher(failure.text()) : null;
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

	/**
	 * Return whether an exception is an exception of data access.
	 * @param exception the exception
	 * @return whether Spring, JPA, Hibernate or a driver threw it
	 */
	static boolean isFromDatabase(Throwable exception) {
		return isA(exception, ROOTS);
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
	 * The kind of a violation.
	 */
	enum Kind {

		/**
		 * The row conflicts with others: a unique constraint or a foreign key.
		 */
		CONFLICT,

		/**
		 * Any other violation, such as of a check, or another failure.
		 */
		OTHER,

		/**
		 * No driver reports a failure, or the driver does not report its kind.
		 */
		UNKNOWN

	}

}
