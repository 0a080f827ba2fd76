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

package io.github.faultbook.migration;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * A shop that fails in the ways of Spring MVC, Bean Validation and Spring Security,
 * without a library for errors.
 */
@RestController
class ShopController {

	private final Warehouse warehouse;

	ShopController(Warehouse warehouse) {
		this.warehouse = warehouse;
	}

	@PostMapping(path = "/orders", consumes = "application/json")
	Order place(@Valid @RequestBody Order order) {
		return order;
	}

	@PostMapping(path = "/orders/import", consumes = "application/json")
	List<Order> placeAll(@RequestBody List<@Valid Order> orders) {
		return orders;
	}

	@PostMapping("/forms")
	OrderForm submit(@Valid @ModelAttribute OrderForm form) {
		return form;
	}

	@GetMapping("/orders")
	int list(@RequestParam int page) {
		return page;
	}

	@GetMapping("/orders/colors")
	Order.Color color(@RequestParam Order.Color color) {
		return color;
	}

	@GetMapping("/orders/{id}")
	long find(@PathVariable long id) {
		return id;
	}

	@GetMapping("/tenant")
	String tenant(@RequestHeader("X-Tenant") String tenant) {
		return tenant;
	}

	@GetMapping("/basket")
	String basket(@CookieValue("basket") String basket) {
		return basket;
	}

	@GetMapping("/matrix/{id}")
	String matrix(@PathVariable String id, @MatrixVariable String shade) {
		return id + shade;
	}

	@GetMapping("/customer")
	String customer(@RequestAttribute("customer") String customer) {
		return customer;
	}

	@GetMapping("/cart")
	String cart(@SessionAttribute("cart") String cart) {
		return cart;
	}

	@PostMapping("/vouchers")
	Voucher redeem(@Valid @RequestBody Voucher voucher) {
		return voucher;
	}

	@GetMapping("/pages")
	int page(@RequestParam @Min(1) int page) {
		return page;
	}

	@GetMapping("/shelves/{name}")
	String shelf(@PathVariable @Size(max = 3) String name) {
		return name;
	}

	@GetMapping("/stock")
	int stock(@RequestParam int quantity) {
		return this.warehouse.reserve(quantity);
	}

	@PostMapping("/stock")
	Order stock(@RequestBody Order order) {
		return this.warehouse.pack(order);
	}

	@PostMapping("/files")
	long upload(@RequestPart("file") MultipartFile file) {
		return file.getSize();
	}

	@GetMapping(path = "/versions", params = "v=2")
	String version() {
		return "2";
	}

	@GetMapping(path = "/report", produces = "application/pdf")
	byte[] report() {
		return new byte[0];
	}

	@GetMapping("/reason")
	void reason() {
		throw new ResponseStatusException(HttpStatus.CONFLICT, "The order has been shipped");
	}

	@GetMapping("/no-reason")
	void noReason() {
		throw new ResponseStatusException(HttpStatus.GONE);
	}

	@GetMapping("/unavailable")
	void unavailable() {
		throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
	}

	@GetMapping("/annotated")
	void annotated() {
		throw new AnnotatedException();
	}

	@GetMapping("/annotated-reason")
	void annotatedReason() {
		throw new AnnotatedReasonException();
	}

	@GetMapping("/problem")
	void problem() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.PAYMENT_REQUIRED, "The card was declined");
		problem.setTitle("Payment failed");
		problem.setProperty("balance", 30);
		throw new ErrorResponseException(HttpStatus.PAYMENT_REQUIRED, problem, null);
	}

	@GetMapping("/returned-problem")
	ProblemDetail returnedProblem() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, "Slow down");
		problem.setProperty("limit", 10);
		return problem;
	}

	@GetMapping("/denied")
	void denied() {
		throw new AccessDeniedException("This order belongs to somebody else");
	}

	@GetMapping("/admin-only")
	@PreAuthorize("hasRole('ADMIN')")
	String adminOnly() {
		return "";
	}

	@GetMapping("/unsupported")
	void unsupported() {
		throw new UnsupportedOperationException("Gift wrapping is not available");
	}

	@GetMapping("/slow")
	void slow() {
		throw new AsyncRequestTimeoutException();
	}

	@GetMapping("/unexpected")
	void unexpected() {
		throw new IllegalStateException("The connection pool db-7.internal is exhausted");
	}

	@GetMapping("/unexpected-without-text")
	void unexpectedWithoutText() {
		throw new IllegalStateException();
	}

	@SuppressWarnings("serial")
	@ResponseStatus(HttpStatus.LOCKED)
	static class AnnotatedException extends RuntimeException {

		AnnotatedException() {
			super("The order is locked");
		}

	}

	@SuppressWarnings("serial")
	@ResponseStatus(code = HttpStatus.CONFLICT, reason = "The order has been canceled")
	static class AnnotatedReasonException extends RuntimeException {

	}

}
