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
import io.github.faultbook.ErrorDefinition
import io.github.faultbook.ErrorRequest
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import java.io.IOException
import java.nio.file.NoSuchFileException
import java.util.Locale
import java.util.UUID
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds

/**
 * Tests for the extensions.
 */
class FaultbookExtensionsTests {

	@Test
	fun exceptionHasItsEntryAndFactsInOrder() {
		val exception = OrderError.ORDER_CLOSED.exception("order_id" to 1, "closed_by" to "ada")
		assertThat(exception.errorCode()).isSameAs(OrderError.ORDER_CLOSED)
		assertThat(exception.facts()).containsExactly(entry("order_id", 1), entry("closed_by", "ada"))
		assertThat(exception.cause).isNull()
	}

	@Test
	fun exceptionNeedsNoFacts() {
		assertThat(CommonError.CONFLICT.exception().facts()).isEmpty()
	}

	@Test
	fun factThatIsNullIsLeftOut() {
		assertThat(OrderError.ORDER_CLOSED.exception("order_id" to 1, "closed_by" to null).facts())
			.containsExactly(entry("order_id", 1))
	}

	@Test
	fun lastValueOfANameCounts() {
		assertThat(OrderError.ORDER_CLOSED.exception("order_id" to 1, "order_id" to 2).facts())
			.containsExactly(entry("order_id", 2))
		assertThat(OrderError.ORDER_CLOSED.exception("order_id" to 1, "order_id" to null).facts()).isEmpty()
	}

	@Test
	fun causeIsKept() {
		val cause = IOException()
		assertThat(CommonError.INTERNAL_SERVER_ERROR.exception(cause = cause)).hasCause(cause)
	}

	@Test
	fun delayIsThatOfJava() {
		val exception = CommonError.RATE_LIMIT_EXCEEDED.exception("limit" to 10).retryAfter(1500.milliseconds)
		assertThat(exception.retryAfter()).isEqualTo(java.time.Duration.ofMillis(1500))
		assertThat(exception.retryAfter(30.seconds).facts()).containsExactly(entry("limit", 10))
	}

	@Test
	fun parameterHasTheTypeOfItsValues() {
		val definition = ErrorDefinition.of(404, "{id} {count}")
			.parameter<UUID>("id", "The identifier")
			.parameter<Int>("count", "")
		assertThat(definition.parameters()).extracting<String> { it.typeName() }.containsExactly("uuid", "integer")
		assertThat(definition.parameters()[0].description()).isEqualTo("The identifier")
	}

	@Test
	fun parameterHasAnExampleOfItsType() {
		val definition = ErrorDefinition.of(404, "{count} {state}")
			.parameter("count", "How many", 3)
			.parameter("state", "", Thread.State.BLOCKED)
		assertThat(definition.parameters()).extracting<String> { it.typeName() }.containsExactly("integer", "string")
		assertThat(definition.parameters().map { it.example() }).containsExactly(3, Thread.State.BLOCKED)
	}

	@Test
	fun resolverMapsAClassAndItsSubclasses() {
		val resolver = errorResolver<IOException> { CommonError.CONFLICT.exception("text" to it.message) }
		assertThat(resolver.resolve(IOException("a"), Request)?.facts()).containsExactly(entry("text", "a"))
		assertThat(resolver.resolve(NoSuchFileException("b"), Request)?.facts()).containsExactly(entry("text", "b"))
		assertThat(resolver.resolve(IllegalStateException("c"), Request)).isNull()
	}

	private fun entry(name: String, value: Any): Map.Entry<String, Any> = java.util.Map.entry(name, value)

	private object Request : ErrorRequest {

		override fun method() = "GET"

		override fun path() = "/"

		override fun header(name: String): String? = null

		override fun locale(): Locale = Locale.ENGLISH

		override fun reference() = "reference"

		override fun <T : Any> unwrap(type: Class<T>): T? = null

	}

}
