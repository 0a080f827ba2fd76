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

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.extension.ExtendWith
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import org.springframework.boot.SpringApplication
import org.springframework.boot.test.system.CapturedOutput
import org.springframework.boot.test.system.OutputCaptureExtension
import org.springframework.boot.web.server.context.WebServerApplicationContext
import java.net.Socket

/**
 * Tests for handlers that are coroutines: each failure has one answer, and one line in
 * the log.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension::class)
class CoroutineTests {

	private val application = SpringApplication.run(CoroutineApplication::class.java, Container.TOMCAT.exclusion,
		"--server.port=0", "--logging.level.root=off", "--logging.level.io.github.faultbook.errors=info",
		"--spring.main.banner-mode=off")

	@AfterAll
	fun stop() = application.close()

	@ParameterizedTest
	@ValueSource(strings = ["/suspend", "/suspend-later", "/suspend-async", "/flow"])
	fun knownExceptionIsAnsweredOnce(path: String, output: CapturedOutput) {
		assertThat(exchange("$path/known")).startsWith("HTTP/1.1 409 ").endsWith("\r\n\r\n"
			+ """{"type":"about:blank","title":"Closed","status":409,"detail":"The order is closed.","""
			+ """"instance":"$path/known","code":"closed","order_id":1}""")
		assertThat(output.lines().filter { it.contains(" 409 closed, GET $path/known,") }).hasSize(1)
	}

	@ParameterizedTest
	@ValueSource(strings = ["/suspend", "/suspend-later", "/suspend-async", "/flow"])
	fun unknownExceptionIsAnsweredOnce(path: String, output: CapturedOutput) {
		assertThat(exchange("$path/unknown")).startsWith("HTTP/1.1 500 ").endsWith("\r\n\r\n"
			+ """{"type":"about:blank","title":"Internal server error","status":500,"""
			+ """"detail":"An unexpected error occurred. Please try again later or contact support if the problem """
			+ """persists.","instance":"$path/unknown","code":"internal_server_error"}""")
		assertThat(output.lines().filter { it.contains(" 500 internal_server_error, GET $path/unknown,") }).hasSize(1)
	}

	@ParameterizedTest
	@ValueSource(strings = ["known", "unknown"])
	fun flowThatFailsLateIsCut(how: String, output: CapturedOutput) {
		assertThat(exchange("/suspend-flow/$how")).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n5\r\nfirst\r\n")
		assertThat(output.lines().filter { it.contains(", GET /suspend-flow/$how,") }).hasSize(1)
	}

	/**
	 * Read everything that the server sends, as a client would not notice a second body.
	 */
	private fun exchange(path: String): String {
		val port = (application as WebServerApplicationContext).webServer!!.port
		Socket("localhost", port).use {
			it.getOutputStream().write("GET $path HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".toByteArray())
			return String(it.getInputStream().readAllBytes())
		}
	}

}
