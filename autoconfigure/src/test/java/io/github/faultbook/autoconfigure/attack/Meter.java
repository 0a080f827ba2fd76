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

package io.github.faultbook.autoconfigure.attack;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * Measures the processor time of requests, as the outermost filter.
 */
final class Meter implements Filter {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final long PATIENCE = 20_000;

	private static final int COLLECTIONS = 3;

	private int running;

	private long nanos;

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		synchronized (this) {
			this.running++;
		}
		long start = THREADS.getCurrentThreadCpuTime();
		try {
			chain.doFilter(request, response);
		}
		finally {
			stopped(THREADS.getCurrentThreadCpuTime() - start);
		}
	}

	private synchronized void stopped(long time) {
		this.running--;
		this.nanos += time;
		notifyAll();
	}

	/**
	 * Return the processor time since the last call, once no request is running.
	 * @return the time in nanoseconds, or {@link Long#MAX_VALUE} if a request does not
	 * end
	 */
	synchronized long take() {
		long end = System.currentTimeMillis() + PATIENCE;
		try {
			while (this.running > 0 && System.currentTimeMillis() < end) {
				wait(PATIENCE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		long taken = (this.running > 0) ? Long.MAX_VALUE : this.nanos;
		this.nanos = 0;
		return taken;
	}

	/**
	 * Return the size of all reachable objects. A single collection may leave dead ones
	 * in between, and soft references that were used since the last one.
	 * @return the size in bytes
	 */
	static long heap() {
		long least = Long.MAX_VALUE;
		for (int i = 0; i < COLLECTIONS; i++) {
			System.gc();
			least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return least;
	}

}
