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

import java.nio.ByteBuffer;

import io.github.faultbook.autoconfigure.input.Recording;
import io.github.faultbook.autoconfigure.input.RecordingBudget;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

/**
 * The exchange that the application sees. It keeps what the application has read of the
 * request, as a body can be read only once: JSON while it is received, so that all of its
 * problems can be found, and the fields of a form.
 */
final class GuardedExchange extends ServerWebExchangeDecorator {

	private static final String RECORDING = GuardedExchange.class.getName() + ".recording";

	private static final String FORM = GuardedExchange.class.getName() + ".form";

	private final ServerHttpRequest request;

	private final ServerHttpResponse response;

	/**
	 * Create an exchange.
	 * @param exchange the original exchange, whose attributes keep what was read
	 * @param response the response that the application sees
	 * @param budget the memory for all recordings, or {@code null} to record nothing
	 */
	GuardedExchange(ServerWebExchange exchange, ServerHttpResponse response, @Nullable RecordingBudget budget) {
		super(exchange);
		this.response = response;
		ServerHttpRequest original = exchange.getRequest();
		if (budget != null && isRecordable(original)) {
			Recording recording = new Recording(budget);
			exchange.getAttributes().put(RECORDING, recording);
			this.request = new RecordedRequest(original, recording);
		}
		else {
			this.request = original;
		}
	}

	private static boolean isRecordable(ServerHttpRequest request) {
		try {
			MediaType type = request.getHeaders().getContentType();
			boolean json = type != null
					&& (type.isCompatibleWith(MediaType.APPLICATION_JSON) || type.getSubtype().endsWith("+json"));
			return json && Recording.isReadable(type);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	static @Nullable Recording recordingOf(ServerWebExchange exchange) {
		return exchange.getAttribute(RECORDING);
	}

	/**
	 * Return the fields of the form that was read.
	 * @param exchange the exchange
	 * @return the fields, or {@code null} if no form was read
	 */
	static @Nullable MultiValueMap<String, String> formOf(ServerWebExchange exchange) {
		return exchange.getAttribute(FORM);
	}

	/**
	 * Release the memory of the recording.
	 */
	void release() {
		Recording recording = recordingOf(this);
		if (recording != null) {
			recording.release();
		}
	}

	@Override
	public ServerHttpRequest getRequest() {
		return this.request;
	}

	@Override
	public ServerHttpResponse getResponse() {
		return this.response;
	}

	@Override
	public Mono<MultiValueMap<String, String>> getFormData() {
		return super.getFormData().doOnNext((form) -> getAttributes().put(FORM, form));
	}

	/**
	 * Copies the bytes of the body as they are received.
	 */
	private static final class RecordedRequest extends ServerHttpRequestDecorator {

		private final Recording recording;

		RecordedRequest(ServerHttpRequest request, Recording recording) {
			super(request);
			this.recording = recording;
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return super.getBody().doOnNext(this::record);
		}

		private void record(DataBuffer buffer) {
			int count = buffer.readableByteCount();
			if (count > Recording.MAX_LENGTH) {
				this.recording.release();
			}
			if (!this.recording.isOpen()) {
				return;
			}
			ByteBuffer copy = ByteBuffer.allocate(count);
			buffer.toByteBuffer(copy);
			this.recording.add(copy.array(), 0, count);
		}

	}

}
