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

import java.util.stream.Stream;

import io.github.faultbook.CommonError;

import static io.github.faultbook.autoconfigure.contract.ContractCase.of;

/**
 * The requests of the contract that the database refuses.
 */
final class DatabaseCases {

	/**
	 * The configuration with which the application answers these requests.
	 */
	static final String[] PROPERTIES = { "faultbook.database-errors=true",
			"faultbook.constraints.uk_invoice_external_id=resource_gone",
			"faultbook.constraints.ck-invoice-amount=payment_required",
			"faultbook.constraints.uk_invoice_other=permission_denied",
			"faultbook.mappings.org.springframework.dao.DuplicateKeyException=conflict" };

	private DatabaseCases() {
	}

	static Stream<ContractCase> all() {
		return Stream.of(failure("named", CommonError.RESOURCE_GONE),
				failure("named-in-value", CommonError.RESOURCE_GONE),
				failure("named-check", CommonError.PAYMENT_REQUIRED), failure("primary-key", CommonError.CONFLICT),
				failure("no-parent", CommonError.CONFLICT), failure("children", CommonError.CONFLICT),
				failure("null", CommonError.INTERNAL_SERVER_ERROR),
				failure("too-long", CommonError.INTERNAL_SERVER_ERROR), failure("batch", CommonError.RESOURCE_GONE),
				failure("none", CommonError.RESOURCE_NOT_FOUND), failure("stale", CommonError.CONFLICT),
				failure("unknown-kind", CommonError.CONFLICT), failure("wrapped", CommonError.CONFLICT),
				failure("jdbc", CommonError.CONFLICT), failure("sql", CommonError.INTERNAL_SERVER_ERROR),
				failure("postgresql", CommonError.RESOURCE_GONE), failure("postgresql-other", CommonError.CONFLICT),
				failure("postgresql-null", CommonError.INTERNAL_SERVER_ERROR),
				failure("sql-server", CommonError.CONFLICT), failure("sql-server-check", CommonError.PAYMENT_REQUIRED),
				failure("r2dbc", CommonError.RESOURCE_GONE), failure("r2dbc-null", CommonError.INTERNAL_SERVER_ERROR));
	}

	private static ContractCase failure(String what, CommonError code) {
		return of("database, " + what, "GET /database/" + what, code);
	}

}
