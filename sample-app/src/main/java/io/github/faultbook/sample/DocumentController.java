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

package io.github.faultbook.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCodes;
import io.github.faultbook.sample.access.ForPartners;
import io.github.faultbook.sample.access.Partner;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Controller for the documents of invoices. Voiding an invoice permanently removes its
 * document.
 */
@RestController
@ForPartners
@RequestMapping("/businesses/{businessId}/invoices/{id}/document")
class DocumentController {

	private final Invoices invoices;

	DocumentController(Invoices invoices) {
		this.invoices = invoices;
	}

	@ErrorCodes({ "business_not_found", "invoice_not_found", "resource_gone" })
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "206", description = "The range that was asked for")
	@GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
	Resource download(@RequestAttribute Partner partner, @PathVariable String businessId, @PathVariable String id) {
		String document = this.invoices.get(partner, businessId, id).document();
		if (document == null) {
			throw new ApiException(CommonError.RESOURCE_GONE);
		}
		return new ByteArrayResource(document.getBytes(StandardCharsets.UTF_8));
	}

	@ErrorCodes({ "business_not_found", "invoice_not_found", "content_too_large" })
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void upload(@RequestAttribute Partner partner, @PathVariable String businessId, @PathVariable String id,
			@RequestPart MultipartFile file) throws IOException {
		String document = new String(file.getBytes(), StandardCharsets.UTF_8);
		this.invoices.change(partner, businessId, id, (invoice) -> invoice.replaceDocument(document));
	}

}
