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

import io.github.faultbook.ApiException
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.yield
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.context.annotation.Configuration
import org.springframework.context.annotation.Import
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.RestController

/**
 * An application whose handlers are coroutines.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CoroutineController::class)
class CoroutineApplication

@RestController
class CoroutineController {

	@GetMapping("/suspend/{how}")
	suspend fun suspended(@PathVariable how: String): String = fail(how)

	@GetMapping("/suspend-later/{how}")
	suspend fun suspendedLater(@PathVariable how: String): String {
		yield()
		return fail(how)
	}

	@GetMapping("/suspend-async/{how}")
	suspend fun suspendedAsync(@PathVariable how: String): String = coroutineScope {
		val result: Deferred<String> = async { fail(how) }
		result.await()
	}

	@GetMapping("/flow/{how}")
	fun flowing(@PathVariable how: String): Flow<String> = flow { emit(fail(how)) }

	@GetMapping("/suspend-flow/{how}")
	suspend fun suspendedFlow(@PathVariable how: String): Flow<String> = flow {
		yield()
		emit("first")
		emit(fail(how))
	}

	private fun fail(how: String): String = throw when (how) {
		"known" -> ApiException(OrderError.ORDER_CLOSED).with("order_id", 1)
		else -> IllegalStateException("s3cr3t")
	}

}
