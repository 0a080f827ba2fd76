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
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
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
		builder.defaultStatusHandler(HttpStatusCode::isError, this::decode);
	}

	private Mono<? extends Throwable> decode(ClientResponse response) {
		HttpRequest request = response.request();
		HttpHeaders headers = response.headers().asHttpHeaders();
		return DataBufferUtils
			.join(DataBufferUtils.takeUntilByteCount(response.body(BodyExtractors.toDataBuffers()), BodyBytes.MAX + 1L))
			.map(WebClientErrors::bytes)
			.defaultIfEmpty(new byte[0])
			.onErrorReturn(new byte[0])
			.map((body) -> this.decoder.decode(this.group, request.getMethod(), request.getURI(), response.statusCode(),
					headers, body));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
