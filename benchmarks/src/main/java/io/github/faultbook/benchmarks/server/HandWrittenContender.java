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

package io.github.faultbook.benchmarks.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * The application with a handwritten advice of five methods.
 */
@Configuration(proxyBeanMethods = false)
@Import({ InvoiceController.class, HandWrittenContender.Advice.class })
class HandWrittenContender {

	@Bean
	Function<String, RuntimeException> notFound() {
		return InvoiceNotFoundException::new;
	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler
		ResponseEntity<Map<String, Object>> notFound(InvoiceNotFoundException ex) {
			return answer(404, "invoice_not_found", ex.getMessage(), Map.of("invoice_id", List.of(ex.id())));
		}

		@ExceptionHandler
		ResponseEntity<Map<String, Object>> invalid(MethodArgumentNotValidException ex) {
			Map<String, Object> details = new LinkedHashMap<>();
			ex.getFieldErrors().forEach((error) -> details.put(error.getField(), List.of(error.getDefaultMessage())));
			return answer(400, "validation_error", "The request contains invalid fields.", details);
		}

		@ExceptionHandler
		ResponseEntity<Map<String, Object>> malformed(HttpMessageNotReadableException ex) {
			return answer(400, "invalid_request", "The request is malformed.", Map.of());
		}

		@ExceptionHandler
		ResponseEntity<Map<String, Object>> unknown(NoResourceFoundException ex) {
			return answer(404, "resource_not_found", "There is no such resource.", Map.of());
		}

		@ExceptionHandler
		ResponseEntity<Map<String, Object>> unexpected(Exception ex) {
			return answer(500, "internal_server_error", "An unexpected error occurred.", Map.of());
		}

		private static ResponseEntity<Map<String, Object>> answer(int status, String code, String message,
				Map<String, Object> details) {
			Map<String, Object> body = new LinkedHashMap<>();
			body.put("error", message);
			body.put("error_code", code);
			body.put("details", details);
			return ResponseEntity.status(status).body(body);
		}

	}

}
