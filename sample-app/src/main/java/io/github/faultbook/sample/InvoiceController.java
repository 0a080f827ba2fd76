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
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.github.faultbook.ErrorCodes;
import io.github.faultbook.sample.access.ForPartners;
import io.github.faultbook.sample.access.Partner;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller for the invoices of a business.
 */
@RestController
@ForPartners
@RequestMapping("/businesses/{businessId}")
class InvoiceController {

	private final Invoices invoices;

	InvoiceController(Invoices invoices) {
		this.invoices = invoices;
	}

	@PostMapping("/invoices")
	@ErrorCodes("business_not_found")
	@ResponseStatus(HttpStatus.CREATED)
	ResponseEntity<Invoice> create(@RequestAttribute Partner partner, @PathVariable String businessId,
			@Valid @RequestBody InvoiceRequest request) {
		Invoice invoice = this.invoices.create(partner, businessId, request.total());
		return ResponseEntity.created(location(businessId, invoice.id())).body(invoice);
	}

	@GetMapping("/invoices/{id}")
	@ErrorCodes({ "business_not_found", "invoice_not_found" })
	Invoice get(@RequestAttribute Partner partner, @PathVariable String businessId, @PathVariable String id) {
		return this.invoices.get(partner, businessId, id);
	}

	// The path of invoices in the first version of the API
	@GetMapping("/bills/{id}")
	@ResponseStatus(HttpStatus.MOVED_PERMANENTLY)
	ResponseEntity<Void> moved(@PathVariable String businessId, @PathVariable String id) {
		return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY).location(location(businessId, id)).build();
	}

	@DeleteMapping("/invoices/{id}")
	@ErrorCodes({ "business_not_found", "invoice_not_found" })
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void cancel(@RequestAttribute Partner partner, @PathVariable String businessId, @PathVariable String id) {
		this.invoices.change(partner, businessId, id, (invoice) -> invoice.replaceDocument(null));
	}

	@GetMapping("/summary")
	@ErrorCodes("business_not_found")
	Summary summary(@RequestAttribute Partner partner, @PathVariable String businessId) {
		List<Invoice> all = this.invoices.find(partner, businessId);
		BigDecimal due = all.stream().map(Invoice::due).reduce(BigDecimal.ZERO, BigDecimal::add);
		// An intentional bug: a business without invoices has no average
		return new Summary(due, due.divide(BigDecimal.valueOf(all.size()), RoundingMode.HALF_UP));
	}

	private static URI location(String businessId, String id) {
		return URI.create("/businesses/%s/invoices/%s".formatted(businessId, id));
	}

	record Summary(
			@JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(implementation = String.class,
					example = "80.00") BigDecimal due,
			@JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(implementation = String.class,
					example = "80.00") BigDecimal average) {

	}

}
