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

package io.github.faultbook.autoconfigure.reactive;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.server.ServerWebExchange;

/**
 * Handles a {@link ProblemDetail} that a handler returns with an error status as if it
 * had been thrown, so that the response has the configured format, a code and a
 * reference. Values returned by {@code @ExceptionHandler} methods of the application are
 * not changed.
 */
final class ProblemDetailResults implements HandlerResultHandler, Ordered {

	private static final List<Class<?>> HOLDERS = List.of(ProblemDetail.class, ErrorResponse.class, HttpEntity.class);

	private final ReactiveErrorHandler handler;

	private final Supplier<List<HandlerResultHandler>> others;

	/**
	 * Create an instance.
	 * @param handler answers the errors
	 * @param others all handlers of results in order, supplied lazily as this one is
	 * among them
	 */
	ProblemDetailResults(ReactiveErrorHandler handler, Supplier<List<HandlerResultHandler>> others) {
		this.handler = handler;
		this.others = SingletonSupplier.of(others);
	}

	@Override
	public int getOrder() {
		// Before the handlers of WebFlux, the first of which has order 0
		return -1;
	}

	@Override
	public boolean supports(HandlerResult result) {
		Object value = result.getReturnValue();
		return value != null && (bodyOf(value) instanceof ProblemDetail || mayEmitProblem(result, value))
				&& !result.getReturnTypeSource().hasMethodAnnotation(ExceptionHandler.class) && next(result) != null;
	}

	private static boolean mayEmitProblem(HandlerResult result, Object value) {
		if (adapterOf(result, value) == null) {
			return false;
		}
		Class<?> emitted = result.getReturnType().getGeneric().toClass();
		return HOLDERS.stream()
			.anyMatch((holder) -> holder.isAssignableFrom(emitted) || emitted.isAssignableFrom(holder));
	}

	private static @Nullable ReactiveAdapter adapterOf(HandlerResult result, Object value) {
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance()
			.getAdapter(result.getReturnType().resolve(), value);
		return (adapter != null && !adapter.isMultiValue()) ? adapter : null;
	}

	@Override
	public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
		Object value = Objects.requireNonNull(result.getReturnValue());
		ReactiveAdapter adapter = adapterOf(result, value);
		if (adapter != null) {
			Mono<Object> checked = Mono.from(adapter.<Object>toPublisher(value)).doOnNext(ProblemDetailResults::check);
			return pass(exchange, result, adapter.fromPublisher(checked)).onErrorResume(ReturnedProblem.class,
					(returned) -> this.handler.handle(returned.error, exchange));
		}
		ErrorResponseException error = errorOf(value);
		return (error != null) ? this.handler.handle(error, exchange) : pass(exchange, result, value);
	}

	private Mono<Void> pass(ServerWebExchange exchange, HandlerResult result, Object value) {
		HandlerResult passed = new HandlerResult(result.getHandler(), value, result.getReturnTypeSource(),
				result.getBindingContext());
		HandlerResultHandler next = next(result);
		return (next != null) ? next.handleResult(exchange, passed) : Mono.empty();
	}

	private @Nullable HandlerResultHandler next(HandlerResult result) {
		for (HandlerResultHandler other : this.others.get()) {
			if (other != this && other.supports(result)) {
				return other;
			}
		}
		return null;
	}

	private static void check(Object value) {
		ErrorResponseException error = errorOf(value);
		if (error != null) {
			throw new ReturnedProblem(error);
		}
	}

	private static @Nullable Object bodyOf(Object value) {
		if (value instanceof ErrorResponse response) {
			return response.getBody();
		}
		return (value instanceof HttpEntity<?> entity) ? entity.getBody() : value;
	}

	private static @Nullable ErrorResponseException errorOf(Object value) {
		if (!(bodyOf(value) instanceof ProblemDetail problem)) {
			return null;
		}
		HttpStatusCode status = (value instanceof ResponseEntity<?> response) ? response.getStatusCode()
				: HttpStatusCode.valueOf(problem.getStatus());
		if (!status.isError()) {
			return null;
		}
		ErrorResponseException error = new ErrorResponseException(status, problem, null);
		if (value instanceof ErrorResponse response) {
			error.getHeaders().putAll(response.getHeaders());
		}
		else if (value instanceof HttpEntity<?> entity) {
			error.getHeaders().putAll(entity.getHeaders());
		}
		return error;
	}

	/**
	 * Carries a problem past the handler that would write it.
	 */
	private static final class ReturnedProblem extends RuntimeException {

		private final transient ErrorResponseException error;

		ReturnedProblem(ErrorResponseException error) {
			super(null, null, false, false);
			this.error = error;
		}

	}

}
