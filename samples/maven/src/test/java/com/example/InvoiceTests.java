package com.example;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
class InvoiceTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void unknownInvoiceIsNotFound() {
		assertThat(this.mvc.get().uri("/invoices/7")).hasStatus(404).bodyJson().isStrictlyEqualTo("""
				{
				  "type": "about:blank",
				  "title": "Invoice not found",
				  "status": 404,
				  "detail": "Invoice 7 does not exist.",
				  "instance": "/invoices/7",
				  "code": "invoice_not_found",
				  "invoice_id": "7"
				}
				""");
	}

	@Test
	void unknownRouteIsNotFound() {
		assertThat(this.mvc.get().uri("/nothing")).hasStatus(404)
			.bodyJson()
			.extractingPath("code")
			.isEqualTo("resource_not_found");
	}

}
