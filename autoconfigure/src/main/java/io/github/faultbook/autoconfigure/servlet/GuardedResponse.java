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

package io.github.faultbook.autoconfigure.servlet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.faultbook.autoconfigure.container.EventStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A response that keeps errors from the container, so that they can be answered where
 * they arise. Once an error was sent, the application sees a {@link SentResponse}, and
 * the streams that it already has are closed. Two bodies of Spring count as an error that
 * was sent, because they do not describe an error: the text for a rejected CORS request,
 * and the resource that Spring MVC sends with status 416.
 */
final class GuardedResponse extends HttpServletResponseWrapper {

	/**
	 * Texts that Spring writes without a media type, by status: for a rejected CORS
	 * request, and for a request to a WebSocket that is no handshake.
	 */
	private static final Map<Integer, List<byte[]>> BARE_TEXTS = Map.of(SC_FORBIDDEN,
			List.of(bytes("Invalid CORS request")), SC_BAD_REQUEST,
			List.of(bytes("Can \"Upgrade\" only to \"WebSocket\"."), bytes("\"Connection\" must be \"upgrade\".")));

	private final HttpServletResponse original;

	private final GuardedListeners listeners;

	private final EventStream events;

	private volatile boolean closed;

	private @Nullable SentError sent;

	private boolean released;

	private boolean bodyUsed;

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Create a response.
	 * @param response the original response
	 * @param listeners guards the listeners of the application
	 * @param events is told what is sent
	 */
	GuardedResponse(HttpServletResponse response, GuardedListeners listeners, EventStream events) {
		super(response);
		this.original = response;
		this.listeners = listeners;
		this.events = events;
	}

	EventStream events() {
		return this.events;
	}

	/**
	 * Pass the errors that are sent from now on to the container, as the guard no longer
	 * answers them. Asynchronous requests may still send one.
	 * @return the error that was sent before, or {@code null} if there was none
	 */
	synchronized @Nullable SentError release() {
		this.released = true;
		return this.sent;
	}

	/**
	 * Return whether the response is an error without a body.
	 * @return whether the status is an error and the application has neither used the
	 * body nor set a media type
	 */
	boolean lacksBody() {
		return !this.bodyUsed && isPendingError() && getContentType() == null;
	}

	/**
	 * Discard everything that the application sends from now on.
	 */
	void close() {
		this.closed = true;
		setResponse(new SentResponse(this.original));
	}

	boolean isClosed() {
		return this.closed;
	}

	WriteListener guard(WriteListener listener) {
		return this.listeners.guard(listener, this::isClosed);
	}

	@Override
	public void sendError(int status) throws IOException {
		if (!keep(status, null)) {
			super.sendError(status);
			closeAfter(status);
		}
	}

	@Override
	public void sendError(int status, @Nullable String message) throws IOException {
		if (!keep(status, message)) {
			super.sendError(status, message);
			closeAfter(status);
		}
	}

	/**
	 * Let nothing follow an error that the container answers, perhaps at the same time in
	 * another thread.
	 * @param status the status that was sent
	 */
	private void closeAfter(int status) {
		if (status >= SC_BAD_REQUEST) {
			close();
		}
	}

	private synchronized boolean keep(int status, @Nullable String message) {
		// A status below 400 is not an error: 103, for example, is an informational
		// response. A status without three digits cannot be sent
		int sendable = (status < 100 || status > 999) ? SC_INTERNAL_SERVER_ERROR : status;
		if (this.released || sendable < SC_BAD_REQUEST || isCommitted()) {
			return false;
		}
		this.original.resetBuffer();
		this.original.setStatus(sendable);
		this.sent = new SentError(sendable, message);
		close();
		return true;
	}

	@Override
	public void flushBuffer() throws IOException {
		if (!this.closed) {
			super.flushBuffer();
		}
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		use();
		return new GuardedOutputStream(this, super.getOutputStream());
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		use();
		return new GuardedWriter(this, super.getWriter());
	}

	private void use() {
		this.bodyUsed = true;
		if (getStatus() == SC_REQUESTED_RANGE_NOT_SATISFIABLE && isPendingError()
				&& containsHeader(HttpHeaders.CONTENT_RANGE)) {
			discardBody();
		}
	}

	/**
	 * Discard a body and count it as an error that was sent. Headers can still be set, as
	 * Spring Security does at the end of the request.
	 */
	private synchronized void discardBody() {
		this.sent = new SentError(getStatus(), null);
		this.closed = true;
	}

	/**
	 * Discard the text that Spring writes for a rejected CORS request. Any other text is
	 * a body of the application.
	 * @param bytes the bytes that contain the text
	 * @param offset the position of the text
	 * @param length the length of the text
	 */
	void beforeWrite(byte[] bytes, int offset, int length) {
		List<byte[]> texts = BARE_TEXTS.getOrDefault(getStatus(), List.of());
		if (!texts.isEmpty() && isPendingError() && getContentType() == null && texts.stream()
			.anyMatch((text) -> Arrays.equals(bytes, offset, offset + length, text, 0, text.length))) {
			discardBody();
		}
	}

	private boolean isPendingError() {
		return !isCommitted() && getStatus() >= SC_BAD_REQUEST;
	}

	/**
	 * An error that was sent.
	 *
	 * @param status the status, 400 or above
	 * @param message the message, which is not meant for clients, or {@code null} if
	 * there is none
	 */
	record SentError(int status, @Nullable String message) {

	}

}
