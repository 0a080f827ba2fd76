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

import java.io.PrintWriter;
import java.nio.CharBuffer;

/**
 * The writer of a {@link GuardedResponse}, which discards output once the response is
 * closed. All other methods of a print writer call the methods that this class overrides.
 */
final class GuardedWriter extends PrintWriter {

	private final GuardedResponse response;

	private final PrintWriter writer;

	GuardedWriter(GuardedResponse response, PrintWriter writer) {
		super(writer);
		this.response = response;
		this.writer = writer;
	}

	@Override
	public void write(int character) {
		if (!this.response.isClosed()) {
			this.writer.write(character);
			this.response.events().add(character);
		}
	}

	@Override
	public void write(char[] characters, int offset, int length) {
		if (!this.response.isClosed()) {
			this.writer.write(characters, offset, length);
			this.response.events().add(CharBuffer.wrap(characters), offset, length);
		}
	}

	@Override
	public void write(String text, int offset, int length) {
		if (!this.response.isClosed()) {
			this.writer.write(text, offset, length);
			this.response.events().add(text, offset, length);
		}
	}

	@Override
	public void println() {
		// A container may use another line separator than the superclass
		if (!this.response.isClosed()) {
			this.writer.println();
			this.response.events().add('\n');
		}
	}

	@Override
	public void flush() {
		if (!this.response.isClosed()) {
			this.writer.flush();
		}
	}

	@Override
	public void close() {
		if (!this.response.isClosed()) {
			this.writer.close();
		}
	}

	@Override
	public boolean checkError() {
		return this.response.isClosed() || this.writer.checkError();
	}

}
