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

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * The stream of a {@link GuardedResponse}, which discards output once the response is
 * closed.
 */
final class GuardedOutputStream extends ServletOutputStream {

	private final GuardedResponse response;

	private final ServletOutputStream output;

	GuardedOutputStream(GuardedResponse response, ServletOutputStream output) {
		this.response = response;
		this.output = output;
	}

	@Override
	public void write(int value) throws IOException {
		if (!this.response.isClosed()) {
			this.output.write(value);
			this.response.events().add(value);
		}
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.response.beforeWrite(bytes, offset, length);
		if (!this.response.isClosed()) {
			this.output.write(bytes, offset, length);
			this.response.events().add(bytes, offset, length);
		}
	}

	@Override
	public void write(ByteBuffer buffer) throws IOException {
		if (!this.response.isClosed()) {
			this.response.events().add(buffer);
			this.output.write(buffer);
		}
	}

	// The superclass writes characters one by one, which non-blocking output does not
	// allow
	@Override
	public void print(String text) throws IOException {
		if (!this.response.isClosed()) {
			this.output.print(text);
			this.response.events().add(text, 0, text.length());
		}
	}

	@Override
	public void println() throws IOException {
		if (!this.response.isClosed()) {
			this.output.println();
			this.response.events().add('\n');
		}
	}

	@Override
	public void println(String text) throws IOException {
		if (!this.response.isClosed()) {
			this.output.println(text);
			this.response.events().add(text, 0, text.length());
			this.response.events().add('\n');
		}
	}

	@Override
	public void flush() throws IOException {
		if (!this.response.isClosed()) {
			this.output.flush();
		}
	}

	@Override
	public void close() throws IOException {
		if (!this.response.isClosed()) {
			this.output.close();
		}
	}

	@Override
	public boolean isReady() {
		return this.output.isReady();
	}

	@Override
	public void setWriteListener(WriteListener listener) {
		this.output.setWriteListener(this.response.guard(listener));
	}

}
