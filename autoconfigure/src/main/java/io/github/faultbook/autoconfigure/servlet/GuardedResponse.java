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

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A response that keeps errors from the container, so that they can be answered where
 * they arise. Once an error was sent, the application sees a {@link SentResponse}, and
 * the streams that it holds already are closed. An error body that is none counts as an
 * error that was sent: the text that Spring writes for a rejected CORS request, and the
 * resource that Spring MVC sends under 416 although only a range of it was asked for.
 */
final class GuardedResponse extends HttpServletResponseWrapper {

	private static final byte[] CORS_REJECTION = "Invalid CORS request".getBytes(StandardCharsets.UTF_8);

	private final HttpServletResponse original;

	private volatile boolean closed;

	private @Nullable SentError sent;

	private boolean released;

	private boolean bodyUsed;

	GuardedResponse(HttpServletResponse response) {
		super(response);
		this.original = response;
	}

	/**
	 * Let the container have the errors that are sent from now on, as an asynchronous
	 * request does when nobody is there to answer them.
	 * @return the error that was sent before, or {@code null} if there was none
	 */
	synchronized @Nullable SentError release() {
		this.released = true;
		return this.sent;
	}

	/**
	 * Return whether the response is complete but for a body.
	 * @return whether it is an error of which nothing says that it has no body on purpose
	 */
	boolean lacksBody() {
		return !this.bodyUsed && isPendingError() && getContentType() == null;
	}

	/**
	 * Let nothing of the application reach the client any more.
	 */
	void close() {
		this.closed = true;
		setResponse(new SentResponse(this.original));
	}

	boolean isClosed() {
		return this.closed;
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
		// Below 400 it is no error: 103, for one, is a response before the response
		if (this.released || status < SC_BAD_REQUEST || isCommitted()) {
			return false;
		}
		this.original.resetBuffer();
		this.original.setStatus(status);
		this.sent = new SentError(status, message);
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
	 * Count a body that is none as an error that was sent. Unlike after one, the
	 * application may still set headers, as Spring Security does at the end.
	 */
	private synchronized void discardBody() {
		this.sent = new SentError(getStatus(), null);
		this.closed = true;
	}

	/**
	 * Take the text that Spring writes for a rejected CORS request for what it is, an
	 * error without a body. Anything else is a body of the application.
	 * @param bytes has the text
	 * @param offset where it begins
	 * @param length how long it is
	 */
	void beforeWrite(byte[] bytes, int offset, int length) {
		if (length == CORS_REJECTION.length && isPendingError() && getStatus() == SC_FORBIDDEN
				&& getContentType() == null
				&& Arrays.equals(bytes, offset, offset + length, CORS_REJECTION, 0, length)) {
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
