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

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Answers exceptions that leave the filters: of filters, handlers, argument resolvers,
 * codecs and views. It comes after the {@code @ExceptionHandler} methods and the
 * {@code WebExceptionHandler}s of the application, and before Spring Boot's.
 */
final class ReactiveExceptionHandler implements WebExceptionHandler {

	private final ReactiveErrorHandler handler;

	ReactiveExceptionHandler(ReactiveErrorHandler handler) {
		this.handler = handler;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable exception) {
		return this.handler.handle(exception, exchange);
	}

}
