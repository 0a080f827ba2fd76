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

import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.context.annotation.Configuration
import org.springframework.context.annotation.Import
import org.springframework.web.bind.annotation.BindParam
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.ModelAttribute
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RequestParam
import org.springframework.web.bind.annotation.RestController

/**
 * An application whose input is described by classes in Kotlin.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(InputController::class)
class InputApplication

@RestController
class InputController {

	@PostMapping("/purchases")
	fun purchase(@RequestBody purchase: Purchase): String = "ok"

	@PostMapping("/pages")
	fun page(@RequestBody page: Page<Item>): String = "ok"

	@PostMapping("/items")
	fun items(@RequestBody items: List<Item?>): String = "ok"

	@PostMapping("/spans")
	fun span(@RequestBody span: Span): String = "ok"

	@GetMapping("/spans")
	fun spanOfQuery(span: Span): String = "ok"

	@GetMapping("/search")
	fun search(search: Search): String = "ok"

	@PostMapping("/search")
	fun searchForm(@ModelAttribute search: Search): String = "ok"

	@GetMapping("/baskets")
	fun basket(basket: Basket): String = "ok"

	@GetMapping("/coded")
	fun coded(coded: Coded): String = "ok"

	@PostMapping("/notes")
	fun notes(@RequestBody notes: Notes): Notes = notes

	@GetMapping("/notes")
	fun notesOfQuery(notes: Notes): Notes = notes

	@PostMapping("/note-forms")
	fun notesOfForm(@ModelAttribute notes: Notes): Notes = notes

	@GetMapping("/parameters")
	fun parameters(@RequestParam term: String, @RequestParam page: Int = 1, @RequestParam size: Int?): String = "ok"

	@GetMapping("/parameter-code")
	fun parameterCode(@RequestParam code: Code): String = "ok"

}

data class Purchase(
	val customer: String,
	val amount: Int,
	val note: String = "none",
	val address: Address?,
	val items: List<Item> = emptyList(),
	val byName: Map<String, Item>? = null,
	val code: Code = Code("x"),
	val optionalCode: Code? = null,
	val page: Page<Item?>? = null)

data class Address(val zipCode: String, val city: String = "Berlin")

data class Item(val sku: Code, val quantity: Int = 1)

data class Page<T>(val first: T, val rest: List<T>? = null)

@JvmInline
value class Code(val value: String)

data class Search(val term: String, val size: Int, val page: Int = 1, val filter: Filter?, val ids: List<Int>?)

data class Filter(val color: String, @param:BindParam("min-age") val minAge: Int)

data class Basket(val lines: List<Line>, val byName: Map<String, Line>?, val span: List<Span>?)

data class Line(val article: String, val quantity: Int = 1)

data class Notes(val nullable: String?, val default: String = "none", val both: String? = "none")

data class Coded(val code: Code)

data class Span(val from: Int, val to: Int) {

	init {
		require(from <= to) { "s3cr3t" }
	}

}
