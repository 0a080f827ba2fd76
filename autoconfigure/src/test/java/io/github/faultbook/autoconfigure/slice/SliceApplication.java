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

package io.github.faultbook.autoconfigure.slice;

import java.io.IOException;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
class SliceApplication {

	static final String CONFLICT = """
			{"error":"The request conflicts with the current state of the resource.","error_code":"conflict"}""";

	static final String INVALID = """
			{"error":"The request contains invalid fields.","error_code":"validation_error",\
			"details":{"name":["must not be blank"]}}""";

	static final String NOT_FOUND = """
			{"error":"The requested resource could not be found.","error_code":"resource_not_found"}""";

	static final String GONE = """
			{"error":"The resource is no longer available.","error_code":"resource_gone"}""";

	@RestController
	static class SliceController {

		@GetMapping("/conflict")
		String conflict() {
			throw new ApiException(CommonError.CONFLICT);
		}

		@PostMapping("/names")
		Name name(@Valid @RequestBody Name name) {
			return name;
		}

		@GetMapping("/gone")
		ResponseEntity<Void> gone() {
			return ResponseEntity.status(HttpStatus.GONE).build();
		}

		@GetMapping("/send-error")
		void sendError(HttpServletResponse response) throws IOException {
			response.sendError(410);
		}

	}

	record Name(@NotBlank String name) {

	}

}
