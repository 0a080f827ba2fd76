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
import java.util.function.Consumer;

import io.github.faultbook.autoconfigure.input.Recording;
import io.github.faultbook.autoconfigure.input.RecordingBudget;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

/**
 * The exchange that the application sees. It keeps what the application has read of the
 * request, as a body can be read only once: JSON while it is received, so that all of its
 * problems can be found, the fields of a form and the parts of a multipart body.
 */
final class GuardedExchange extends ServerWebExchangeDecorator {

	private static final String RECORDING = GuardedExchange.class.getName() + ".recording";

	private static final String PARTS = GuardedExchange.class.getName() + ".parts";

	private static final String FORM = GuardedExchange.class.getName() + ".form";

	private final ServerHttpRequest request;

	private final ServerHttpResponse response;

	private final Consumer<Throwable> failed;

	/**
	 * Create an exchange.
	 * @param exchange the original exchange, whose attributes keep what was read
	 * @param response the response that the application sees
	 * @param budget the memory for all recordings, or {@code null} to record nothing
	 * @param failed is called with errors that the code throws that receives the body
	 */
	GuardedExchange(ServerWebExchange exchange, ServerHttpResponse response, @Nullable RecordingBudget budget,
			Consumer<Throwable> failed) {
		super(exchange);
		this.response = response;
		this.failed = failed;
		ServerHttpRequest original = exchange.getRequest();
		Recording recording = (budget != null && isRecordable(original)) ? new Recording(budget) : null;
		if (recording != null) {
			exchange.getAttributes().put(RECORDING, recording);
		}
		this.request = new ReadRequest(original, recording, failed);
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
	 * Return the parts of the multipart body that was read.
	 * @param exchange the exchange
	 * @return the parts by name, or {@code null} if no such body was read
	 */
	static @Nullable MultiValueMap<String, Part> partsOf(ServerWebExchange exchange) {
		return exchange.getAttribute(PARTS);
	}

	/**
	 * Return the original exchange.
	 * @param exchange the exchange that a handler sees, which filters may have decorated
	 * @return the exchange as it was before the guard
	 */
	static ServerWebExchange originalOf(ServerWebExchange exchange) {
		ServerWebExchange candidate = exchange;
		while (candidate instanceof ServerWebExchangeDecorator decorator) {
			candidate = decorator.getDelegate();
			if (decorator instanceof GuardedExchange) {
				return candidate;
			}
		}
		return exchange;
	}

	/**
	 * Release the memory of the recording.
	 * @param exchange the exchange
	 */
	static void release(ServerWebExchange exchange) {
		Recording recording = recordingOf(exchange);
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
		return FatalErrors.report(super.getFormData().doOnNext((form) -> getAttributes().put(FORM, form)), this.failed);
	}

	@Override
	public Mono<MultiValueMap<String, Part>> getMultipartData() {
		return FatalErrors.report(super.getMultipartData().doOnNext((parts) -> getAttributes().put(PARTS, parts)),
				this.failed);
	}

	/**
	 * Copies the bytes of the body as they are received.
	 */
	private static final class ReadRequest extends ServerHttpRequestDecorator {

		private final @Nullable Recording recording;

		private final Consumer<Throwable> failed;

		ReadRequest(ServerHttpRequest request, @Nullable Recording recording, Consumer<Throwable> failed) {
			super(request);
			this.recording = recording;
			this.failed = failed;
		}

		@Override
		public Flux<DataBuffer> getBody() {
			Recording target = this.recording;
			Flux<DataBuffer> body = super.getBody();
			return FatalErrors.report((target != null) ? body.doOnNext((buffer) -> record(buffer, target)) : body,
					this.failed);
		}

		private static void record(DataBuffer buffer, Recording target) {
			int count = buffer.readableByteCount();
			if (count > Recording.MAX_LENGTH) {
				target.release();
			}
			if (!target.isOpen()) {
				return;
			}
			ByteBuffer copy = ByteBuffer.allocate(count);
			buffer.toByteBuffer(copy);
			target.add(copy.array(), 0, count);
		}

	}

}
