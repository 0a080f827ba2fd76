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

import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;

/**
 * The errors of the migrated shops.
 */
enum ShopError implements ErrorCode {

	/**
	 * An item that is sold out.
	 */
	OUT_OF_STOCK(ErrorDefinition.of(409, "The item is sold out")
		.type(URI.create("https://shop.example.com/out-of-stock"))
		.title("Out of stock")),

	/**
	 * A request outside the opening hours.
	 */
	SHOP_CLOSED(ErrorDefinition.of(409, "The shop opens at nine")
		.type(URI.create("https://shop.example.com/closed"))
		.title("Shop closed"));

	private final ErrorDefinition definition;

	ShopError(ErrorDefinition definition) {
		this.definition = definition;
	}

	@Override
	public ErrorDefinition definition() {
		return this.definition;
	}

}
