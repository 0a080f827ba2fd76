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

package io.github.faultbook.autoconfigure.openapi;

import java.time.Duration;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;

/**
 * Errors of orders.
 */
enum OrderError implements ErrorCode {

	ORDER_NOT_FOUND(ErrorDefinition.of(404, "Order {order_id} does not exist.")
		.parameter("order_id", String.class, "The identifier that was asked for", "ord_7")
		.cause("The order was never placed, or is not yours.")),

	BUYER_NOT_FOUND(ErrorDefinition.of(404, "The buyer does not exist.").deprecated("2", "order_not_found")),

	WAREHOUSE_BUSY(ErrorDefinition.of(503, "The warehouse is busy.").retry(Retry.ALWAYS, Duration.ofSeconds(30))),

	FRAUD_SUSPECTED(ErrorDefinition.of(402, "The payment was refused.").internalOnly());

	private final ErrorDefinition definition;

	OrderError(ErrorDefinition definition) {
		this.definition = definition;
	}

	@Override
	public ErrorDefinition definition() {
		return this.definition;
	}

}
