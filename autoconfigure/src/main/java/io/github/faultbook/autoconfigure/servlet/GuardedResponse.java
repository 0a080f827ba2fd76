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
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A response that keeps errors from the container, so that they can be answered where
 * they arise: it remembers {@code sendError} instead of passing it on, and drops an error
 * body that is none: the text that Spring writes for a rejected CORS request, and the
 * resource that Spring MVC sends under 416 although only a range of it was asked for.
 */
final class GuardedResponse extends HttpServletResponseWrapper {

	private int errorStatus;

	private @Nullable String message;

	private boolean bodyUsed;

	GuardedResponse(HttpServletResponse response) {
		super(response);
	}

	/**
	 * Return the status that awaits an answer.
	 * @param fillEmpty whether a status without a body awaits one
	 * @return the status, 0 if the response is complete
	 */
	int pendingStatus(boolean fillEmpty) {
		if (super.isCommitted()) {
			return 0;
		}
		if (this.errorStatus != 0) {
			return this.errorStatus;
		}
		boolean empty = !this.bodyUsed && getContentType() == null;
		return (fillEmpty && empty && getStatus() >= SC_BAD_REQUEST) ? getStatus() : 0;
	}

	@Override
	public void sendError(int status) throws IOException {
		if (super.isCommitted()) {
			throw new IllegalStateException("The response was sent already");
		}
		super.resetBuffer();
		super.setStatus(status);
		this.errorStatus = status;
	}

	@Override
	public void sendError(int status, @Nullable String message) throws IOException {
		sendError(status);
		this.message = message;
	}

	/**
	 * Return the message of the error that was sent.
	 * @return the message, or {@code null} if there is none
	 */
	@Nullable String message() {
		return this.message;
	}

	@Override
	public boolean isCommitted() {
		return this.errorStatus != 0 || super.isCommitted();
	}

	@Override
	public void flushBuffer() throws IOException {
		if (this.errorStatus == 0) {
			super.flushBuffer();
		}
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		if (isClosed()) {
			return new NowhereOutputStream();
		}
		return refuses() ? new RefusalOutputStream(super.getOutputStream()) : super.getOutputStream();
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		return isClosed() ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
	}

	private boolean isClosed() {
		// Spring sends the whole resource behind a range that cannot be satisfied
		if (isPendingError() && getStatus() == SC_REQUESTED_RANGE_NOT_SATISFIABLE
				&& containsHeader(HttpHeaders.CONTENT_RANGE)) {
			this.errorStatus = getStatus();
		}
		this.bodyUsed = true;
		return this.errorStatus != 0;
	}

	/**
	 * Return whether the body may be that of a CORS rejection.
	 * @return whether it may be
	 */
	private boolean refuses() {
		return isPendingError() && getStatus() == SC_FORBIDDEN && getContentType() == null;
	}

	private boolean isPendingError() {
		return this.errorStatus == 0 && !super.isCommitted() && getStatus() >= SC_BAD_REQUEST;
	}

	/**
	 * Takes the text that Spring writes for a rejected CORS request for what it is, an
	 * error without a body. Anything else is a body of the application.
	 */
	private final class RefusalOutputStream extends ServletOutputStream {

		private static final byte[] CORS_REJECTION = "Invalid CORS request".getBytes(StandardCharsets.UTF_8);

		private final ServletOutputStream output;

		RefusalOutputStream(ServletOutputStream output) {
			this.output = output;
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			if (isPendingError()
					&& Arrays.equals(bytes, offset, offset + length, CORS_REJECTION, 0, CORS_REJECTION.length)) {
				GuardedResponse.this.errorStatus = getStatus();
			}
			if (GuardedResponse.this.errorStatus == 0) {
				this.output.write(bytes, offset, length);
			}
		}

		@Override
		public void write(int value) throws IOException {
			if (GuardedResponse.this.errorStatus == 0) {
				this.output.write(value);
			}
		}

		@Override
		public void flush() throws IOException {
			if (GuardedResponse.this.errorStatus == 0) {
				this.output.flush();
			}
		}

		@Override
		public void close() throws IOException {
			if (GuardedResponse.this.errorStatus == 0) {
				this.output.close();
			}
		}

		@Override
		public boolean isReady() {
			return this.output.isReady();
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			this.output.setWriteListener(listener);
		}

	}

	/**
	 * Takes what comes behind the error.
	 */
	private static final class NowhereOutputStream extends ServletOutputStream {

		@Override
		public void write(int value) {
			// Nobody will read it
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new IllegalStateException("The response was answered with an error");
		}

	}

}
