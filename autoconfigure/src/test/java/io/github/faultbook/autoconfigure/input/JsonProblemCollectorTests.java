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

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.sun.management.ThreadMXBean;
import io.github.faultbook.autoconfigure.input.JsonProblemCollector.Problems;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link JsonProblemCollector}, whose work must be bounded for every document.
 */
class JsonProblemCollectorTests {

	private final ObjectReader reader = JsonMapper.shared().readerFor(new TypeReference<List<Amount>>() {
	});

	@Test
	void refusedObjectsAreCollected() {
		assertThat(collect("[{\"value\":-1},{\"value\":1},{\"value\":-2}]")).extracting(JsonPlaces::path)
			.containsExactly(List.of(0), List.of(2));
	}

	@Test
	void objectThatRefusesAStandInIsNotCollected() {
		assertThat(collect("[{\"value\":\"x\"},{\"value\":-1}]")).extracting(JsonPlaces::path)
			.containsExactly(List.of(0, "value"), List.of(1));
	}

	@Test
	void refusedObjectsAreNotCollectedWithoutEnd() {
		assertThat(collect("[" + "{\"value\":-1},".repeat(20_000) + "{\"value\":-1}]", 2000).count()).isEqualTo(1000);
	}

	@Test
	void wrongValuesAreNotCollectedWithoutEnd() {
		assertThat(collect("[" + "{\"value\":\"x\"},".repeat(4000) + "{}]", 2000).count()).isEqualTo(1000);
	}

	@Test
	void onlySomeProblemsBeyondTheLimitAreCounted() {
		Problems problems = collect("[" + "{\"value\":\"x\"},".repeat(4000) + "{}]", 10);
		assertThat(problems.listed()).hasSize(10);
		assertThat(problems.count()).isEqualTo(110);
	}

	@Test
	void problemsBeyondTheLimitAreCountedButNotMade() {
		long few = allocated("[" + "\"x\",".repeat(20) + "true]");
		long many = allocated("[" + "\"x\",".repeat(900) + "true]");
		assertThat(many - few).isLessThan(880 * 500);
	}

	@Test
	void objectThatRefusesAStandInIsNotCountedBeyondTheLimit() {
		Problems problems = collect("[{\"value\":-1},{\"value\":\"x\"},{\"value\":-1},{\"value\":1}]", 1);
		assertThat(problems.listed()).extracting(JsonPlaces::path).containsExactly(List.of(0));
		assertThat(problems.count()).isEqualTo(3);
	}

	private List<JacksonException> collect(String json) {
		return collect(json, 100).listed();
	}

	private Problems collect(String json, int limit) {
		JacksonException first = catchThrowableOfType(JacksonException.class, () -> this.reader.readValue(json));
		return JsonProblemCollector.collect(this.reader, json.getBytes(StandardCharsets.UTF_8), first, limit);
	}

	private long allocated(String json) {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		ObjectReader reader = JsonMapper.shared().readerForListOf(Boolean.class);
		JacksonException first = catchThrowableOfType(JacksonException.class, () -> reader.readValue(bytes));
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long least = Long.MAX_VALUE;
		for (int i = 0; i < 20; i++) {
			long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
			JsonProblemCollector.collect(reader, bytes, first, 10);
			least = Math.min(least, threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
		}
		return least;
	}

	record Amount(int value) {

		Amount {
			if (value <= 0) {
				throw new IllegalArgumentException("must be positive");
			}
		}

	}

}
