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
import io.github.faultbook.ApiFault
import io.github.faultbook.ErrorCode
import io.github.faultbook.ErrorDefinition
import io.github.faultbook.pipeline.ErrorResolver
import kotlin.time.Duration
import kotlin.time.toJavaDuration

/**
 * Create the exception to throw for this entry of the catalog:
 *
 * ```
 * val invoice = invoices.find(id) ?: throw BillingError.INVOICE_NOT_FOUND.exception("invoice_id" to id)
 * ```
 *
 * @param facts the names and values of the facts. A fact whose value is `null` is left out. If a name is used several
 * times, its last value counts.
 * @param cause the cause, which is logged and never sent, or `null` if there is none
 * @return a new exception, which is not thrown
 * @see ApiException.with
 */
public fun ErrorCode.exception(vararg facts: Pair<String, Any?>, cause: Throwable? = null): ApiException {
	val exception = ApiException(this, cause)
	facts.forEach { (name, value) -> exception.with(name, value) }
	return exception
}

/**
 * Tell the client when to send the request again.
 *
 * @param delay the delay, sent as whole seconds rounded up
 * @return this exception
 * @see ApiException.retryAfter
 */
public fun ApiException.retryAfter(delay: Duration): ApiException = retryAfter(delay.toJavaDuration())

/**
 * Declare a parameter of the message, with the type as a type argument.
 *
 * @param T the type of the values
 * @param name the name of the fact
 * @param description the description for the documentation
 * @return a copy of this definition with the parameter
 * @see ErrorDefinition.parameter
 */
public inline fun <reified T : Any> ErrorDefinition.parameter(name: String, description: String): ErrorDefinition =
	parameter(name, T::class.java, description)

/**
 * Declare a parameter of the message with an example, which has the type of its values.
 *
 * @param T the type of the values
 * @param name the name of the fact
 * @param description the description for the documentation
 * @param example a realistic value for the documentation, which is published
 * @return a copy of this definition with the parameter
 * @see ErrorDefinition.parameter
 */
public inline fun <reified T : Any> ErrorDefinition.parameter(
	name: String,
	description: String,
	example: T
): ErrorDefinition = parameter(name, T::class.java, description, example)

/**
 * Create a resolver that maps a class of exceptions to the exception to answer with:
 *
 * ```
 * @Bean
 * fun staleInvoices() = errorResolver<StaleInvoiceException> {
 *     CommonError.CONFLICT.exception("current_version" to it.currentVersion)
 * }
 * ```
 *
 * @param E the exceptions to map, subclasses included
 * @param mapper creates the exception to answer with, which is not thrown
 * @return the resolver
 * @see ErrorResolver.mapping
 */
public inline fun <reified E : Throwable> errorResolver(noinline mapper: (E) -> ApiFault): ErrorResolver =
	ErrorResolver.mapping(E::class.java, mapper)
