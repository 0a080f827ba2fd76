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

package io.github.faultbook.autoconfigure.openapi;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCodes;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller with operations that declare their errors in every way.
 */
@RestController
class OrderController {

	@PostMapping("/orders")
	@ErrorCodes({ "buyer_not_found", "order_not_found", "warehouse_busy", "fraud_suspected" })
	Order place(@RequestBody @Valid OrderRequest order) {
		throw new ApiException(OrderError.WAREHOUSE_BUSY);
	}

	@GetMapping({ "/orders/{id}", "/status-message/orders/{id}" })
	Order find(@PathVariable String id) throws OrderNotFoundException {
		throw new OrderNotFoundException(id);
	}

	@GetMapping("/orders")
	Order list(@RequestParam(defaultValue = "20") @Max(100) int limit) {
		throw new ApiException(CommonError.RATE_LIMIT_EXCEEDED);
	}

	@DeleteMapping("/orders/{id}")
	@PreAuthorize("hasRole('CLERK')")
	@ErrorCodes({ "conflict", "resource_gone" })
	@ApiResponse(responseCode = "204")
	@ApiResponse(responseCode = "409", description = "It is on its way.")
	@ApiResponse(responseCode = "410", description = "It is gone.",
			content = @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class)))
	void cancel(@PathVariable String id) {
		throw new ApiException(CommonError.CONFLICT);
	}

	@GetMapping("/reports")
	@SecurityRequirements
	String reports() {
		return "";
	}

	@GetMapping("/partners")
	@SecurityRequirement(name = "api-key")
	String partners(@RequestHeader("X-Since") String since) {
		return "";
	}

	record Order(String id) {

	}

}
