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

import io.github.faultbook.autoconfigure.container.EventStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;

/**
 * The response that the application sees. If it ends with an error status and without a
 * body, the error is answered instead. If a stream of events fails, its last event is the
 * error.
 */
final class GuardedResponse extends ServerHttpResponseDecorator {

	private final ServerWebExchange exchange;

	private final ReactiveErrorHandler handler;

	/**
	 * Create a response.
	 * @param exchange the original exchange
	 * @param handler answers the errors
	 */
	GuardedResponse(ServerWebExchange exchange, ReactiveErrorHandler handler) {
		super(exchange.getResponse());
		this.exchange = exchange;
		this.handler = handler;
	}

	@Override
	public Mono<Void> setComplete() {
		return lacksBody() ? fill() : super.setComplete();
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		// Asked now, as the callers are gone when the body is subscribed to
		if (lacksBody() && this.handler.isBare(this.exchange)) {
			return Flux.from(body).doOnNext(DataBufferUtils::release).then(Mono.defer(this::fill));
		}
		return super.writeWith(body);
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		boolean guarded = this.handler.sendsEvents()
				&& EventStream.isEventStream(getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
		return super.writeAndFlushWith(guarded ? new GuardedEvents(this.exchange, this.handler).guard(body) : body);
	}

	private boolean lacksBody() {
		HttpStatusCode status = getStatusCode();
		return status != null && status.isError() && !isCommitted();
	}

	/**
	 * Answer the error if the response has an error status and was not sent.
	 * @return completes when the answer was sent, or at once
	 */
	Mono<Void> fill() {
		HttpStatusCode status = getStatusCode();
		return (status != null && lacksBody()) ? this.handler.fill(status.value(), this.exchange) : Mono.empty();
	}

}
