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

import io.github.faultbook.CommonError
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.context.annotation.Import
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.RestController
import kotlin.time.Duration.Companion.minutes
import kotlin.time.toJavaDuration

/**
 * An application in Kotlin.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(OrderController::class)
class OrderApplication {

	@Bean
	fun staleOrders() = errorResolver<StaleOrderException> {
		CommonError.CONFLICT.exception("current_version" to it.currentVersion)
	}

}

class StaleOrderException(val currentVersion: Int) : RuntimeException()

@RestController
class OrderController {

	@GetMapping("/orders/{id}")
	fun order(@PathVariable id: Int): String {
		val error = if (id == 1) OrderError.ORDER_CLOSED else OrderError.ORDER_NOT_FOUND
		throw error.exception("order_id" to id)
	}

	@GetMapping("/stale")
	fun stale(): String = throw StaleOrderException(2)

	@GetMapping("/facts")
	fun facts(): String {
		throw OrderError.ORDER_CLOSED.exception("sku" to Code("A1"), "count" to 3u, "address" to Address("10115"),
			"pair" to ("a" to 1), "range" to 1..2, "since" to 1.5.minutes.toJavaDuration())
	}

}
