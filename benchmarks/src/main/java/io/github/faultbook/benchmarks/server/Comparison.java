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

package io.github.faultbook.benchmarks.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares what errors cost a server: starts all contenders, then asks them in turn, one
 * round after the other, so that a machine that slows down slows all of them. Counts the
 * processor time of the server, which is steady where throughput is not.
 */
public final class Comparison {

	private static final int WARM_UP = 12_000;

	private static final int REQUESTS = 4000;

	private final Map<Contender, ServerProcess> servers = new EnumMap<>(Contender.class);

	private final Map<Contender, Map<Case, Samples>> samples = new EnumMap<>(Contender.class);

	private Comparison() {
	}

	/**
	 * Compare.
	 * @param args the directory with the jars of single contenders, and the number of
	 * rounds
	 * @throws IOException if a server does not answer as it should
	 * @throws InterruptedException if interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		Comparison comparison = new Comparison();
		try (LoadClient client = new LoadClient()) {
			comparison.start(Path.of(args[0]));
			comparison.warmUp(client);
			int rounds = Integer.parseInt(args[1]);
			for (int round = 0; round < rounds; round++) {
				comparison.measure(client);
			}
			comparison.print();
		}
		finally {
			comparison.servers.values().forEach(ServerProcess::close);
		}
	}

	private void start(Path extras) throws IOException {
		for (Contender contender : Contender.values()) {
			this.servers.put(contender, ServerProcess.start(contender, extras));
			this.samples.put(contender, new EnumMap<>(Case.class));
		}
	}

	private void warmUp(LoadClient client) throws IOException, InterruptedException {
		for (ServerProcess server : this.servers.values()) {
			for (Case sent : Case.values()) {
				client.run(server.port(), sent, WARM_UP);
			}
		}
	}

	private void measure(LoadClient client) throws IOException, InterruptedException {
		for (Case sent : Case.values()) {
			for (Contender contender : Contender.values()) {
				ServerProcess server = this.servers.get(contender);
				long cpu = server.cpuTime().toNanos();
				long time = System.nanoTime();
				client.run(server.port(), sent, REQUESTS);
				this.samples.get(contender)
					.computeIfAbsent(sent, (key) -> new Samples())
					.add(server.cpuTime().toNanos() - cpu, System.nanoTime() - time);
			}
		}
	}

	private void print() {
		System.out.printf(Locale.ENGLISH, "%nMedians: processor time in µs and thousands of requests per second.%n"
				+ "In brackets: the limit divided by the processor time, the throughput divided by the limit.%n%n");
		System.out.print("| |");
		for (Case sent : Case.values()) {
			System.out.print(" " + label(sent) + " |");
		}
		System.out.println("\n|---|" + "---|".repeat(Case.values().length));
		for (Contender contender : Contender.values()) {
			System.out.print("| " + label(contender) + " |");
			for (Case sent : Case.values()) {
				Samples limit = this.samples.get(Contender.LIMIT).get(sent);
				Samples cost = this.samples.get(contender).get(sent);
				System.out.printf(Locale.ENGLISH, " %.0f (%.2f), %.1f (%.2f) |", cost.cpuMicros(),
						limit.cpuMicros() / cost.cpuMicros(), cost.thousandsPerSecond(),
						cost.thousandsPerSecond() / limit.thousandsPerSecond());
			}
			System.out.println();
		}
	}

	private static String label(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/**
	 * What one contender took for one case, round by round.
	 */
	private static final class Samples {

		private final List<Long> cpu = new ArrayList<>();

		private final List<Long> time = new ArrayList<>();

		void add(long cpu, long time) {
			this.cpu.add(cpu);
			this.time.add(time);
		}

		double cpuMicros() {
			return median(this.cpu) / REQUESTS / 1000.0;
		}

		double thousandsPerSecond() {
			return REQUESTS / (median(this.time) / 1_000_000.0);
		}

		private static double median(List<Long> values) {
			long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
			int middle = sorted.length / 2;
			return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
		}

	}

}
