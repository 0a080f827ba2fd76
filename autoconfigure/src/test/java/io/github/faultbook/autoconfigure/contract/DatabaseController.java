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

package io.github.faultbook.autoconfigure.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import io.r2dbc.spi.R2dbcException;
import org.h2.Driver;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Fails as databases fail.
 */
@RestController
@RequestMapping("/database")
class DatabaseController {

	private final JdbcTemplate database = new JdbcTemplate(
			new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));

	DatabaseController() {
		this.database.execute("create table business (id int primary key)");
		this.database.execute("""
				create table invoice (id int primary key, external_id varchar(40) not null, amount int, business int,
				constraint uk_invoice_external_id unique (external_id),
				constraint uk_invoice_other unique (amount),
				constraint ck_invoice_amount check (amount > 0),
				constraint fk_invoice_business foreign key (business) references business (id))""");
		this.database.execute("insert into business values (1)");
		insert(1, Markers.SECRET, 1, 1);
		insert(2, "UK_INVOICE_OTHER", 2, 1);
	}

	private void insert(int id, String externalId, int amount, int business) {
		this.database.update("insert into invoice values (?, ?, ?, ?)", id, externalId, amount, business);
	}

	@GetMapping("/{what}")
	String fail(@PathVariable String what) throws SQLException {
		switch (what) {
			case "named" -> insert(3, Markers.SECRET, 3, 1);
			case "named-in-value" -> insert(3, "UK_INVOICE_OTHER", 3, 1);
			case "named-check" -> insert(3, "three", 0, 1);
			case "primary-key" -> insert(1, "three", 3, 1);
			case "no-parent" -> insert(3, "three", 3, 9);
			case "children" -> this.database.update("delete from business");
			case "null" -> this.database.update("insert into invoice (id) values (3)");
			case "too-long" -> insert(3, Markers.SECRET.repeat(9), 3, 1);
			case "batch" -> this.database.batchUpdate("insert into invoice values (3, '" + Markers.SECRET + "', 3, 1)");
			case "none" -> this.database.queryForObject("select id from invoice where id = 9", Integer.class);
			case "stale" -> throw new OptimisticLockingFailureException(Markers.SECRET);
			case "unknown-kind" -> throw new DataIntegrityViolationException(Markers.SECRET);
			case "wrapped" -> throw new CompletionException(new OptimisticLockingFailureException(Markers.SECRET));
			case "jdbc" -> execute("insert into invoice values (1, 'three', 3, 1)");
			case "sql" -> execute("select nothing from invoice");
			case "postgresql" -> throw postgresql("23505", "uk_invoice_external_id");
			case "postgresql-other" -> throw postgresql("23505", "invoice_pkey");
			case "postgresql-null" -> throw postgresql("23502", "");
			case "sql-server" -> throw translate(new SQLException(
					"The INSERT statement conflicted with the FOREIGN KEY constraint \"fk_invoice\".", "23000", 547));
			case "sql-server-check" -> throw translate(new SQLException(
					"The INSERT statement conflicted with the CHECK constraint \"ck_invoice_amount\".", "23000", 547));
			case "r2dbc" -> throw new DataIntegrityViolationException(Markers.SECRET,
					new R2dbcException(
							"Duplicate entry '" + Markers.SECRET + "' for key 'invoice.uk_invoice_external_id'",
							"23000", 1062));
			case "r2dbc-null" -> throw new DataIntegrityViolationException(Markers.SECRET,
					new R2dbcException("null value in column \"" + Markers.SECRET + "\"", "23502", 0));
			default -> throw new IllegalArgumentException(what);
		}
		return "ok";
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = Objects.requireNonNull(this.database.getDataSource()).getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/**
	 * Create what Spring makes of a failure that PostgreSQL reports.
	 * @param state the state
	 * @param constraint the constraint, empty if there is none
	 * @return the exception
	 */
	private static RuntimeException postgresql(String state, String constraint) {
		String fields = "SERROR\0C%s\0Mviolates \"uk_invoice_other\"\0DKey (external_id)=(%s) exists.\0%s\0"
			.formatted(state, Markers.SECRET, constraint.isEmpty() ? "" : "n" + constraint);
		return translate(new PSQLException(new ServerErrorMessage(fields)));
	}

	private static RuntimeException translate(SQLException failure) {
		return Objects.requireNonNull(new SQLStateSQLExceptionTranslator().translate("insert", null, failure));
	}

}
