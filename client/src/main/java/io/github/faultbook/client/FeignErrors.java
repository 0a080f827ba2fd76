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
import java.io.InputStream;
import java.net.URI;

import feign.Response;
import feign.codec.ErrorDecoder;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

/**
 * Lets clients of Feign throw the exceptions of {@link RemoteErrorDecoder}.
 *
 * @param decoder the decoder
 */
record FeignErrors(RemoteErrorDecoder decoder) implements ErrorDecoder {

	@Override
	public Exception decode(String method, Response response) {
		HttpHeaders headers = new HttpHeaders();
		response.headers().forEach((name, values) -> values.forEach((value) -> headers.add(name, value)));
		return this.decoder.decode(HttpMethod.valueOf(response.request().httpMethod().name()),
				URI.create(response.request().url()), HttpStatusCode.valueOf(response.status()), headers,
				body(response));
	}

	private byte[] body(Response response) {
		try (InputStream body = (response.body() != null) ? response.body().asInputStream() : null) {
			return (body != null) ? BodyBytes.read(body, this.decoder.bodyTimeout()) : new byte[0];
		}
		catch (IOException ex) {
			// The status and the headers are known
			return new byte[0];
		}
	}

}
