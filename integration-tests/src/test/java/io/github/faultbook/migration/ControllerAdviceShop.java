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

package io.github.faultbook.migration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * The shop with an advice that was written by hand.
 */
@Configuration(proxyBeanMethods = false)
@Import({ ShopConfiguration.class, ControllerAdviceShop.OwnController.class, ControllerAdviceShop.ShopAdvice.class })
class ControllerAdviceShop {

	@RestControllerAdvice
	static class ShopAdvice {

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(MethodArgumentNotValidException ex, HttpServletRequest request) {
			Map<String, List<String>> errors = new TreeMap<>(ex.getFieldErrors()
				.stream()
				.collect(Collectors.groupingBy(FieldError::getField,
						Collectors.mapping(FieldError::getDefaultMessage, Collectors.toList()))));
			return answer(HttpStatus.BAD_REQUEST, "VALIDATION", "The request has invalid fields", request, errors);
		}

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(ConstraintViolationException ex, HttpServletRequest request) {
			Map<String, List<String>> errors = new TreeMap<>();
			ex.getConstraintViolations().forEach((violation) -> {
				String path = violation.getPropertyPath().toString();
				errors.put(path.substring(path.lastIndexOf('.') + 1), List.of(violation.getMessage()));
			});
			return answer(HttpStatus.BAD_REQUEST, "VALIDATION", "The request has invalid fields", request, errors);
		}

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(HttpMessageNotReadableException ex, HttpServletRequest request) {
			return answer(HttpStatus.BAD_REQUEST, "MALFORMED", "The body cannot be read", request, Map.of());
		}

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(MissingServletRequestParameterException ex, HttpServletRequest request) {
			return answer(HttpStatus.BAD_REQUEST, "MISSING", "Parameter " + ex.getParameterName() + " is missing",
					request, Map.of());
		}

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(MissingRequestHeaderException ex, HttpServletRequest request) {
			return answer(HttpStatus.BAD_REQUEST, "MISSING", "Header " + ex.getHeaderName() + " is missing", request,
					Map.of());
		}

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(MethodArgumentTypeMismatchException ex, HttpServletRequest request) {
			return answer(HttpStatus.BAD_REQUEST, "TYPE", "Parameter " + ex.getName() + " has the wrong type", request,
					Map.of());
		}

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(NoResourceFoundException ex, HttpServletRequest request) {
			return answer(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing here", request, Map.of());
		}

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(HttpRequestMethodNotSupportedException ex, HttpServletRequest request) {
			return answer(HttpStatus.METHOD_NOT_ALLOWED, "METHOD", "Method " + ex.getMethod() + " is not supported",
					request, Map.of());
		}

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(HttpMediaTypeNotSupportedException ex, HttpServletRequest request) {
			return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "MEDIA_TYPE", "Send JSON", request, Map.of());
		}

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(ResponseStatusException ex, HttpServletRequest request) {
			HttpStatus status = HttpStatus.valueOf(ex.getStatusCode().value());
			return answer(status, status.name(), ex.getReason(), request, Map.of());
		}

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(AccessDeniedException ex, HttpServletRequest request) {
			return answer(HttpStatus.FORBIDDEN, "FORBIDDEN", "You may not do this", request, Map.of());
		}

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(ShopException ex, HttpServletRequest request) {
			return answer(ex.status, ex.code, ex.getMessage(), request, Map.of());
		}

		@ExceptionHandler
		ResponseEntity<ErrorBody> handle(Exception ex, HttpServletRequest request) {
			return answer(HttpStatus.INTERNAL_SERVER_ERROR, "UNEXPECTED", "Something went wrong", request, Map.of());
		}

		private static ResponseEntity<ErrorBody> answer(HttpStatus status, String code, @Nullable String message,
				HttpServletRequest request, Map<String, List<String>> errors) {
			return ResponseEntity.status(status)
				.body(new ErrorBody(status.value(), status.getReasonPhrase(), code, message, request.getRequestURI(),
						errors));
		}

	}

	record ErrorBody(int status, String error, String code, @Nullable String message, String path,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> errors) {

	}

	@RestController
	static class OwnController {

		@GetMapping("/own/closed")
		void closed() {
			throw new ShopClosedException();
		}

		@GetMapping("/own/missing")
		void missing(@RequestParam String id) {
			throw new OrderNotFoundException(id);
		}

	}

	@SuppressWarnings("serial")
	abstract static class ShopException extends RuntimeException {

		private final HttpStatus status;

		private final String code;

		ShopException(HttpStatus status, String code, String message) {
			super(message);
			this.status = status;
			this.code = code;
		}

	}

	@SuppressWarnings("serial")
	static class ShopClosedException extends ShopException {

		ShopClosedException() {
			super(HttpStatus.CONFLICT, "SHOP_CLOSED", "The shop is closed");
		}

	}

	@SuppressWarnings("serial")
	static class OrderNotFoundException extends ShopException {

		OrderNotFoundException(String id) {
			super(HttpStatus.NOT_FOUND, "ORDER_NOT_FOUND", "Order " + id + " does not exist");
		}

	}

}
