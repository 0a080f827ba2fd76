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

package io.github.faultbook.test;

import java.math.BigDecimal;
import java.time.Duration;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorCodes;
import io.github.faultbook.ErrorDefinition;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * An API whose clients choose the format by the header {@code X-Format}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(OrderApi.Orders.class)
class OrderApi {

	/**
	 * The catalog of the API.
	 */
	enum OrderError implements ErrorCode {

		ORDER_NOT_FOUND(ErrorDefinition.of(404, "There is no order {order_id}.")
			.parameter("order_id", String.class, "The requested order")
			.parameter("paid", BigDecimal.class, "What has been paid for it"));

		private final ErrorDefinition definition;

		OrderError(ErrorDefinition definition) {
			this.definition = definition;
		}

		@Override
		public ErrorDefinition definition() {
			return this.definition;
		}

	}

	@RestController
	static class Orders {

		@GetMapping("/orders/{id}")
		@ErrorCodes({ "order_not_found", "validation_error", "rate_limit_exceeded" })
		String order(@PathVariable String id) {
			throw switch (id) {
				case "invalid" -> new ApiException(CommonError.VALIDATION_ERROR)
					.violation("items[0].qty", "out_of_range", "must be positive")
					.violation("email", "invalid_format", "must be an address");
				case "busy" -> new ApiException(CommonError.RATE_LIMIT_EXCEEDED).retryAfter(Duration.ofSeconds(30));
				default -> new ApiException(OrderError.ORDER_NOT_FOUND).with("order_id", id)
					.with("paid", new BigDecimal("100.00"));
			};
		}

	}

}
