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

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;

import io.github.faultbook.autoconfigure.database.DatabaseReport.Kind;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DatabaseReport} with texts of drivers that are not on the classpath.
 */
class DatabaseReportTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"1062 | 23000 | Duplicate entry 'a' for key 'invoice.uk_x' | uk_x | CONFLICT",
			"1062 | 23000 | (conn=5) Duplicate entry 'a' for key 'uk_x' | uk_x | CONFLICT",
			"1062 | 23000 | Duplicate entry 'a' for key 'uk_y' for key 'invoice.uk_x' | uk_x | CONFLICT",
			"1452 | 23000 | Cannot add or update a child row: a foreign key constraint fails (`a`.`b`, CONSTRAINT `fk_x`"
					+ " FOREIGN KEY (`c`) REFERENCES `d` (`id`)) | fk_x | CONFLICT",
			"1451 | 23000 | (conn=5) Cannot delete or update a parent row: a foreign key constraint fails (`a`.`b`,"
					+ " CONSTRAINT `fk_x` FOREIGN KEY (`c`) REFERENCES `d` (`id`)) | fk_x | CONFLICT",
			"1216 | 23000 | Cannot add or update a child row: a foreign key constraint fails | ~~ | CONFLICT",
			"3819 | HY000 | Check constraint 'ck_x' is violated. | ck_x | OTHER",
			"4025 | 23000 | (conn=5) CONSTRAINT `b.ck_x` failed for `a`.`b` | ck_x | OTHER",
			"1 | 23000 | ORA-00001: unique constraint (SCOTT.UK_X) violated on table T columns (A) | UK_X | CONFLICT",
			"2291 | 23000 | ORA-02291: integrity constraint (SCOTT.FK_X) violated - parent key not found | FK_X | CONFLICT",
			"2290 | 23000 | ORA-02290: check constraint (SCOTT.CK_X) violated | CK_X | OTHER",
			"2627 | 23000 | Violation of UNIQUE KEY constraint 'uk_x'. Cannot insert duplicate key in object 'dbo.t'. "
					+ "The duplicate key value is (constraint 'uk_y'). | uk_x | CONFLICT",
			"2601 | 23000 | Cannot insert duplicate key row in object 'dbo.t' with unique index 'ux'. | ux | CONFLICT",
			"547 | 23000 | The INSERT statement conflicted with the FOREIGN KEY constraint \"fk_x\". The conflict occurred "
					+ "in database \"a\", table \"dbo.b\", column 'id'. | fk_x | CONFLICT",
			"547 | 23000 | The DELETE statement conflicted with the REFERENCE constraint \"fk_x\". The conflict occurred "
					+ "in database \"a\", table \"dbo.b\", column 'c'. | fk_x | CONFLICT",
			"547 | 23000 | The INSERT statement conflicted with the CHECK constraint \"ck_x\". The conflict occurred in "
					+ "database \"FOREIGN KEY\", table \"dbo.b\", column 'c'. | ck_x | OTHER",
			"-104 | 23505 | integrity constraint violation: unique constraint or index violation ; UK_X table: T | UK_X"
					+ " | CONFLICT",
			"-177 | 23503 | integrity constraint violation: foreign key no parent ; FK_X table: T value: 9 | FK_X | CONFLICT",
			"-8 | 23504 | integrity constraint violation: foreign key no action ; FK_X table: T | FK_X | CONFLICT",
			"-157 | 23513 | integrity constraint violation: check constraint ; CK_X table: T | CK_X | OTHER",
			"-532 | 23504 | DB2 SQL Error: SQLCODE=-532, SQLSTATE=23504 | ~~ | CONFLICT",
			"1048 | 23000 | Column 'a' cannot be null | ~~ | OTHER", "0 | 23502 | ~~ | ~~ | OTHER",
			"0 | 22001 | ~~ | ~~ | OTHER", "0 | 42000 | ~~ | ~~ | OTHER",
			"19 | ~~ | [SQLITE_CONSTRAINT_UNIQUE] A UNIQUE constraint failed | ~~ | UNKNOWN" })
	void kindAndNameAreReadFromTheReportOfTheDriver(int code, String state, String text, String name, Kind kind) {
		String sqlState = state.isEmpty() ? null : state;
		for (Exception failure : List.of(new SQLException(text, sqlState, code),
				new R2dbcException(text, sqlState, code))) {
			DatabaseReport report = DatabaseReport.of(new DataIntegrityViolationException("", failure));
			assertThat(report.kind()).isEqualTo(kind);
			assertThat(report.constraint()).isEqualTo(name.isEmpty() ? null : name);
		}
	}

	@Test
	void batchFailsForTheReasonOfOneOfItsStatements() {
		BatchUpdateException batch = new BatchUpdateException("Batch entry 0 failed", null, 0, new int[0]);
		batch.setNextException(new SQLException("Duplicate entry 'a' for key 't.uk_x'", "23000", 1062));
		assertThat(DatabaseReport.of(batch)).isEqualTo(new DatabaseReport(Kind.CONFLICT, "uk_x"));
	}

	@Test
	void driverOfPostgresqlNamesTheConstraintItself() {
		assertThat(DatabaseReport.of(new PostgresqlFailure("uk_x")))
			.isEqualTo(new DatabaseReport(Kind.CONFLICT, "uk_x"));
		assertThat(DatabaseReport.of(new PostgresqlFailure(null))).isEqualTo(new DatabaseReport(Kind.CONFLICT, null));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~',
			value = { "uk_x", "invoice.uk_x", "PUBLIC.UK_X INDEX PUBLIC.A ON B(C)", "\"uk_x\"" })
	void nameThatHibernateReportsStandsAlone(String reported) {
		assertThat(DatabaseReport.of(new ConstraintViolationException(reported)).constraint())
			.isEqualToIgnoringCase("uk_x");
	}

	@Test
	void endlessCausesAreNotFollowed() {
		SQLException ring = new SQLException("a");
		RuntimeException wrapper = new RuntimeException();
		wrapper.initCause(new RuntimeException(wrapper));
		assertThat(DatabaseReport.of(wrapper).kind()).isEqualTo(Kind.UNKNOWN);
		assertThat(DatabaseReport.of(ring).constraint()).isNull();
	}

	/**
	 * An exception as the reactive driver of PostgreSQL throws it: its class is private.
	 */
	@SuppressWarnings("serial")
	private static final class PostgresqlFailure extends R2dbcException implements PostgresqlException {

		private final @Nullable String constraint;

		PostgresqlFailure(@Nullable String constraint) {
			super("duplicate key value violates unique constraint \"s3cr3t\"", "23505", 0);
			this.constraint = constraint;
		}

		@Override
		public ErrorDetails getErrorDetails() {
			return new ErrorDetails(this.constraint);
		}

	}

}
