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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Lets a {@code WebClient} fail with the exceptions of {@link RemoteErrorDecoder}.
 *
 * @param decoder the decoder
 * @param group the group of HTTP interfaces that the client belongs to, or {@code null}
 */
record WebClientErrors(RemoteErrorDecoder decoder, @Nullable String group) {

	/**
	 * Configure a client.
	 * @param builder the builder of the client
	 */
	void customize(WebClient.Builder builder) {
		builder.defaultStatusHandler(HttpStatusCode::isError,
				(response) -> body(response).map((body) -> decode(response, body)));
		if (this.decoder.retries()) {
			builder.filters((filters) -> filters.add(0, new RetryFilter(this)));
		}
	}

	/**
	 * Decode an answer.
	 * @param response the response
	 * @param body its body
	 * @return the exception
	 */
	RemoteErrorException decode(ClientResponse response, byte[] body) {
		HttpRequest request = response.request();
		return this.decoder.decode(this.group, request.getMethod(), request.getURI(), response.statusCode(),
				response.headers().asHttpHeaders(), body);
	}

	/**
	 * Read the body of a response.
	 * @param response the response
	 * @return the body, which is cut if it is too large or late, or where it cannot be
	 * read
	 */
	Mono<byte[]> body(ClientResponse response) {
		Flux<DataBuffer> beginning = DataBufferUtils
			.takeUntilByteCount(response.body(BodyExtractors.toDataBuffers()), BodyBytes.MAX + 1L)
			.takeUntilOther(Mono.delay(this.decoder.bodyTimeout()))
			.onErrorComplete();
		return DataBufferUtils.join(beginning).map(WebClientErrors::bytes).defaultIfEmpty(new byte[0]);
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
