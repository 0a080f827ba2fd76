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

package io.github.faultbook.benchmarks.server;

import java.util.Map;
import java.util.function.Function;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller that fails in every way that is measured.
 */
@RestController
class InvoiceController {

	private final Function<String, RuntimeException> notFound;

	InvoiceController(Function<String, RuntimeException> notFound) {
		this.notFound = notFound;
	}

	@GetMapping("/ordinary/{id}")
	ResponseEntity<Map<String, Object>> ordinary(@PathVariable String id) {
		return ResponseEntity.status(HttpStatus.NOT_FOUND)
			.body(Map.of("error", "There is no invoice " + id + ".", "error_code", "invoice_not_found", "details",
					Map.of("invoice_id", id)));
	}

	@GetMapping("/invoices/{id}")
	String find(@PathVariable String id) {
		throw this.notFound.apply(id);
	}

	@PostMapping({ "/invoices", "/malformed" })
	String create(@Valid @RequestBody Invoice invoice) {
		return invoice.customer();
	}

	@GetMapping("/unexpected")
	String fail() {
		throw new IllegalStateException("The connection pool is empty");
	}

}
