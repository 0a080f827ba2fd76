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

import io.github.faultbook.autoconfigure.input.RecordingBudget;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Answers responses that have an error status and no body, such as those of Spring
 * Security and rejections of CORS. Exceptions pass: they reach the
 * {@code WebExceptionHandler}s of the application first, then
 * {@link ReactiveExceptionHandler}.
 */
final class ReactiveErrorGuard implements WebFilter, Ordered {

	private final ReactiveErrorHandler handler;

	private final @Nullable RecordingBudget budget;

	/**
	 * Create a guard.
	 * @param handler answers the errors
	 * @param budget the memory for recording bodies, or {@code null} to record nothing
	 */
	ReactiveErrorGuard(ReactiveErrorHandler handler, @Nullable RecordingBudget budget) {
		this.handler = handler;
		this.budget = budget;
	}

	@Override
	public int getOrder() {
		// Outside of the filters of Spring Security and of the application
		return Ordered.HIGHEST_PRECEDENCE + 2;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		GuardedResponse response = new GuardedResponse(exchange, this.handler);
		// The recording is released after the exception handlers, which are called before
		// this signal ends
		return FatalErrors
			.signal((failed) -> chain.filter(new GuardedExchange(exchange, response, this.budget, failed)))
			.then(Mono.defer(response::fill))
			.doFinally((signal) -> GuardedExchange.release(exchange));
	}

}
