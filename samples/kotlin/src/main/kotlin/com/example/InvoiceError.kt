package com.example

import io.github.faultbook.ErrorCode
import io.github.faultbook.ErrorDefinition
import io.github.faultbook.kotlin.parameter

enum class InvoiceError(private val definition: ErrorDefinition) : ErrorCode {

	INVOICE_NOT_FOUND(ErrorDefinition.of(404, "Invoice {invoice_id} does not exist.")
		.parameter<String>("invoice_id", "The requested identifier"));

	override fun definition() = definition

}
