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
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.server.ServerWebExchange;

/**
 * A stream of server-sent events that ends with an event for the error if it fails after
 * its first event.
 */
final class GuardedEvents {

	private final ServerWebExchange exchange;

	private final ReactiveErrorHandler handler;

	private final EventStream sent = new EventStream();

	private volatile boolean begun;

	/**
	 * Create a stream.
	 * @param exchange the original exchange
	 * @param handler answers the errors
	 */
	GuardedEvents(ServerWebExchange exchange, ReactiveErrorHandler handler) {
		this.exchange = exchange;
		this.handler = handler;
	}

	/**
	 * Guard the events of the application.
	 * @param events the events
	 * @return the same events, and one more instead of an error
	 */
	Flux<Publisher<? extends DataBuffer>> guard(Publisher<? extends Publisher<? extends DataBuffer>> events) {
		Sinks.Empty<Void> failed = Sinks.empty();
		return Flux.<Publisher<? extends DataBuffer>>from(events).<Publisher<? extends DataBuffer>>map((event) -> {
			this.begun = true;
			return Flux.<DataBuffer>from(event).doOnNext(this::add).onErrorResume((failure) -> {
				failed.tryEmitEmpty();
				return end(failure);
			});
		})
			.takeUntilOther(failed.asMono())
			.onErrorResume((failure) -> this.begun ? Mono.just(end(failure)) : Mono.error(failure));
	}

	private void add(DataBuffer buffer) {
		int end = buffer.writePosition();
		for (int i = Math.max(buffer.readPosition(), end - Integer.BYTES); i < end; i++) {
			this.sent.add(buffer.getByte(i));
		}
	}

	private Mono<DataBuffer> end(Throwable failure) {
		return Mono.defer(() -> {
			if (!this.sent.isBetweenEvents() || ReactiveErrorHandler.isDisconnected(failure)) {
				return Mono.error(failure);
			}
			return this.handler.reply(failure, this.exchange)
				.map((reply) -> this.exchange.getResponse().bufferFactory().wrap(EventStream.errorEvent(reply)));
		});
	}

}
