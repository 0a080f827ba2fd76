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
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Sends the requests of {@code RestClient} and {@code RestTemplate} again. It is in front
 * of interceptors that set a token, so that a retry gets a new one.
 *
 * @param decoder decodes the answers
 * @param group the group of HTTP interfaces that the client belongs to, or {@code null}
 */
record RetryInterceptor(RemoteErrorDecoder decoder, @Nullable String group) implements ClientHttpRequestInterceptor {

	/**
	 * Set on requests, as the interceptor for all clients is behind the one of a group.
	 */
	static final String ATTRIBUTE = RetryInterceptor.class.getName();

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		RemoteErrorRetries retries = this.decoder.service(this.group, request.getURI()).retries();
		if (retries.max() == 0 || request.getAttributes().putIfAbsent(ATTRIBUTE, true) != null) {
			return execution.execute(request, body);
		}
		RetryAttempts attempts = new RetryAttempts(retries);
		while (true) {
			ClientHttpResponse response = execution.execute(request, body);
			if (!response.getStatusCode().isError()) {
				return response;
			}
			ReadResponse read = ReadResponse.of(response, this.decoder.bodyTimeout());
			Duration delay = attempts.next(this.decoder.decode(this.group, request.getMethod(), request.getURI(),
					response.getStatusCode(), response.getHeaders(), read.beginning()));
			if (delay == null || !sleep(delay)) {
				return read;
			}
			read.close();
		}
	}

	private static boolean sleep(Duration delay) {
		try {
			Thread.sleep(delay.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
