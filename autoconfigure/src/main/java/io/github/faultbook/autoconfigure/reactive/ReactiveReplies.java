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

import io.github.faultbook.autoconfigure.container.SurvivingHeaders;
import io.github.faultbook.pipeline.ErrorReply;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Sends answers instead of the content of a reactive response.
 */
final class ReactiveReplies {

	private ReactiveReplies() {
	}

	/**
	 * Send an answer. Headers that were set before stay as far as
	 * {@link SurvivingHeaders} allows.
	 * @param reply the answer
	 * @param response the response, not committed
	 * @return completes when the answer was sent
	 */
	static Mono<Void> send(ErrorReply reply, ServerHttpResponse response) {
		HttpHeaders headers = response.getHeaders();
		for (String name : List.copyOf(headers.headerNames())) {
			if (!SurvivingHeaders.survives(name, reply.status())) {
				headers.remove(name);
			}
		}
		reply.headers().forEach((name, values) -> {
			if (name.equalsIgnoreCase(HttpHeaders.VARY)) {
				headers.addAll(name, values);
			}
			else {
				headers.put(name, values);
			}
		});
		headers.setContentLength(reply.body().length);
		response.setStatusCode(HttpStatusCode.valueOf(reply.status()));
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(reply.body())));
	}

}
