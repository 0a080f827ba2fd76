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

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes input of every kind.
 */
@RestController
class InputController {

	@PostMapping(path = "/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
	Order order(@Valid @RequestBody Order order) {
		return order;
	}

	@PatchMapping(path = "/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
	Order patch(@RequestBody Order order) {
		return order;
	}

	@PostMapping("/orders/mixed")
	Order mixed(@Valid @RequestBody Order order, @RequestParam @Min(3) int limit) {
		return order;
	}

	@PostMapping("/orders/list")
	List<Item> list(@RequestBody List<@Valid Item> items) {
		return items;
	}

	@PostMapping("/input/parts")
	String parts(@RequestPart(required = false) String text, @RequestPart Meta meta) {
		return "ok";
	}

	@GetMapping("/input/{id}")
	String path(@PathVariable @Min(10) long id) {
		return "ok";
	}

	@GetMapping("/input/query")
	String query(@RequestParam("page-size") int size) {
		return "ok";
	}

	@GetMapping("/input/tickets/{ticket}")
	String ticket(@PathVariable Ticket ticket) {
		return "ok";
	}

	@GetMapping("/input/tickets")
	String tickets(@RequestParam Ticket ticket) {
		return "ok";
	}

	@GetMapping("/input/header")
	String header(@RequestHeader("X-Tenant") @Size(min = 3) String tenant) {
		return "ok";
	}

	@GetMapping("/input/cookie")
	String cookie(@CookieValue("session") String session) {
		return "ok";
	}

	@GetMapping("/input/form")
	String form(@Valid @ModelAttribute Search search) {
		return "ok";
	}

	@PostMapping("/input/form")
	String form(@Valid @ModelAttribute Filter filter) {
		return "ok";
	}

	@GetMapping("/input/returned")
	@NotNull
	String returned() {
		return null;
	}

	record Ticket(String number) {

	}

	record Meta(String title) {

	}

	record Order(@NotBlank @JsonProperty("customer_name") String customerName, @Email String email, Currency currency,
			LocalDate due, @Valid List<Item> items) {

	}

	record Item(@NotBlank String sku, @Min(1) @JsonProperty("qty") int quantity) {

	}

	record Search(@NotBlank String term, @Min(1) int page) {

	}

	public static class Filter {

		@NotBlank
		private String term;

		private int page;

		public String getTerm() {
			return this.term;
		}

		public void setTerm(String term) {
			this.term = term;
		}

		public int getPage() {
			return this.page;
		}

		public void setPage(int page) {
			this.page = page;
		}

	}

	enum Currency {

		EUR, GBP

	}

}
