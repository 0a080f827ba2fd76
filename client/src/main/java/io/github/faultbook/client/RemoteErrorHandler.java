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

import java.io.IOException;
import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResponseErrorHandler;

/**
 * Throws the exceptions of {@link RemoteErrorDecoder} in {@code RestClient} and
 * {@code RestTemplate}. Spring Boot configures the builders of both with it; set it for a
 * client that you create yourself.
 */
public final class RemoteErrorHandler implements ResponseErrorHandler {

	private final RemoteErrorDecoder decoder;

	private final @Nullable String group;

	/**
	 * Create a handler that chooses the format by the address of each request.
	 * @param decoder the decoder
	 */
	public RemoteErrorHandler(RemoteErrorDecoder decoder) {
		this(decoder, null);
	}

	RemoteErrorHandler(RemoteErrorDecoder decoder, @Nullable String group) {
		this.decoder = decoder;
		this.group = group;
	}

	@Override
	public boolean hasError(ClientHttpResponse response) throws IOException {
		return response.getStatusCode().isError();
	}

	@Override
	public void handleError(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		byte[] body = BodyBytes.read(response, this.decoder.bodyTimeout());
		BodyBytes.abandon(response);
		throw this.decoder.decode(this.group, method, url, status, response.getHeaders(), body);
	}

}
