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

import io.github.wimdeblauwe.errorhandlingspringbootstarter.ApiErrorResponseAccessDeniedHandler;
import io.github.wimdeblauwe.errorhandlingspringbootstarter.ResponseErrorCode;
import io.github.wimdeblauwe.errorhandlingspringbootstarter.ResponseErrorProperty;
import io.github.wimdeblauwe.errorhandlingspringbootstarter.UnauthorizedEntryPoint;
import io.github.wimdeblauwe.errorhandlingspringbootstarter.mapper.ErrorCodeMapper;
import io.github.wimdeblauwe.errorhandlingspringbootstarter.mapper.ErrorMessageMapper;
import io.github.wimdeblauwe.errorhandlingspringbootstarter.mapper.HttpStatusMapper;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The shop with {@code error-handling-spring-boot-starter}, wired as its documentation
 * says.
 */
@Configuration(proxyBeanMethods = false)
@Import({ ShopConfiguration.class, ErrorHandlingStarterShop.OwnController.class })
class ErrorHandlingStarterShop {

	@Bean
	UnauthorizedEntryPoint unauthorizedEntryPoint(HttpStatusMapper statuses, ErrorCodeMapper codes,
			ErrorMessageMapper messages, JsonMapper json) {
		return new UnauthorizedEntryPoint(statuses, codes, messages, json);
	}

	@Bean
	ApiErrorResponseAccessDeniedHandler accessDeniedHandler(HttpStatusMapper statuses, ErrorCodeMapper codes,
			ErrorMessageMapper messages, JsonMapper json) {
		return new ApiErrorResponseAccessDeniedHandler(json, statuses, codes, messages);
	}

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

		@GetMapping("/own/configured")
		void configured() {
			throw new PaymentFailedException();
		}

	}

	@SuppressWarnings("serial")
	@ResponseErrorCode("OUT_OF_STOCK")
	@ResponseStatus(HttpStatus.CONFLICT)
	static class OutOfStockException extends RuntimeException {

		@ResponseErrorProperty
		private final String sku;

		OutOfStockException(String sku) {
			super("Item " + sku + " is sold out");
			this.sku = sku;
		}

		@ResponseErrorProperty("remaining")
		int remaining() {
			return 3;
		}

	}

	@SuppressWarnings("serial")
	@ResponseErrorCode("SHOP_CLOSED")
	@ResponseStatus(HttpStatus.CONFLICT)
	static class ShopClosedException extends RuntimeException {

		ShopClosedException() {
			super("The shop is closed");
		}

	}

	@SuppressWarnings("serial")
	@ResponseStatus(HttpStatus.NOT_FOUND)
	static class OrderNotFoundException extends RuntimeException {

		OrderNotFoundException(String id) {
			super("Order " + id + " does not exist");
		}

	}

	@SuppressWarnings("serial")
	static class PaymentFailedException extends RuntimeException {

		PaymentFailedException() {
			super("Connection to bank-3.internal refused");
		}

	}

}
