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

package io.github.faultbook.autoconfigure.readme;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.faultbook.ApiException;
import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorCodes;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.catalog.ErrorCodeScan;
import io.github.faultbook.pipeline.ErrorCustomizer;
import io.github.faultbook.pipeline.ErrorListener;
import io.github.faultbook.pipeline.ErrorResolver;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The code of the README.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ErrorCodeScan("com.example.billing")
@RestController
class ReadmeApplication {

	@GetMapping("/invoices/{id}")
	Invoice invoice(@PathVariable String id) {
		throw new ApiException(BillingError.INVOICE_NOT_FOUND).with("invoice_id", id);
	}

	@GetMapping("/invoices/{id}/receipt")
	@ErrorCodes("insufficient_balance")
	Receipt receipt(@PathVariable String id) throws InvoiceNotFoundException {
		throw new InvoiceNotFoundException(id);
	}

	@PostMapping("/orders")
	Order order(@Valid @RequestBody Order order) {
		return order;
	}

	@GetMapping("/invalid-by-code")
	String invalidByCode() {
		throw new ApiException(CommonError.VALIDATION_ERROR)
			.violation("items[0].sku", "unknown_sku", "is not in the catalog")
			.violation(Violation.of(In.QUERY, "currency", "invalid_choice", "is not one of ours")
				.with("allowed", List.of("EUR", "GBP")));
	}

	@GetMapping("/balance")
	String balance() {
		throw new ApiException(BillingError.INSUFFICIENT_BALANCE).with("required", "100.00").with("available", "50.50");
	}

	@GetMapping("/jobs/{id}/events")
	SseEmitter events(@PathVariable String id) throws IOException {
		SseEmitter emitter = new SseEmitter();
		emitter.send(Map.of("progress", 40));
		emitter.completeWithError(new ApiException(CommonError.CONFLICT));
		return emitter;
	}

	@GetMapping("/limit")
	String limit() {
		throw new ApiException(CommonError.RATE_LIMIT_EXCEEDED).retryAfter(Duration.ofSeconds(30));
	}

	@GetMapping("/locked")
	String locked() throws AccountLockedException {
		throw new AccountLockedException();
	}

	@GetMapping("/stale")
	String stale() {
		throw new StaleInvoiceException(3);
	}

	@Bean
	ErrorResolver staleInvoices() {
		return ErrorResolver.mapping(StaleInvoiceException.class,
				(ex) -> new ApiException(CommonError.CONFLICT).with("current_version", ex.currentVersion()));
	}

	@Bean
	ErrorCustomizer region() {
		return (error, exception, request) -> error.toBuilder().header("X-Region", "eu").build();
	}

	@Bean
	ErrorListener alarm() {
		return (event) -> {
			if (event.error().status() >= 500) {
				Pager.ring(event.request().reference());
			}
		};
	}

	record Invoice(String id) {
	}

	record Receipt(String id) {
	}

	record Order(@Email String email, List<@Valid Item> items) {
	}

	record Item(String sku, @JsonProperty("qty") @Min(1) int quantity) {
	}

	@ErrorCodes("invoice_not_found")
	static class InvoiceNotFoundException extends ApiException {

		InvoiceNotFoundException(String id) {
			super(BillingError.INVOICE_NOT_FOUND);
			with("invoice_id", id);
		}

	}

	static class AccountLockedException extends Exception implements ApiFault {

		@Override
		public ErrorCode errorCode() {
			return CommonError.PERMISSION_DENIED;
		}

	}

	static class StaleInvoiceException extends RuntimeException {

		private final int currentVersion;

		StaleInvoiceException(int currentVersion) {
			this.currentVersion = currentVersion;
		}

		int currentVersion() {
			return this.currentVersion;
		}

	}

	private static final class Pager {

		private Pager() {
		}

		static void ring(String reference) {
			// Somebody gets up
		}

	}

}
