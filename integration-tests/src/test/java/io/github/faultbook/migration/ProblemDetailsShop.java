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

import java.net.URI;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The shop with the problem details of Spring Boot. Its own exceptions stay as they are
 * in the migration.
 */
@Configuration(proxyBeanMethods = false)
@Import({ ShopConfiguration.class, ProblemDetailsShop.OwnController.class })
class ProblemDetailsShop {

	@RestController
	static class OwnController {

		@GetMapping("/own/out-of-stock")
		void outOfStock(@RequestParam String sku) {
			throw new OutOfStockException(sku);
		}

		@GetMapping("/own/closed")
		void closed() {
			throw new ShopClosedException();
		}

		@GetMapping("/own/missing")
		void missing(@RequestParam String id) {
			throw new OrderNotFoundException(id);
		}

	}

	@SuppressWarnings("serial")
	static class OutOfStockException extends ErrorResponseException {

		OutOfStockException(String sku) {
			super(HttpStatus.CONFLICT, problem(sku), null);
		}

		private static ProblemDetail problem(String sku) {
			ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
					"Item " + sku + " is sold out");
			problem.setType(URI.create("https://shop.example.com/out-of-stock"));
			problem.setTitle("Out of stock");
			problem.setProperty("sku", sku);
			return problem;
		}

	}

	@SuppressWarnings("serial")
	static class ShopClosedException extends ErrorResponseException {

		ShopClosedException() {
			super(HttpStatus.CONFLICT);
			setTitle("Shop closed");
			setDetail("The shop opens at nine");
		}

	}

	@SuppressWarnings("serial")
	static class OrderNotFoundException extends ResponseStatusException {

		OrderNotFoundException(String id) {
			super(HttpStatus.NOT_FOUND, "Order " + id + " does not exist");
		}

	}

}
