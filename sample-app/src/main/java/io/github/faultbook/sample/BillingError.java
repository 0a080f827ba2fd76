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

package io.github.faultbook.sample;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;

import static io.github.faultbook.ErrorDefinition.of;

/**
 * Errors of businesses, invoices and payments.
 */
enum BillingError implements ErrorCode {

	BUSINESS_NOT_FOUND(of(404, "The business {business_id} does not exist.")
		.cause("The business does not exist or does not belong to the partner.")
		.solution("Verify business_id.")
		.parameter("business_id", String.class, "The identifier in the request", "bus_99")),

	INVOICE_NOT_FOUND(
			of(404, "The invoice {invoice_id} does not exist.").cause("The invoice does not exist for this business.")
				.solution("Verify invoice_id.")
				.parameter("invoice_id", String.class, "The identifier in the request", "inv_99")),

	DUPLICATE_EXTERNAL_ID(of(409, "A resource with this external_id exists: {id}.")
		.cause("The resource was created before, such as by a request whose answer was lost.")
		.solution("Expected for idempotent requests: use the existing resource.")
		.parameter("id", String.class, "The identifier of the existing resource", "bus_1")),

	OUTDATED_VERSION(of(412, "The business was changed in the meantime.")
		.cause("The version in If-Match is not the current one.")
		.solution("Read the business again and repeat the change.")
		.parameter("current", String.class, "The current version, as an ETag", "\"2\"")),

	AMOUNT_TOO_HIGH(of(422, "The payment exceeds what is due.").cause("The amount is higher than what is still due.")
		.solution("Pay what is due, or less.")
		.parameter("due", String.class, "The amount that is still due, as a decimal string", "80.00")),

	INSUFFICIENT_BALANCE(of(402, "The balance is too low to complete this payment.")
		.cause("The payment exceeds the balance of the business.")
		.solution("Add funds or pay by bank transfer.")
		.parameter("required", String.class, "The amount of the payment, as a decimal string", "100.00")
		.parameter("available", String.class, "The balance, as a decimal string", "50.50"));

	private final ErrorDefinition definition;

	BillingError(ErrorDefinition definition) {
		this.definition = definition;
	}

	@Override
	public ErrorDefinition definition() {
		return this.definition;
	}

}
