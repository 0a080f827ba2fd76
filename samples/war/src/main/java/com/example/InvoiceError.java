package com.example;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;

enum InvoiceError implements ErrorCode {

	INVOICE_NOT_FOUND(ErrorDefinition.of(404, "Invoice {invoice_id} does not exist.")
		.parameter("invoice_id", String.class, "The requested identifier"));

	private final ErrorDefinition definition;

	InvoiceError(ErrorDefinition definition) {
		this.definition = definition;
	}

	@Override
	public ErrorDefinition definition() {
		return this.definition;
	}

}
