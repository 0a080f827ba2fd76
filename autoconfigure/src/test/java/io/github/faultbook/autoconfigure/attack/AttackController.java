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

package io.github.faultbook.autoconfigure.attack;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.contract.Markers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Controller that throws {@link RandomExceptions} in every place, with texts that clients
 * must never see.
 */
@RestController
class AttackController {

	private static final String JDBC = "jdbc:postgresql://db.internal/app?password=" + Markers.SECRET;

	@GetMapping("/attack/throw/controller/{seed}")
	String controller(@PathVariable long seed) throws Throwable {
		throw RandomExceptions.of(seed);
	}

	@GetMapping("/attack/throw/callable/{seed}")
	Callable<String> callable(@PathVariable long seed) {
		return () -> {
			ReflectionUtils.rethrowException(RandomExceptions.of(seed));
			return "";
		};
	}

	@GetMapping("/attack/throw/future/{seed}")
	CompletableFuture<String> future(@PathVariable long seed) {
		Throwable failure = RandomExceptions.of(seed);
		// Spring MVC takes the cause of a CompletionException, even if there is none, and
		// sends an empty success then
		return CompletableFuture
			.failedFuture((failure instanceof CompletionException) ? new CompletionException(failure) : failure);
	}

	@GetMapping("/attack/throw/deferred/{seed}")
	DeferredResult<String> deferred(@PathVariable long seed) {
		DeferredResult<String> result = new DeferredResult<>();
		result.setErrorResult(RandomExceptions.of(seed));
		return result;
	}

	@GetMapping("/attack/throw/stream/{seed}")
	StreamingResponseBody stream(@PathVariable long seed) {
		return (output) -> RandomExceptions.sneak(RandomExceptions.of(seed));
	}

	@GetMapping("/attack/throw/getter/{seed}")
	Map<String, Object> getter(@PathVariable long seed) {
		return Map.of("value", new ThrowingGetter(seed));
	}

	@GetMapping("/attack/throw/{place}/{seed}")
	String elsewhere() {
		return "not thrown";
	}

	@GetMapping("/attack/filter/{how}")
	String conflict() {
		throw new ApiException(CommonError.CONFLICT);
	}

	@GetMapping("/attack/facts/{kind}")
	String facts(@PathVariable String kind) {
		Object fact = switch (kind) {
			case "entity" -> new Account("Ada", Markers.SECRET);
			case "entities" -> List.of(Map.of("owner", new Account("Ada", Markers.SECRET)));
			case "file" -> new File("/srv/" + Markers.SECRET);
			case "path" -> Path.of("/srv/" + Markers.SECRET);
			case "throwable" -> new IllegalStateException(JDBC);
			case "throwables" -> Map.of("failures", List.of(new IllegalStateException(JDBC)));
			case "class" -> AttackController.class;
			case "stream" -> new ByteArrayInputStream(Markers.SECRET.getBytes());
			case "thread" -> Thread.currentThread();
			default -> kind;
		};
		throw new ApiException(CommonError.CONFLICT).with("fact", fact);
	}

	@GetMapping("/attack/reason")
	String reason() {
		throw new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR, JDBC);
	}

	@GetMapping("/attack/problem")
	ProblemDetail problem() {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "The seat is taken.");
	}

	@GetMapping("/attack/criteria")
	String criteria(@ModelAttribute Criteria criteria) {
		return "found";
	}

	@PostMapping("/attack/names")
	String names(@Valid @RequestBody Names names) {
		return "stored";
	}

	@PostMapping("/attack/prices")
	String prices(@RequestBody String key) {
		throw new ApiException(CommonError.CONFLICT).violation("prices[" + key + "]", "invalid_value", "is wrong")
			.violation(key, "invalid_value", "is wrong");
	}

	@PostMapping("/attack/wide")
	String wide(@RequestBody Wide wide) {
		return "stored";
	}

	record Account(String name, String passwordHash) {

	}

	record Names(@Pattern(regexp = "^(" + Markers.SECRET + ")?[a-z]+$",
			message = "${validatedValue} is no name") String name) {

	}

	/**
	 * A type that rejects values with a text that clients must never see.
	 */
	public static class Criteria {

		private int limit;

		public int getLimit() {
			return this.limit;
		}

		public void setLimit(int limit) {
			if (limit < 1) {
				throw new IllegalArgumentException("com.acme.Criteria.setLimit: " + Markers.SECRET);
			}
			this.limit = limit;
		}

		public void setSort(Sort sort) {
			throw new UnsupportedOperationException(JDBC);
		}

	}

	/**
	 * A type that Spring creates by calling its constructor.
	 */
	public static class Sort {

		Sort(String text) {
			throw new IllegalArgumentException("com.acme.Sort.<init>: " + Markers.SECRET);
		}

	}

	record Wide(String customerName, String customerNumber, String billingAddress, String shippingAddress, String city,
			String postalCode, String country, String emailAddress, String phoneNumber, String taxNumber,
			String currency, String language, String deliveryTerms, String paymentTerms, String costCenter,
			String orderNumber, String orderDate, String dueDate, String discount, String comment, String contact,
			String department, String project, String warehouse, String carrier, String tracking, String insurance,
			String giftWrap, String source, String campaign) {

	}

	/**
	 * A body that fails while it is written.
	 */
	static final class ThrowingGetter {

		private final long seed;

		ThrowingGetter(long seed) {
			this.seed = seed;
		}

		@JsonProperty
		String value() {
			RandomExceptions.sneak(RandomExceptions.of(this.seed));
			return "";
		}

	}

}
