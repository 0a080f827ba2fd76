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

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;

/**
 * The shop after the migration from {@code error-handling-spring-boot-starter}. Only the
 * exception with properties has changed.
 */
@Configuration(proxyBeanMethods = false)
@Import({ ShopConfiguration.class, ErrorHandlingStarterMigratedShop.OwnController.class })
class ErrorHandlingStarterMigratedShop {

	@RestController
	static class OwnController extends ErrorHandlingStarterShop.OwnController {

		@Override
		void outOfStock(String sku) {
			throw new OutOfStockException(sku);
		}

	}

	@SuppressWarnings("serial")
	static class OutOfStockException extends ApiException {

		OutOfStockException(String sku) {
			super(ShopError.OUT_OF_STOCK);
			message("Item " + sku + " is sold out");
			with("sku", sku);
			with("remaining", 3);
		}

	}

}
