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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.github.faultbook.autoconfigure.log.LogBudget.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.logging.LogLevel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogBudget}, with a clock that stands still.
 */
class LogBudgetTests {

	private static final Duration PERIOD = Duration.ofMinutes(1);

	private static final Kind CONFLICT = new Kind(LogLevel.INFO, "409 conflict", null);

	private static final Kind FAILURE = new Kind(LogLevel.ERROR, "500 internal_server_error", "java.io.IOException");

	private final Deque<Runnable> tasks = new ArrayDeque<>();

	private final List<Duration> delays = new ArrayList<>();

	private final List<String> summaries = new ArrayList<>();

	private long now = Long.MAX_VALUE - 1;

	private final LogBudget budget = new LogBudget(3, PERIOD, () -> this.now, (task, delay) -> {
		this.tasks.add(task);
		this.delays.add(delay);
	});

	@Test
	void entriesOfAKindAreBounded() {
		assertThat(admits(CONFLICT, 5)).isEqualTo(3);
		assertThat(admits(FAILURE, 5)).isEqualTo(3);
		assertThat(admits(new Kind(LogLevel.ERROR, "500 internal_server_error", null), 1)).isEqualTo(1);
	}

	@Test
	void omittedEntriesAreCountedAtTheEndOfThePeriodThoughNothingFollows() {
		admits(CONFLICT, 3);
		pass(Duration.ofSeconds(20));
		admits(CONFLICT, 1000);
		assertThat(this.delays).containsExactly(Duration.ofSeconds(40));
		assertThat(this.summaries).isEmpty();
		this.tasks.remove().run();
		assertThat(this.summaries).containsExactly("409 conflict null 1000 PT1M");
		assertThat(this.tasks).isEmpty();
	}

	@Test
	void nothingIsScheduledWhileNothingIsOmitted() {
		for (int i = 0; i < 10; i++) {
			assertThat(admits(CONFLICT, 3)).isEqualTo(3);
			pass(PERIOD);
		}
		assertThat(this.tasks).isEmpty();
	}

	@Test
	void nextPeriodHasItsOwnBudgetAndCount() {
		admits(CONFLICT, 5);
		pass(PERIOD);
		this.tasks.remove().run();
		assertThat(admits(CONFLICT, 7)).isEqualTo(3);
		this.tasks.remove().run();
		assertThat(this.summaries).containsExactly("409 conflict null 2 PT1M", "409 conflict null 4 PT1M");
	}

	@Test
	void summaryThatIsLateLosesNothing() {
		admits(CONFLICT, 5);
		pass(PERIOD);
		admits(CONFLICT, 7);
		while (!this.tasks.isEmpty()) {
			this.tasks.remove().run();
		}
		assertThat(this.summaries).containsExactly("409 conflict null 6 PT1M");
	}

	@Test
	void kindsBeyondAThousandShareABudget() {
		for (int i = 0; i < 1000; i++) {
			assertThat(admits(new Kind(LogLevel.INFO, "code_" + i, null), 1)).isEqualTo(1);
		}
		for (int i = 0; i < 5; i++) {
			assertThat(admits(new Kind(LogLevel.INFO, "other_" + i, null), 1)).isEqualTo((i < 3) ? 1 : 0);
		}
		this.tasks.remove().run();
		assertThat(this.summaries).containsExactly("other errors null 2 PT1M");
	}

	@Test
	void omittedEntriesAreCountedWhenTheApplicationStops() {
		admits(FAILURE, 10);
		this.budget.close();
		this.tasks.remove().run();
		assertThat(this.summaries).containsExactly("500 internal_server_error java.io.IOException 7 PT1M");
	}

	@Test
	void threadLivesOnlyWhileEntriesAreOmitted() {
		LogBudget real = new LogBudget(1, Duration.ofDays(1));
		assertThat(real.admits(CONFLICT, this::note)).isTrue();
		assertThat(thread()).isNull();
		assertThat(real.admits(CONFLICT, this::note)).isFalse();
		Thread thread = thread();
		assertThat(thread).isNotNull().matches(Thread::isDaemon);
		real.close();
		assertThat(this.summaries).containsExactly("409 conflict null 1 PT24H");
		assertThat(real.admits(CONFLICT, this::note)).isFalse();
	}

	private static @Nullable Thread thread() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((candidate) -> candidate.getName().equals("faultbook-log"))
			.findFirst()
			.orElse(null);
	}

	private void pass(Duration time) {
		this.now += time.toNanos();
	}

	private int admits(Kind kind, int entries) {
		int admitted = 0;
		for (int i = 0; i < entries; i++) {
			admitted += this.budget.admits(kind, this::note) ? 1 : 0;
		}
		return admitted;
	}

	private void note(Kind kind, long omitted, Duration period) {
		this.summaries.add(kind.what() + " " + kind.exception() + " " + omitted + " " + period);
	}

}
