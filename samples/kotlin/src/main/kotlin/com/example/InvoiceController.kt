package com.example

import io.github.faultbook.kotlin.exception
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RestController

data class InvoiceRequest(val customer: String, val amount: Int, val currency: String = "EUR", val note: String?)

@RestController
class InvoiceController {

	private val invoices = mutableMapOf<String, InvoiceRequest>()

	@GetMapping("/invoices/{id}")
	fun invoice(@PathVariable id: String): InvoiceRequest =
		invoices[id] ?: throw InvoiceError.INVOICE_NOT_FOUND.exception("invoice_id" to id)

	@PostMapping("/invoices")
	fun create(@RequestBody request: InvoiceRequest) {
		invoices[request.customer] = request
	}

}
