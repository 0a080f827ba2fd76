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

package io.github.faultbook.autoconfigure.contract;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.faultbook.ApiException;
import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/**
 * Throws whatever the path says, and fails after it has begun to answer.
 */
@RestController
class FailingController {

	@GetMapping("/throw/{kind}")
	String fail(@PathVariable String kind) throws Throwable {
		throw switch (kind) {
			case "api" -> new ApiException(CommonError.PAYMENT_REQUIRED).with("required", "100.00");
			case "retry-after" -> new ApiException(CommonError.RATE_LIMIT_EXCEEDED).retryAfter(Duration.ofMillis(1500));
			case "header" -> new ApiException(CommonError.CONFLICT).header("X-Hint", "one").header("X-Hint", "two");
			case "injected-header" -> new ApiException(CommonError.CONFLICT).header("X-Hint", "one\r\nX-Evil: two");
			case "fault" -> new LegacyFault();
			case "runtime" -> new IllegalStateException(Markers.SECRET);
			case "checked" -> new Exception(Markers.SECRET);
			case "error" -> new AssertionError(Markers.SECRET);
			case "stack-overflow" -> new StackOverflowError(Markers.SECRET);
			case "throwing-message" -> new ThrowingMessageException();
			case "ring" -> ring();
			case "completion" -> new CompletionException(new ApiException(CommonError.CONFLICT));
			case "execution" -> new ExecutionException(new ApiException(CommonError.CONFLICT));
			case "undeclared" -> new UndeclaredThrowableException(new ApiException(CommonError.CONFLICT));
			case "invocation" -> new InvocationTargetException(new ApiException(CommonError.CONFLICT));
			case "caused-by-api" -> new IllegalStateException(Markers.SECRET, new ApiException(CommonError.CONFLICT));
			case "response-status" -> new ResponseStatusException(HttpStatus.CONFLICT, "The seat is taken.");
			case "response-status-no-reason" -> new ResponseStatusException(HttpStatus.CONFLICT);
			case "status-499" -> new ResponseStatusException(HttpStatusCode.valueOf(499), "The client left.");
			case "status-418" -> new ResponseStatusException(HttpStatusCode.valueOf(418));
			case "annotated" -> new AnnotatedException();
			case "annotated-subclass" -> new AnnotatedSubclassException();
			case "caused-by-annotated" -> new IllegalStateException(Markers.SECRET, new AnnotatedException());
			case "error-response-thrown" -> errorResponseException();
			case "error-response" -> new OwnErrorResponse();
			case "error-response-title" -> titled();
			case "server-web-input" -> new ServerWebInputException("The month is closed.");
			case "not-acceptable-status" -> new NotAcceptableStatusException("The report exists as a PDF only.");
			case "method-not-allowed-status" ->
				new MethodNotAllowedException(Markers.SECRET, List.of(HttpMethod.GET, HttpMethod.PUT));
			case "no-parameter" -> invalid(null);
			case "return-type" ->
				invalid(new MethodParameter(FailingController.class.getDeclaredMethod("fail", String.class), -1));
			case "eof" -> new EOFException(Markers.SECRET);
			case "broken-pipe" -> new IOException("Broken pipe");
			case "connection-reset" -> new IllegalStateException("Connection reset by peer");
			case "unserializable-fact" ->
				new ApiException(CommonError.CONFLICT).with("bad", new ThrowingGetter()).with("good", 7);
			case "cyclic-fact" -> new ApiException(CommonError.CONFLICT).with("bad", cycle());
			default -> new IllegalArgumentException(Markers.SECRET);
		};
	}

	private static ErrorResponseException errorResponseException() {
		ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "The seat is taken.");
		body.setProperty("seat", "12A");
		ErrorResponseException exception = new ErrorResponseException(HttpStatus.CONFLICT, body,
				new IllegalStateException(Markers.SECRET));
		exception.getHeaders().set("X-Seat", "12A");
		return exception;
	}

	private static ErrorResponseException titled() {
		ProblemDetail body = ProblemDetail.forStatus(HttpStatus.CONFLICT);
		body.setTitle("Seat taken");
		return new ErrorResponseException(HttpStatus.CONFLICT, body, null);
	}

	private static MethodArgumentNotValidException invalid(@Nullable MethodParameter parameter) {
		BindingResult result = new MapBindingResult(Map.of(), "booking");
		result.rejectValue("seat", "taken", "is taken");
		return new MethodArgumentNotValidException(parameter, result);
	}

	static RuntimeException ring() {
		IllegalStateException cause = new IllegalStateException(Markers.SECRET);
		IllegalStateException ring = new IllegalStateException(Markers.SECRET, cause);
		cause.initCause(ring);
		return ring;
	}

	private static List<Object> cycle() {
		List<Object> list = new ArrayList<>();
		list.add(list);
		return list;
	}

	@GetMapping("/problem-detail")
	ProblemDetail problemDetail() {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "The seat is taken.");
	}

	@GetMapping("/not-found-entity")
	ResponseEntity<Void> notFoundEntity() {
		return ResponseEntity.notFound().build();
	}

	@GetMapping("/late-getter")
	Map<String, Object> lateGetter() {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("large", "x".repeat(200_000));
		body.put("late", new ThrowingGetter());
		return body;
	}

	@GetMapping(path = "/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
	byte[] pdf() {
		throw new ApiException(CommonError.CONFLICT);
	}

	@GetMapping("/document")
	Resource document() {
		return new ByteArrayResource("document".getBytes(StandardCharsets.UTF_8));
	}

	@RequestMapping("/cors/resource")
	String cors() {
		throw new ApiException(CommonError.CONFLICT);
	}

	static class ThrowingGetter {

		@JsonProperty
		String value() {
			throw new IllegalStateException(Markers.SECRET);
		}

	}

	static class LegacyFault extends Exception implements ApiFault {

		@Override
		public ErrorCode errorCode() {
			return CommonError.RESOURCE_GONE;
		}

		@Override
		public Map<String, Object> facts() {
			return Map.of("since", 2024);
		}

	}

	static class ThrowingMessageException extends RuntimeException {

		@Override
		public String getMessage() {
			throw new IllegalStateException(Markers.SECRET);
		}

	}

	@ResponseStatus(code = HttpStatus.LOCKED, reason = "The account is locked.")
	static class AnnotatedException extends RuntimeException {

		AnnotatedException() {
			super(Markers.SECRET);
		}

	}

	static class AnnotatedSubclassException extends AnnotatedException {

	}

	static class OwnErrorResponse extends RuntimeException implements ErrorResponse {

		@Override
		public HttpStatusCode getStatusCode() {
			return HttpStatus.CONFLICT;
		}

		@Override
		public ProblemDetail getBody() {
			return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "The seat is taken.");
		}

	}

}
