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

import java.sql.SQLException;

import org.hibernate.exception.ConstraintViolationException;
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
			"1062 | Duplicate entry 'a' for key 'invoice.uk_x' | uk_x",
			"1062 | Duplicate entry 'a' for key 'uk_x' | uk_x",
			"1062 | Duplicate entry 'a' for key 'uk_y' for key 'invoice.uk_x' | uk_x",
			"1452 | Cannot add or update a child row: a foreign key constraint fails (`a`.`b`, CONSTRAINT `fk_x`"
					+ " FOREIGN KEY (`c`) REFERENCES `d` (`id`)) | fk_x",
			"1 | ORA-00001: unique constraint (SCOTT.UK_X) violated on table T columns (A) | UK_X",
			"2627 | Violation of UNIQUE KEY constraint 'uk_x'. Cannot insert duplicate key in object 'dbo.t'. "
					+ "The duplicate key value is (constraint 'uk_y'). | uk_x",
			"2601 | Cannot insert duplicate key row in object 'dbo.t' with unique index 'ux'. | ux" })
	void nameIsReadFromTheTextOfTheDriver(int code, String text, String name) {
		DatabaseReport report = DatabaseReport
			.of(new DataIntegrityViolationException("", new SQLException(text, "23000", code)));
		assertThat(report.constraint()).isEqualTo(name);
		assertThat(report.isConflict()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "1048, 23000", "0, 23502", "0, 22001", "0, 42000" })
	void violationThatIsNoConflict(int code, String state) {
		DatabaseReport report = DatabaseReport
			.of(new DataIntegrityViolationException("", new SQLException("", state, code)));
		assertThat(report.isConflict()).isFalse();
		assertThat(report.mayBeConflict()).isFalse();
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
		assertThat(DatabaseReport.of(wrapper).reported()).isFalse();
		assertThat(DatabaseReport.of(ring).constraint()).isNull();
	}

}
