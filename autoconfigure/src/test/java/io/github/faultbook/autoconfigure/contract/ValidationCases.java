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

import java.util.List;
import java.util.Map;

import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;

import static io.github.faultbook.autoconfigure.contract.ContractCase.of;

/**
 * The requests of the contract that a validator refuses.
 */
final class ValidationCases {

	private ValidationCases() {
	}

	static List<ContractCase> all() {
		String invalid = "{\"email\":\"" + Markers.SECRET + "\",\"items\":[{\"sku\":\"a\",\"qty\":0}]}";
		Violation name = Violation.of("customer_name", "required", "must not be blank");
		Violation email = Violation.of("email", "invalid_format", "must be a well-formed email address");
		Violation quantity = Violation.of("items[0].qty", "out_of_range", "must be greater than or equal to 1");
		return List.of(
				of("invalid body", "POST /orders", CommonError.VALIDATION_ERROR).json(invalid)
					.violations(name, email, quantity),
				of("invalid body and parameter", "POST /orders/mixed?limit=1", CommonError.VALIDATION_ERROR)
					.json(invalid)
					.violations(name, email, quantity,
							Violation.of(In.QUERY, "limit", "out_of_range", "must be greater than or equal to 3")),
				of("invalid element of a list", "POST /orders/list", CommonError.VALIDATION_ERROR)
					.json("[{\"sku\":\"a\",\"qty\":1},{\"sku\":\"\",\"qty\":0}]")
					.violations(Violation.of("[1].sku", "required", "must not be blank"),
							Violation.of("[1].qty", "out_of_range", "must be greater than or equal to 1")),
				of("invalid path variable", "GET /input/7", CommonError.VALIDATION_ERROR)
					.violations(Violation.of(In.PATH, "id", "out_of_range", "must be greater than or equal to 10")),
				of("invalid header", "GET /input/header", CommonError.VALIDATION_ERROR).with("X-Tenant: a")
					.violations(Violation.of(In.HEADER, "X-Tenant", "invalid_length",
							"size must be between 3 and 2147483647")),
				of("invalid form", "GET /input/form?page=0", CommonError.VALIDATION_ERROR).violations(
						Violation.of(In.QUERY, "term", "required", "must not be blank"),
						Violation.of(In.QUERY, "page", "out_of_range", "must be greater than or equal to 1")),
				of("invalid and mistyped fields of a form", "POST /input/form", CommonError.VALIDATION_ERROR)
					.body("application/x-www-form-urlencoded", "term=&page=" + Markers.SECRET)
					.violations(Violation.of(In.FORM, "term", "required", "must not be blank"),
							Violation.of(In.FORM, "page", "invalid_format", "must be an integer")),
				of("invalid return value", "GET /input/returned", CommonError.INTERNAL_SERVER_ERROR),
				of("invalid map", "POST /validated/map", CommonError.VALIDATION_ERROR)
					.json("{\"prices\":{\"EUR\":0,\"\":1}}")
					.violations(
							new Violation(List.of("prices", ""), In.BODY, "required", "must not be blank", Map.of()),
							Violation.of("prices.EUR", "out_of_range", "must be greater than or equal to 1")),
				of("invalid object as a whole", "POST /validated/range", CommonError.VALIDATION_ERROR)
					.json("{\"from\":2,\"to\":1}")
					.violations(Violation.of("", "invalid_value", "must not end before it begins")),
				of("invalid by a validator without a message", "POST /validated/search", CommonError.VALIDATION_ERROR)
					.json("{\"term\":\"" + Markers.SECRET + "\"}")
					.violations(Violation.of("", "odd", "is not valid"), Violation.of("term", "odd", "is not valid")),
				of("invalid argument of a service", "GET /validated/service?amount=0",
						CommonError.INTERNAL_SERVER_ERROR),
				of("invalid argument of a service for clients", "GET /validated/client-service?amount=0",
						CommonError.VALIDATION_ERROR)
					.violations(Violation.of(In.QUERY, "amount", "out_of_range", "must be greater than or equal to 1")),
				of("invalid object that the handler takes", "POST /validated/by-hand", CommonError.VALIDATION_ERROR)
					.json("{\"from\":2,\"to\":1}")
					.violations(Violation.of("", "invalid_value", "must not end before it begins")),
				of("invalid object that the handler made", "GET /validated/made", CommonError.INTERNAL_SERVER_ERROR),
				of("invalid result of a service", "GET /validated/service?amount=7",
						CommonError.INTERNAL_SERVER_ERROR));
	}

}
