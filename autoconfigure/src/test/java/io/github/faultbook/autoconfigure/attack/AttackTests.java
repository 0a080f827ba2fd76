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
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.faultbook.autoconfigure.contract.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with attacks on a whole application. Each run has a seed of its own. A failure
 * contains the seed of the attack, which {@code -Dfaultbook.fuzz.seed} repeats;
 * {@code -Dfaultbook.fuzz.duration} sets the duration of a run.
 */
@ParameterizedClass
@EnumSource(Server.Container.class)
class AttackTests {

	private static final long SEED = Long.getLong("faultbook.fuzz.seed", new SecureRandom().nextInt());

	private static final Duration DURATION = Duration.parse(System.getProperty("faultbook.fuzz.duration", "PT10S"));

	/**
	 * The duration from which on every problem counts, even if it occurs only once.
	 */
	private static final Duration LONG = Duration.ofMinutes(1);

	/**
	 * The permitted processor time of an attack, as a multiple of an ordinary error.
	 */
	private static final int TIME_RATIO = 20;

	/**
	 * The number of bytes that an attack may retain.
	 */
	private static final long HEAP_BOUND = 4096;

	private static final int HEAP_SAMPLES = 200;

	/**
	 * The memory that the runtime itself may need in the meantime, in bytes.
	 */
	private static final long RUNTIME_BOUND = 20_000_000;

	private static final int THREAD_BOUND = 20;

	/**
	 * The number of problems after which a run ends.
	 */
	private static final int MOST = 20;

	private static final Oracle ORACLE = new Oracle();

	private static Server server;

	private static Meter meter;

	/**
	 * The processor time of an ordinary error after the start, in nanoseconds.
	 */
	private static long usual;

	private final Server.Container container;

	AttackTests(Server.Container container) {
		this.container = container;
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		server = Target.start(container, "server.tomcat.threads.max=10", "server.jetty.threads.max=10",
				"faultbook.errors.service_unavailable.retry-delay=7s",
				"faultbook.errors.rate_limit_exceeded.retry-delay=7s");
		meter = server.application().getBean(Meter.class);
		usual = ordinary(100);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	static List<Map<String, Object>> corpus() throws IOException {
		try (InputStream input = AttackTests.class.getResourceAsStream("corpus.yaml")) {
			return new Yaml().load(input);
		}
	}

	@ParameterizedTest
	@MethodSource("corpus")
	void whatWasFoundStaysRepaired(Map<String, Object> entry) {
		Attack attack = attack(entry);
		long shortest = Long.MAX_VALUE;
		for (Client client : Client.able(attack)) {
			List<String> problems = problems(attack, client, server.port());
			shortest = Math.min(shortest, meter.take());
			assertThat(problems).as("%s, %s", entry.get("name"), client).isEmpty();
		}
		// Measuring ordinary errors of the same second takes longer than most attacks
		if (shortest > usual * TIME_RATIO / 4) {
			assertThat(shortest).isLessThan(TIME_RATIO * ordinary(100));
		}
	}

	@SuppressWarnings("unchecked")
	static Attack attack(Map<String, Object> entry) {
		Matcher macro = Pattern.compile("<<(.+?)\\*(\\d+)>>").matcher((String) entry.get("request"));
		String request = macro
			.replaceAll((match) -> Matcher.quoteReplacement(IntStream.range(0, Integer.parseInt(match.group(2)))
				.mapToObj((i) -> match.group(1).replace("#", "%04d".formatted(i)))
				.collect(Collectors.joining())));
		Set<Integer> statuses = Set.copyOf((List<Integer>) entry.get("statuses"));
		return new Attack((String) entry.get("name"), request, statuses, !entry.containsKey("unframed"));
	}

	@Test
	@Tag("slow")
	@Tag("attack")
	void attacksAreAnswered() {
		long limit = TIME_RATIO * ordinary(100);
		Map<String, String> problems = new TreeMap<>();
		Map<String, Integer> sent = new TreeMap<>();
		long heap = Meter.heap();
		int threads = ManagementFactory.getThreadMXBean().getThreadCount();
		long end = System.nanoTime() + DURATION.toNanos();
		long seed = SEED;
		for (; problems.size() < MOST && System.nanoTime() < end; seed++) {
			Attack attack = Attacks.of(seed);
			Client client = Client.of(attack, seed);
			List<String> found = problems(attack, client, server.port());
			long time = meter.take();
			// Comparing a password is expensive by design
			if (time > limit && !attack.request().contains("Authorization: Basic") && takesTooLong(attack)) {
				found.add("takes too long");
			}
			if (!found.isEmpty() && DURATION.compareTo(LONG) < 0) {
				found = again(seed, attack, client, found);
			}
			describe(seed, attack, found, problems);
			sent.merge(attack.kind(), 1, Integer::sum);
			sent.merge("by " + client, 1, Integer::sum);
		}
		System.out.printf("%s, faultbook.fuzz.seed=%d, for %s: %,d attacks, %s%n", this.container, SEED, DURATION,
				seed - SEED, sent);
		assertThat(problems.values()).isEmpty();
		assertThat(Meter.heap()).isLessThan(heap + RUNTIME_BOUND);
		assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + THREAD_BOUND);
	}

	@Test
	@Tag("long")
	void attacksOnTheManagementPortAreAnswered() {
		int port = server.application()
			.getBean(Environment.class)
			.getRequiredProperty("local.management.port", Integer.class);
		Map<String, String> problems = new TreeMap<>();
		for (long seed = SEED; problems.size() < MOST && seed < SEED + 2000; seed++) {
			// The paths of the application are unknown there
			Attack attack = new Attack("management", Attacks.of(seed).request(), Attack.UNKNOWN, false);
			if (!attack.request().contains("/attack/throw/interceptor")) {
				describe(seed, attack, problems(attack, Client.of(attack, seed), port), problems);
			}
		}
		assertThat(problems.values()).isEmpty();
	}

	/**
	 * Carry out an attack with problems again. A short run is a part of each build, which
	 * must not fail by chance, so a problem that does not occur again is only printed.
	 * @param seed the seed of the attack
	 * @param attack the attack
	 * @param client the client that carries it out
	 * @param found the problems that were found
	 * @return the problems that are found in one of five further times, may be empty
	 */
	private static List<String> again(long seed, Attack attack, Client client, List<String> found) {
		for (int i = 0; i < 5; i++) {
			List<String> repeated = problems(attack, client, server.port());
			meter.take();
			if (!repeated.isEmpty()) {
				return found;
			}
		}
		System.out.printf("Not repeatable: seed %d, %s by %s: %s%n", seed, attack.kind(), client, found);
		return List.of();
	}

	/**
	 * Measure an attack again, as the first time may include loading classes or waiting
	 * for others, and compare it with ordinary errors at the same time.
	 * @param attack the attack
	 * @return whether the shortest of several times is too long
	 */
	private static boolean takesTooLong(Attack attack) {
		long shortest = Long.MAX_VALUE;
		for (int i = 0; i < 5; i++) {
			problems(attack, Client.HALF_CLOSED, server.port());
			shortest = Math.min(shortest, meter.take());
		}
		return shortest > TIME_RATIO * ordinary(20);
	}

	/**
	 * Describe problems, once for each kind of request and problem.
	 * @param seed the seed
	 * @param attack the attack
	 * @param found the problems that were found
	 * @param problems the list to add the description to
	 */
	private static void describe(long seed, Attack attack, List<String> found, Map<String, String> problems) {
		if (!found.isEmpty()) {
			problems.putIfAbsent(attack.kind() + " " + found.get(0), "Seed %d, %s by %s: %s%n%s".formatted(seed,
					attack.kind(), Client.of(attack, seed), found, StringUtils.truncate(attack.request(), 1000)));
		}
	}

	@ParameterizedTest
	@FieldSource("io.github.faultbook.autoconfigure.attack.Attacks#COSTLY")
	@Tag("long")
	void costIsThatOfAFewOrdinaryErrors(String kind) {
		long ordinary = ordinary(100);
		long[] times = new long[9];
		for (int i = 0; i < times.length; i++) {
			Attack attack = Attacks.costly(kind, SEED + i);
			assertThat(problems(attack, Client.HALF_CLOSED, server.port())).as(kind).isEmpty();
			times[i] = meter.take();
		}
		assertThat(median(times)).as("%s: %s", kind, Arrays.toString(times)).isLessThan(TIME_RATIO * ordinary);
		// Memory that is retained once, such as a larger buffer, is not a leak
		long kept = Math.min(kept(kind, SEED + 1000), kept(kind, SEED + 2000));
		System.out.printf("%s, %s: %.1f times the processor time of an ordinary error, %,d bytes retained%n",
				this.container, kind, (double) median(times) / ordinary, kept);
		assertThat(kept).as(kind).isLessThan(HEAP_BOUND);
	}

	/**
	 * Measure the heap that requests retain.
	 * @param kind the kind of the requests
	 * @param seed the seed of the first one
	 * @return the average in bytes
	 */
	private static long kept(String kind, long seed) {
		long heap = Meter.heap();
		for (int i = 0; i < HEAP_SAMPLES; i++) {
			problems(Attacks.costly(kind, seed + i), Client.HALF_CLOSED, server.port());
		}
		return (Meter.heap() - heap) / HEAP_SAMPLES;
	}

	/**
	 * Measure an ordinary error.
	 * @param samples the number of measurements
	 * @return the median of its processor time in nanoseconds
	 */
	private static long ordinary(int samples) {
		Attack attack = Attack.of("ordinary", "GET /nope HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
				404);
		long[] times = new long[samples];
		for (int i = -samples; i < times.length; i++) {
			assertThat(problems(attack, Client.HALF_CLOSED, server.port())).isEmpty();
			times[Math.max(i, 0)] = meter.take();
		}
		return median(times);
	}

	private static long median(long[] times) {
		return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
	}

	private static List<String> problems(Attack attack, Client client, int port) {
		boolean followed = client.followsUp();
		try {
			return ORACLE.problems(attack, client.send(port, attack), followed);
		}
		catch (IOException ex) {
			return new ArrayList<>(List.of(ex.toString()));
		}
	}

}
