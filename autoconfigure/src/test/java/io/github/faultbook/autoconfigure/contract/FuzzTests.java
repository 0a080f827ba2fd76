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

package io.github.faultbook.autoconfigure.contract;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with requests and exceptions that no one would think of. A failure names the
 * seed, by which it can be tried again.
 */
@ParameterizedClass
@CsvSource({ "TOMCAT, details-map", "JETTY, problem-details" })
class FuzzTests {

	private static final int REQUESTS = 10_000;

	private static final int EXCEPTIONS = 2_500;

	/**
	 * What the runtime itself may need in between, in bytes.
	 */
	private static final long HEAP_BOUND = 20_000_000;

	private static final int THREAD_BOUND = 10;

	/**
	 * All but 501 and 505, with which containers refuse what they do not support.
	 */
	private static final Pattern SERVER_ERROR = Pattern.compile("^HTTP/1.1 5(?!01|05)");

	private static Server server;

	private final AnswerCheck check;

	FuzzTests(Server.Container container, String format) {
		this.check = new AnswerCheck(format);
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container, String format) {
		server = new Server(container, "faultbook.format=" + format, "server.tomcat.threads.max=10",
				"server.jetty.threads.max=10", "logging.level.io.github.faultbook.errors=info",
				"logging.threshold.console=off");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@Test
	void hostileRequestsAreAnsweredInTheFormat() {
		fuzz(REQUESTS, RandomRequests::of, (request, answer) -> SERVER_ERROR.matcher(answer).find()
				? List.of("blames the server") : this.check.problems(answer));
	}

	@Test
	void exceptionsOfAnyKindAreAnsweredInTheFormat() {
		List<String> places = List.of("controller", "filter", "callable");
		fuzz(EXCEPTIONS,
				(seed) -> "GET /random/%s/%d HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
					.formatted(places.get((int) (seed % places.size())), seed),
				(request, answer) -> this.check.problems(answer));
	}

	private static void fuzz(long number, LongFunction<String> requests,
			BiFunction<String, String, List<String>> check) {
		assertThat(problems(0, number / 10, requests, check)).isEmpty();
		int threads = ManagementFactory.getThreadMXBean().getThreadCount();
		long heap = heap();
		assertThat(problems(number / 10, number, requests, check)).isEmpty();
		assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + THREAD_BOUND);
		assertThat(heap()).isLessThan(heap + HEAP_BOUND);
		assertThat(server.send("GET /document").body()).isEqualTo("document");
		assertThat(server.send("GET /nope").status()).isEqualTo(404);
	}

	private static List<String> problems(long first, long end, LongFunction<String> requests,
			BiFunction<String, String, List<String>> check) {
		return LongStream.range(first, end)
			.parallel()
			.mapToObj((seed) -> problem(seed, requests.apply(seed), check))
			.filter(Objects::nonNull)
			.limit(10)
			.toList();
	}

	private static @Nullable String problem(long seed, String request, BiFunction<String, String, List<String>> check) {
		String answer = Wire.send(server.port(), request);
		List<String> problems = check.apply(request, answer);
		// Tomcat answers it itself, without a body
		return (problems.isEmpty() || request.startsWith("OPTIONS *")) ? null : "Seed %d: %s in the answer to%n%s%n%n%s"
			.formatted(seed, problems, StringUtils.truncate(request, 2000), StringUtils.truncate(answer, 2000));
	}

	private static long heap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
