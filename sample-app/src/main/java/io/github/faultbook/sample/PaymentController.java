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

import com.fasterxml.jackson.annotation.JsonFormat;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCodes;
import io.github.faultbook.sample.access.ForPartners;
import io.github.faultbook.sample.access.Partner;
import io.github.faultbook.sample.bank.Bank;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller for the payments of invoices.
 */
@RestController
@ForPartners
@RequestMapping("/businesses/{businessId}/invoices/{invoiceId}/payments")
class PaymentController {

	private final Businesses businesses;

	private final Invoices invoices;

	private final Bank bank;

	PaymentController(Businesses businesses, Invoices invoices, Bank bank) {
		this.businesses = businesses;
		this.invoices = invoices;
		this.bank = bank;
	}

	@PostMapping
	@ErrorCodes({ "business_not_found", "invoice_not_found", "insufficient_balance", "amount_too_high",
			"not_implemented", "bad_gateway", "gateway_timeout" })
	Payment pay(@RequestAttribute Partner partner, @PathVariable String businessId, @PathVariable String invoiceId,
			@Valid @RequestBody PaymentRequest request) {
		BigDecimal amount = request.amount();
		this.invoices.get(partner, businessId, invoiceId).requireDue(amount);
		String reference = switch (request.method()) {
			case BALANCE -> {
				this.businesses.withdraw(partner, businessId, amount);
				yield "balance";
			}
			case BANK_TRANSFER -> this.bank.transfer(amount);
			case DIRECT_DEBIT ->
				throw new ApiException(CommonError.NOT_IMPLEMENTED).message("Direct debit is not available yet.");
		};
		Invoice invoice = this.invoices.change(partner, businessId, invoiceId, (current) -> current.pay(amount));
		return new Payment(reference, invoice.due());
	}

	/**
	 * A payment.
	 *
	 * @param reference the reference of the transfer
	 * @param due the remaining amount
	 */
	record Payment(String reference, @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(implementation = String.class,
			example = "80.00") BigDecimal due) {

	}

}
