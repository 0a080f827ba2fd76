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
import java.nio.ByteBuffer;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose listener for non-blocking input is guarded.
 */
final class GuardedRequest extends HttpServletRequestWrapper {

	private final GuardedResponse response;

	private final GuardedListeners listeners;

	private @Nullable ServletInputStream input;

	GuardedRequest(HttpServletRequest request, GuardedResponse response, GuardedListeners listeners) {
		super(request);
		this.response = response;
		this.listeners = listeners;
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		ServletInputStream original = super.getInputStream();
		if (this.input == null) {
			this.input = new GuardedInputStream(original);
		}
		return this.input;
	}

	/**
	 * Passes everything but the listener on.
	 */
	private final class GuardedInputStream extends ServletInputStream {

		private final ServletInputStream input;

		GuardedInputStream(ServletInputStream input) {
			this.input = input;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.input
				.setReadListener(GuardedRequest.this.listeners.guard(listener, GuardedRequest.this.response::isClosed));
		}

		@Override
		public int read() throws IOException {
			return this.input.read();
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			return this.input.read(bytes, offset, length);
		}

		@Override
		public int read(ByteBuffer buffer) throws IOException {
			return this.input.read(buffer);
		}

		@Override
		public int readLine(byte[] bytes, int offset, int length) throws IOException {
			return this.input.readLine(bytes, offset, length);
		}

		@Override
		public long skip(long count) throws IOException {
			return this.input.skip(count);
		}

		@Override
		public int available() throws IOException {
			return this.input.available();
		}

		@Override
		public void close() throws IOException {
			this.input.close();
		}

		@Override
		public boolean isFinished() {
			return this.input.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.input.isReady();
		}

	}

}
