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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A response whose body has been read in part, and can still be read from its beginning.
 *
 * @param response the response
 * @param beginning the bytes that have been read
 */
record ReadResponse(ClientHttpResponse response, byte[] beginning) implements ClientHttpResponse {

	/**
	 * Read the beginning of the body.
	 * @param response the response
	 * @param timeout the longest time to wait for the body
	 * @return the response with its body, which is cut where it could not be read
	 */
	static ReadResponse of(ClientHttpResponse response, Duration timeout) {
		return new ReadResponse(response, BodyBytes.read(response, timeout));
	}

	@Override
	public HttpStatusCode getStatusCode() throws IOException {
		return this.response.getStatusCode();
	}

	@Override
	public String getStatusText() throws IOException {
		return this.response.getStatusText();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.response.getHeaders();
	}

	@Override
	public InputStream getBody() throws IOException {
		InputStream read = new ByteArrayInputStream(this.beginning);
		return (this.beginning.length > BodyBytes.MAX) ? new SequenceInputStream(read, this.response.getBody()) : read;
	}

	@Override
	public void close() {
		BodyBytes.abandon(this.response);
		this.response.close();
	}

}
