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

package io.github.faultbook.autoconfigure.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * Records the bytes that are read from a stream, up to a limit. Readers are not affected
 * by whether the bytes are recorded.
 */
final class RecordingStream extends FilterInputStream {

	private final Recording recording;

	private boolean ended;

	/**
	 * Create a stream.
	 * @param stream the stream to read from
	 * @param budget the budget for the memory
	 */
	RecordingStream(InputStream stream, RecordingBudget budget) {
		super(stream);
		this.recording = new Recording(budget);
	}

	@Override
	public int read() throws IOException {
		int value = super.read();
		if (value >= 0) {
			this.recording.add(new byte[] { (byte) value }, 0, 1);
		}
		this.ended |= value < 0;
		return value;
	}

	@Override
	public int read(byte[] bytes, int offset, int most) throws IOException {
		int count = super.read(bytes, offset, most);
		if (count > 0) {
			this.recording.add(bytes, offset, count);
		}
		this.ended |= count < 0;
		return count;
	}

	@Override
	public long skip(long count) throws IOException {
		return readNBytes((int) Math.min(count, Recording.MAX_LENGTH)).length;
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	/**
	 * Read the rest of the stream, return all of its bytes and release the memory.
	 * @return the bytes, or {@code null} if there are too many, they were released
	 * already or they cannot be read
	 */
	byte @Nullable [] readFully() {
		try {
			byte[] chunk = new byte[1024];
			while (!this.ended && this.recording.isOpen()) {
				read(chunk, 0, chunk.length);
			}
		}
		catch (IOException ex) {
			return null;
		}
		return this.recording.end();
	}

	/**
	 * Release the memory. Bytes that are read afterwards are not recorded.
	 */
	void release() {
		this.recording.release();
	}

}
