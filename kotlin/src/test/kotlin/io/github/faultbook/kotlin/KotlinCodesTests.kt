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

import io.github.faultbook.ErrorCatalog
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.springframework.boot.SpringApplication
import org.springframework.boot.web.server.context.WebServerApplicationContext
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers

/**
 * Tests for an enum in Kotlin as a catalog.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KotlinCodesTests {

	private val application = SpringApplication.run(OrderApplication::class.java, "--server.port=0",
		"--logging.level.root=off", "--spring.main.banner-mode=off")

	@AfterAll
	fun stop() = application.close()

	@Test
	fun enumIsInTheCatalog() {
		val catalog = application.getBean(ErrorCatalog::class.java)
		assertThat(catalog.get("order_not_found")).isSameAs(OrderError.ORDER_NOT_FOUND)
		assertThat(catalog.get("closed")).isSameAs(OrderError.ORDER_CLOSED)
	}

	@Test
	fun codeIsSent() {
		assertThat(get("/orders/7")).isEqualTo("""404 {"type":"about:blank","title":"Order not found","status":404,"""
			+ """"detail":"Order 7 does not exist.","instance":"/orders/7","code":"order_not_found","order_id":7}""")
		assertThat(get("/orders/1")).isEqualTo("""409 {"type":"about:blank","title":"Closed","status":409,"""
			+ """"detail":"The order is closed.","instance":"/orders/1","code":"closed","order_id":1}""")
	}

	@Test
	fun resolverIsUsed() {
		assertThat(get("/stale")).startsWith("409 ").endsWith(""","code":"conflict","current_version":2}""")
	}

	@Test
	fun factsOfKotlinAreSentAsJacksonWritesThem() {
		assertThat(get("/facts")).isEqualTo("""409 {"type":"about:blank","title":"Closed","status":409,"""
			+ """"detail":"The order is closed.","instance":"/facts","code":"closed","sku":"A1","count":3,"""
			+ """"address":{"zipCode":"10115","city":"Berlin"},"pair":{"first":"a","second":1},"""
			+ """"range":{"start":1,"end":2},"since":"PT1M30S"}""")
	}

	private fun get(path: String): String {
		val port = (application as WebServerApplicationContext).webServer!!.port
		val request = HttpRequest.newBuilder(URI.create("http://localhost:$port$path")).build()
		val response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString())
		return "${response.statusCode()} ${response.body()}"
	}

}
