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
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.extension.ExtendWith
import org.junit.jupiter.params.AfterParameterizedClassInvocation
import org.junit.jupiter.params.BeforeParameterizedClassInvocation
import org.junit.jupiter.params.Parameter
import org.junit.jupiter.params.ParameterizedClass
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource
import org.junit.jupiter.params.provider.EnumSource
import org.springframework.boot.SpringApplication
import org.springframework.boot.test.system.CapturedOutput
import org.springframework.boot.test.system.OutputCaptureExtension
import org.springframework.boot.web.server.context.WebServerApplicationContext
import org.springframework.context.ConfigurableApplicationContext
import java.net.Socket

/**
 * Tests for input that is described by classes in Kotlin: whatever their constructors
 * require is required at its path, and no message names a method or a class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension::class)
@ParameterizedClass
@EnumSource(Container::class)
class InputTests {

	@Parameter
	lateinit var container: Container

	private lateinit var application: ConfigurableApplicationContext

	@BeforeParameterizedClassInvocation
	fun start() {
		application = SpringApplication.run(InputApplication::class.java, container.exclusion, "--server.port=0",
			"--logging.level.root=off", "--logging.level.io.github.faultbook.errors=error", "--spring.main.banner-mode=off",
			"--logging.level.io.github.faultbook.autoconfigure.validation=warn",
			"--spring.jackson.property-naming-strategy=SNAKE_CASE",
			"--faultbook.format-rules[0].header=X-Format: details-map", "--faultbook.format-rules[0].format=details-map",
			"--faultbook.format-rules[1].header=X-Format: lines", "--faultbook.format-rules[1].format=lines",
			"""--faultbook.formats.lines={"body": {"code": "{code}", "violations":
				[{"${'$'}each violation": "{violation.in} {violation.path} {violation.code}"}]}}""")
	}

	@AfterParameterizedClassInvocation
	fun stop() = application.close()

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		/purchases | {}                                                                    | customer
		/purchases | {"customer": "a"}                                                     | amount
		/purchases | {"customer": null, "amount": 1}                                       | customer
		/purchases | {"customer": "a", "amount": null}                                     | amount
		/purchases | {"customer": "a", "amount": 1, "note": null}                          | note
		/notes     | {"default": null}                                                     | default
		/purchases | {"customer": "a", "amount": 1, "address": {}}                         | address.zip_code
		/purchases | {"customer": "a", "amount": 1, "address": {"zip_code": null}}         | address.zip_code
		/purchases | {"customer": "a", "amount": 1, "items": null}                         | items
		/purchases | {"customer": "a", "amount": 1, "items": [null]}                       | items[0]
		/purchases | {"customer": "a", "amount": 1, "items": [{"sku": "a"}, {}]}           | items[1].sku
		/purchases | {"customer": "a", "amount": 1, "items": [{"sku": null}]}              | items[0].sku
		/purchases | {"customer": "a", "amount": 1, "by_name": {"x": {}}}                  | by_name.x.sku
		/purchases | {"customer": "a", "amount": 1, "code": null}                          | code
		/purchases | {"customer": "a", "amount": 1, "page": {}}                            | page.first
		/purchases | {"customer": "a", "amount": 1, "page": {"first": null, "rest": [{}]}} | page.rest[0].sku
		/pages     | {}                                                                    | first
		/pages     | {"first": {}}                                                         | first.sku
		/pages     | {"first": {"sku": "a"}, "rest": [{"sku": "a"}, {}]}                   | rest[1].sku
		/items     | [null, {}]                                                            | [1].sku
		/spans     | {"from": 1}                                                           | to""")
	fun missingArgumentOfABodyIsRequired(target: String, body: String, path: String) {
		required("POST $target", body, "body", path)
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		/search?size=1                             | term
		/search?term=a                             | size
		/search?term=a&size=1&filter.min-age=1     | filter.color
		/search?term=a&size=1&filter.color=a       | filter.min-age
		/spans?from=1                              | to
		/baskets                                   | lines
		/baskets?lines[0].quantity=1               | lines[0].article
		/baskets?lines[0].article=a&lines[1].quantity=1 | lines[1].article
		/baskets?lines[0].article=a&byName[x].quantity=1 | byName.x.article
		/parameters                                | term
		/parameter-code                            | code""")
	fun missingArgumentOfAQueryIsRequired(target: String, path: String) {
		required("GET $target", "", "query", path)
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		a=b                                        | size
		size=1                                     | term
		term=a&size=1&filter.min-age=1             | filter.color""")
	fun missingArgumentOfAFormIsRequired(form: String, path: String) {
		required("POST /search", form, "form", path)
	}

	private fun required(request: String, body: String, part: String, path: String) {
		assertThat(exchange(request, body, "lines"))
			.isEqualTo("""400 {"code":"invalid_request","violations":["$part $path required"]}""")
		assertThat(exchange(request, body, "details-map")).isEqualTo("400 "
			+ """{"error":"The request is malformed or has missing or invalid parameters.","""
			+ """"error_code":"invalid_request","details":{"$path":["is required"]}}""")
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		POST /purchases                      | {"customer": "a", "amount": 1}
		POST /purchases                      | {"customer": "a", "amount": 1, "optional_code": null, "address": null}
		POST /purchases                      | {"customer": "a", "amount": 1, "page": {"first": null}}
		POST /items                          | [null]
		GET /search?term=a&size=1            | ''
		GET /parameters?term=a               | ''
		POST /search                         | term=a&size=1""")
	fun optionalArgumentsMayBeMissing(request: String, body: String) {
		assertThat(exchange(request, body, "lines")).isEqualTo("200 ok")
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		POST /notes           | {}                             | {"nullable":null,"default":"none","both":"none"}
		POST /notes           | {"nullable":null,"both":null}  | {"nullable":null,"default":"none","both":null}
		GET /notes            | ''                             | {"nullable":null,"default":"none","both":"none"}
		GET /notes?default=a  | ''                             | {"nullable":null,"default":"a","both":"none"}
		POST /note-forms      | both=a                         | {"nullable":null,"default":"none","both":"a"}
		POST /note-forms      | x=                             | {"nullable":null,"default":"none","both":"none"}""")
	fun missingArgumentIsNullOrTheDefaultValue(request: String, body: String, answer: String) {
		assertThat(exchange(request, body, "lines")).isEqualTo("200 $answer")
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		POST /spans           | {"from": 2, "to": 1} | body body
		GET /spans?from=2&to=1 | ''                  | query query
		GET /baskets?lines[0].article=a&span[0].from=2&span[0].to=1 | '' | query span[0]""")
	fun textOfARequirementIsNotSent(request: String, body: String, place: String) {
		assertThat(exchange(request, body, "lines"))
			.isEqualTo("""400 {"code":"invalid_request","violations":["$place invalid_value"]}""")
		assertThat(exchange(request, body, "details-map")).doesNotContain("s3cr3t")
	}

	/**
	 * Spring cannot call a constructor that takes a value class, whatever the client sends.
	 */
	@Test
	fun valueClassInAQueryObjectIsAMistakeOfTheServer(output: CapturedOutput) {
		assertThat(exchange("GET /coded?code=a", "", "lines")).isEqualTo("""500 {"code":"internal_server_error"}""")
		assertThat(output.lines().filter { it.contains(", GET /coded,") }).hasSize(1)
	}

	@Test
	fun valueClassInAQueryObjectIsFoundAtStartUp(output: CapturedOutput) {
		val warnings = output.lines().filter { it.contains("answers every request with 500") }
		assertThat(warnings).isNotEmpty
		assertThat(warnings).allMatch {
			it.contains("InputController#coded(Coded)") && it.contains("cannot create io.github.faultbook.kotlin.Coded,")
		}
	}

	private fun exchange(request: String, body: String, format: String): String {
		val port = (application as WebServerApplicationContext).webServer!!.port
		val type = if (body.contains("=")) "application/x-www-form-urlencoded" else "application/json"
		Socket("localhost", port).use {
			val line = request.replace("[", "%5B").replace("]", "%5D")
			it.getOutputStream().write(("$line HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Format: $format\r\n"
				+ "Content-Type: $type\r\nContent-Length: ${body.length}\r\n\r\n$body").toByteArray())
			val (head, content) = String(it.getInputStream().readAllBytes()).split("\r\n\r\n", limit = 2)
			return head.split(" ")[1] + " " + content
		}
	}

}
