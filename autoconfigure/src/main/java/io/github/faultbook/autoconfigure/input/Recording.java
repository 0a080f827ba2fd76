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

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

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
	synchronized boolean isOpen() {
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
