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

package io.github.faultbook.autoconfigure.log;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;

/**
 * Limits the log if very many errors occur: in each period, a number of entries of each
 * kind is logged, and the others are counted. At the end of the period, one line reports
 * how many were omitted, even if no other error follows. Instances are safe for use by
 * several threads.
 */
public final class LogBudget implements AutoCloseable {

	/**
	 * The maximum number of kinds with their own budget. All other kinds share one.
	 */
	private static final int MAX_KINDS = 1000;

	private static final Duration IDLE = Duration.ofSeconds(5);

	private final int entries;

	private final Duration period;

	private final LongSupplier clock;

	private final BiConsumer<Runnable, Duration> timer;

	private final Map<Kind, Window> windows = new ConcurrentHashMap<>();

	private final @Nullable ScheduledThreadPoolExecutor executor;

	/**
	 * Create a budget.
	 * @param entries how many entries of a kind are logged in a period
	 * @param period the period
	 */
	public LogBudget(int entries, Duration period) {
		ScheduledThreadPoolExecutor executor = executor();
		this.entries = entries;
		this.period = period;
		this.clock = System::nanoTime;
		this.timer = (task, delay) -> executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
		this.executor = executor;
	}

	/**
	 * Create a budget for a test.
	 * @param entries how many entries of a kind are logged in a period
	 * @param period the period
	 * @param clock tells the time in nanoseconds
	 * @param timer runs a task after a delay
	 */
	LogBudget(int entries, Duration period, LongSupplier clock, BiConsumer<Runnable, Duration> timer) {
		this.entries = entries;
		this.period = period;
		this.clock = clock;
		this.timer = timer;
		this.executor = null;
	}

	/**
	 * Return an executor whose only thread lives while a period with omitted entries
	 * lasts.
	 * @return an executor without a thread
	 */
	private static ScheduledThreadPoolExecutor executor() {
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "faultbook-log");
			thread.setDaemon(true);
			return thread;
		});
		executor.setKeepAliveTime(IDLE.toSeconds(), TimeUnit.SECONDS);
		executor.allowCoreThreadTimeOut(true);
		return executor;
	}

	/**
	 * Ask whether to log an entry.
	 * @param kind the kind of the entry
	 * @param summary called with the number of entries of the kind that were not logged,
	 * when the period ends
	 * @return {@code false} if the entry is only counted
	 */
	boolean admits(Kind kind, Summary summary) {
		Window window = this.windows.get(kind);
		if (window == null) {
			Kind own = (this.windows.size() < MAX_KINDS) ? kind : new Kind(kind.level(), "other errors", null);
			window = this.windows.computeIfAbsent(own, (key) -> new Window(key, summary));
		}
		return window.admits();
	}

	/**
	 * Report what was omitted so far, and stop.
	 */
	@Override
	public void close() {
		if (this.executor != null) {
			this.executor.shutdownNow();
		}
		this.windows.values().forEach(Window::end);
	}

	/**
	 * Entries that share a budget.
	 *
	 * @param level the level at which they are logged
	 * @param what the description of the error, such as its status and code
	 * @param exception the name of the exception's class, or {@code null} if there is no
	 * exception
	 */
	record Kind(LogLevel level, String what, @Nullable String exception) {

	}

	/**
	 * Callback to log how many entries were omitted.
	 */
	@FunctionalInterface
	interface Summary {

		/**
		 * Called at the end of a period in which entries were omitted.
		 * @param kind the kind of the entries
		 * @param omitted their number
		 * @param period how long the period is
		 */
		void log(Kind kind, long omitted, Duration period);

	}

	/**
	 * The current period of one kind.
	 */
	private final class Window {

		private final Kind kind;

		private final Summary summary;

		private long start;

		private int admitted;

		private long omitted;

		Window(Kind kind, Summary summary) {
			this.kind = kind;
			this.summary = summary;
		}

		synchronized boolean admits() {
			long now = LogBudget.this.clock.getAsLong();
			if (this.admitted == 0 || now - this.start >= LogBudget.this.period.toNanos()) {
				this.start = now;
				this.admitted = 0;
			}
			if (this.admitted < LogBudget.this.entries) {
				this.admitted++;
				return true;
			}
			if (this.omitted++ == 0) {
				endAfter(LogBudget.this.period.minusNanos(now - this.start));
			}
			return false;
		}

		private void endAfter(Duration rest) {
			try {
				LogBudget.this.timer.accept(this::end, rest);
			}
			catch (RejectedExecutionException ex) {
				// The application stops
			}
		}

		private void end() {
			long count;
			synchronized (this) {
				count = this.omitted;
				this.omitted = 0;
			}
			if (count > 0) {
				this.summary.log(this.kind, count, LogBudget.this.period);
			}
		}

	}

}
