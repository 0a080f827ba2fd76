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

import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Answers exceptions of handlers that an {@code ErrorResolver} recognizes, inside of all
 * other filters, each of which would add a frame to the exception. Other exceptions pass:
 * they reach the filters and the {@code WebExceptionHandler}s. If the application has a
 * {@code WebExceptionHandler} that takes precedence, it gets all exceptions.
 * <p>
 * Errors of the virtual machine that handlers throw are signaled here, as some filters
 * change the thread.
 */
final class ReactiveHandlerGuard implements WebFilter, Ordered {

	private final ReactiveErrorHandler handler;

	private final Supplier<Boolean> first;

	/**
	 * Create a guard.
	 * @param handler answers the errors
	 * @param exceptionHandlers all handlers of exceptions that leave the filters
	 */
	ReactiveHandlerGuard(ReactiveErrorHandler handler, ObjectProvider<WebExceptionHandler> exceptionHandlers) {
		this.handler = handler;
		this.first = SingletonSupplier
			.of(() -> exceptionHandlers.orderedStream().limit(1).anyMatch(ReactiveExceptionHandler.class::isInstance));
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		Mono<Void> result = FatalErrors.signal((failed) -> chain.filter(exchange));
		return this.first.get()
				? result.onErrorResume(
						(exception) -> this.handler.handleKnown(exception, GuardedExchange.originalOf(exchange)))
				: result;
	}

}
