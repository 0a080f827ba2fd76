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

package io.github.faultbook.client;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Sends the requests of {@code WebClient} again. It is in front of filters that set a
 * token, so that a retry gets a new one.
 *
 * @param errors decodes the answers
 */
record RetryFilter(WebClientErrors errors) implements ExchangeFilterFunction {

	/**
	 * Set on requests, as the filter for all clients is behind the one of a group.
	 */
	private static final String ATTRIBUTE = RetryFilter.class.getName();

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		RemoteErrorRetries retries = this.errors.decoder().service(this.errors.group(), request.url()).retries();
		if (retries.max() == 0 || request.attribute(ATTRIBUTE).isPresent()) {
			return next.exchange(request);
		}
		ClientRequest marked = ClientRequest.from(request).attribute(ATTRIBUTE, true).build();
		return Mono.defer(() -> exchange(marked, next, new RetryAttempts(retries)));
	}

	private Mono<ClientResponse> exchange(ClientRequest request, ExchangeFunction next, RetryAttempts attempts) {
		return next.exchange(request)
			.flatMap((response) -> response.statusCode().isError() ? this.errors.body(response)
				.flatMap((body) -> again(response, body, attempts, Mono.defer(() -> exchange(request, next, attempts))))
					: Mono.just(response));
	}

	private Mono<ClientResponse> again(ClientResponse response, byte[] body, RetryAttempts attempts,
			Mono<ClientResponse> next) {
		Duration delay = attempts.next(this.errors.decode(response, body));
		return (delay != null) ? Mono.delay(delay).then(next)
				: Mono.just(response.mutate()
					.body((read) -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
					.build());
	}

}
