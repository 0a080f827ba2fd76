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

package io.github.faultbook.kotlin

import io.github.faultbook.ErrorCode
import io.github.faultbook.ErrorDefinition

/**
 * Codes declared in Kotlin, found because the application is in the same package.
 */
enum class OrderError(private val definition: ErrorDefinition) : ErrorCode {

	ORDER_NOT_FOUND(
		ErrorDefinition.of(404, "Order {order_id} does not exist.")
			.parameter<Int>("order_id", "The number that was asked for")),

	ORDER_CLOSED(ErrorDefinition.of(409, "The order is closed.")) {

		override fun code() = "closed"

	};

	override fun definition() = definition

}
