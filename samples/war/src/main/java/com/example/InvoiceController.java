package com.example;

import io.github.faultbook.ApiException;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InvoiceController {

	@GetMapping("/invoices/{id}")
	String invoice(@PathVariable String id) {
		throw new ApiException(InvoiceError.INVOICE_NOT_FOUND).with("invoice_id", id);
	}

}
