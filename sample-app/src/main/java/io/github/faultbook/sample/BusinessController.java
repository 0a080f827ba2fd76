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

import java.net.URI;
import java.util.List;

import io.github.faultbook.ErrorCodes;
import io.github.faultbook.sample.access.ForPartners;
import io.github.faultbook.sample.access.Partner;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller for businesses. A change specifies the version that it is based on.
 */
@RestController
@ForPartners
@RequestMapping("/businesses")
class BusinessController {

	private final Businesses businesses;

	BusinessController(Businesses businesses) {
		this.businesses = businesses;
	}

	@GetMapping
	List<Listing> list(@RequestAttribute Partner partner) {
		return this.businesses.visibleTo(partner)
			.stream()
			.map((business) -> new Listing(business.id(), business.name()))
			.toList();
	}

	@PostMapping
	@ErrorCodes("duplicate_external_id")
	@ResponseStatus(HttpStatus.CREATED)
	ResponseEntity<Business> create(@RequestAttribute Partner partner, @Valid @RequestBody BusinessRequest request) {
		Business business = this.businesses.create(partner, request);
		return ResponseEntity.created(URI.create("/businesses/" + business.id())).eTag(business.eTag()).body(business);
	}

	@GetMapping("/{id}")
	@ErrorCodes({ "business_not_found", "permission_denied" })
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "304", description = "Not modified", content = @Content)
	ResponseEntity<Business> get(@RequestAttribute Partner partner, @PathVariable String id) {
		Business business = this.businesses.get(partner, id);
		return ResponseEntity.ok().eTag(business.eTag()).body(business);
	}

	@PutMapping("/{id}")
	@ErrorCodes({ "business_not_found", "permission_denied", "duplicate_external_id", "outdated_version",
			"precondition_required" })
	ResponseEntity<Business> change(@RequestAttribute Partner partner, @PathVariable String id,
			@Valid @RequestBody BusinessRequest request,
			@RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") List<String> eTags) {
		Business business = this.businesses.change(partner, id, request, eTags);
		return ResponseEntity.ok().eTag(business.eTag()).body(business);
	}

	record Listing(String id, String name) {

	}

}
