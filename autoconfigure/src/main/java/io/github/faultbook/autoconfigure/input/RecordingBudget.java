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

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory budget for recording the bodies of all requests. Instances are safe for use
 * by several threads.
 */
public final class RecordingBudget {

	private final AtomicLong available;

	/**
	 * Create a budget.
	 * @param bytes the size in bytes
	 */
	public RecordingBudget(long bytes) {
		this.available = new AtomicLong(bytes);
	}

	/**
	 * Reserve memory.
	 * @param bytes the number of bytes
	 * @return whether enough memory was available; otherwise, nothing is reserved
	 */
	boolean take(int bytes) {
		long before = this.available.get();
		while (before >= bytes) {
			if (this.available.compareAndSet(before, before - bytes)) {
				return true;
			}
			before = this.available.get();
		}
		return false;
	}

	/**
	 * Release memory.
	 * @param bytes the number of bytes that were reserved
	 */
	void giveBack(int bytes) {
		this.available.addAndGet(bytes);
	}

	/**
	 * Return the available memory.
	 * @return the number of bytes
	 */
	public long available() {
		return this.available.get();
	}

}
