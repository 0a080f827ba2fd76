package com.example

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc
import org.springframework.http.MediaType
import org.springframework.test.web.servlet.assertj.MockMvcTester

@SpringBootTest
@AutoConfigureMockMvc
class InvoiceTests(@Autowired private val mvc: MockMvcTester) {

	@Test
	fun unknownInvoiceIsNotFound() {
		assertThat(mvc.get().uri("/invoices/7")).hasStatus(404).bodyJson().isStrictlyEqualTo("""
			{
			  "type": "about:blank",
			  "title": "Invoice not found",
			  "status": 404,
			  "detail": "Invoice 7 does not exist.",
			  "instance": "/invoices/7",
			  "code": "invoice_not_found",
			  "invoice_id": "7"
			}
			""")
	}

	@Test
	fun missingArgumentIsRequired() {
		assertThat(mvc.post().uri("/invoices").contentType(MediaType.APPLICATION_JSON).content("""{"amount": 1}"""))
			.hasStatus(400)
			.bodyJson()
			.extractingPath("errors[0].pointer")
			.isEqualTo("#/customer")
	}

}
