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

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * The bytes of a body that were received, up to a limit. The buffer grows with the bytes,
 * so that slow clients occupy little memory. Instances are safe for use by several
 * threads.
 */
public final class Recording {

	/**
	 * The largest body that is recorded, in bytes.
	 */
	public static final int MAX_LENGTH = 64 * 1024;

	private static final int MIN_CAPACITY = 256;

	/**
	 * The encodings that Jackson detects in the bytes.
	 */
	private static final Set<Charset> DETECTED = Set.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16,
			StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

	private final RecordingBudget budget;

	private byte @Nullable [] buffer = new byte[0];

	private int length;

	/**
	 * Start to record.
	 * @param budget the budget for the memory
	 */
	public Recording(RecordingBudget budget) {
		this.budget = budget;
	}

	/**
	 * Return whether Jackson can read the bytes of a body again.
	 * @param type the media type of the body, or {@code null} if it is not known
	 * @return whether Jackson detects the encoding
	 */
	public static boolean isReadable(@Nullable MediaType type) {
		return type == null || type.getCharset() == null || DETECTED.contains(type.getCharset());
	}

	/**
	 * Record more bytes, unless the memory was released or there are too many.
	 * @param bytes an array with the bytes
	 * @param offset the position of the first one
	 * @param count their number
	 */
	public synchronized void add(byte[] bytes, int offset, int count) {
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
	 * Return whether the bytes are still recorded.
	 * @return {@code false} if there were too many or the memory was released
	 */
	public synchronized boolean isOpen() {
		return this.buffer != null;
	}

	/**
	 * Return all bytes and release the memory.
	 * @return the bytes, or {@code null} if there were too many or the memory was
	 * released already
	 */
	synchronized byte @Nullable [] end() {
		byte[] kept = this.buffer;
		byte[] bytes = (kept != null) ? Arrays.copyOf(kept, this.length) : null;
		release();
		return bytes;
	}

	/**
	 * Release the memory. Bytes that come afterwards are not recorded.
	 */
	public synchronized void release() {
		if (this.buffer != null) {
			this.budget.giveBack(this.buffer.length);
			this.buffer = null;
		}
	}

}
