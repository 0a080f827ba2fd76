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
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Records the bytes that are read from a stream, up to a limit. Readers are not affected
 * by whether the bytes are recorded. The buffer grows with the bytes received, so that
 * slow clients occupy little memory.
 */
final class RecordingStream extends FilterInputStream {

	static final int MAX_LENGTH = 64 * 1024;

	private static final int MIN_CAPACITY = 256;

	private final RecordingBudget budget;

	private byte @Nullable [] buffer = new byte[0];

	private int length;

	private boolean ended;

	/**
	 * Create a stream.
	 * @param stream the stream to read from
	 * @param budget the budget for the memory
	 */
	RecordingStream(InputStream stream, RecordingBudget budget) {
		super(stream);
		this.budget = budget;
	}

	@Override
	public int read() throws IOException {
		int value = super.read();
		if (value >= 0) {
			keep(new byte[] { (byte) value }, 0, 1);
		}
		this.ended |= value < 0;
		return value;
	}

	@Override
	public int read(byte[] bytes, int offset, int most) throws IOException {
		int count = super.read(bytes, offset, most);
		if (count > 0) {
			keep(bytes, offset, count);
		}
		this.ended |= count < 0;
		return count;
	}

	@Override
	public long skip(long count) throws IOException {
		return readNBytes((int) Math.min(count, MAX_LENGTH)).length;
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	private synchronized void keep(byte[] bytes, int offset, int count) {
		if (this.buffer != null && ensureCapacity(this.length + count)) {
			System.arraycopy(bytes, offset, this.buffer, this.length, count);
			this.length += count;
		}
	}

	private boolean ensureCapacity(int capacity) {
		byte[] before = this.buffer;
		if (before == null || capacity <= before.length) {
			return before != null;
		}
		int larger = Math.max(MIN_CAPACITY, Integer.highestOneBit(capacity - 1) << 1);
		if (capacity > MAX_LENGTH || !this.budget.take(larger - before.length)) {
			release();
			return false;
		}
		this.buffer = Arrays.copyOf(before, larger);
		return true;
	}

	/**
	 * Read the rest of the stream, return all of its bytes and release the memory.
	 * @return the bytes, or {@code null} if there are too many, they were released
	 * already or they cannot be read
	 */
	byte @Nullable [] readFully() {
		try {
			byte[] chunk = new byte[1024];
			while (!this.ended && this.buffer != null) {
				read(chunk, 0, chunk.length);
			}
		}
		catch (IOException ex) {
			return null;
		}
		byte[] kept = this.buffer;
		byte[] bytes = (kept != null) ? Arrays.copyOf(kept, this.length) : null;
		release();
		return bytes;
	}

	/**
	 * Release the memory. Bytes that are read afterwards are not recorded.
	 */
	synchronized void release() {
		if (this.buffer != null) {
			this.budget.giveBack(this.buffer.length);
			this.buffer = null;
		}
	}

}
