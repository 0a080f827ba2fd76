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

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The shop after the migration from {@code problem-spring-web}.
 */
@Configuration(proxyBeanMethods = false)
@Import({ ShopConfiguration.class, ProblemSpringWebMigratedShop.OwnController.class })
class ProblemSpringWebMigratedShop {

	@RestController
	static class OwnController {

		@GetMapping("/own/out-of-stock")
		void outOfStock(@RequestParam String sku) {
			throw new ApiException(ShopError.OUT_OF_STOCK).message("Item " + sku + " is sold out")
				.with("sku", sku)
				.with("remaining", 3);
		}

		@GetMapping("/own/closed")
		void closed() {
			throw new ApiException(ShopError.SHOP_CLOSED);
		}

		@GetMapping("/own/missing")
		void missing(@RequestParam String id) {
			throw new ApiException(CommonError.RESOURCE_NOT_FOUND).message("Order " + id + " does not exist");
		}

		@GetMapping("/own/configured")
		void configured() {
			throw new PaymentFailedException();
		}

	}

	@SuppressWarnings("serial")
	static class PaymentFailedException extends RuntimeException {

		PaymentFailedException() {
			super("The card was declined");
		}

	}

}
