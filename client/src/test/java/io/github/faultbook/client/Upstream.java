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

package io.github.faultbook.client;

import java.time.Duration;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service with Faultbook, whose clients choose the format by the header
 * {@code X-Format}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Upstream.Orders.class)
class Upstream {

	/**
	 * The catalog of the service.
	 */
	enum OrderError implements ErrorCode {

		ORDER_NOT_FOUND(ErrorDefinition.of(404, "There is no order {order_id}.")
			.parameter("order_id", String.class, "The requested order")),

		INSUFFICIENT_BALANCE(
				ErrorDefinition.of(402, "The balance is too low.").parameter("required", String.class, "The amount"));

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
		String order(@PathVariable String id) {
			throw switch (id) {
				case "poor" -> new ApiException(OrderError.INSUFFICIENT_BALANCE).with("required", "100.00");
				case "invalid" -> new ApiException(CommonError.VALIDATION_ERROR)
					.violation("items[0].quantity", "required", "must not be null")
					.violation("email", "invalid_format", "must be an address");
				case "busy" -> new ApiException(CommonError.RATE_LIMIT_EXCEEDED).retryAfter(Duration.ofSeconds(30));
				default -> new ApiException(OrderError.ORDER_NOT_FOUND).with("order_id", id);
			};
		}

	}

}
