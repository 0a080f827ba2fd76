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

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * A request to pay an invoice.
 *
 * @param amount the amount, which may be a part of the amount due
 * @param method the payment method
 */
record PaymentRequest(@NotNull @Positive @Digits(integer = 9, fraction = 2) BigDecimal amount, @NotNull Method method) {

	enum Method {

		@JsonProperty("balance")
		BALANCE,

		@JsonProperty("bank_transfer")
		BANK_TRANSFER,

		@JsonProperty("direct_debit")
		DIRECT_DEBIT

	}

}
