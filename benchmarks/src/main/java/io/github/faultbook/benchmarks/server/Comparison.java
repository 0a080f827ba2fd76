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
import java.util.stream.IntStream;

/**
 * Compares the cost of errors for a server. All contenders run at the same time and are
 * measured in turn, round by round, so that a slower machine affects all of them. The
 * processor time of the server is measured, which is more stable than throughput.
 */
public final class Comparison {

	private static final int WARM_UP = 4;

	private static final int WARM_UP_SECONDS = 2;

	private static final int SECONDS = 2;

	private final Map<Contender, ServerProcess> servers = new EnumMap<>(Contender.class);

	private final Map<Contender, Map<Case, Samples>> samples = new EnumMap<>(Contender.class);

	private final List<Contender> contenders;

	private Comparison(Stack stack) {
		this.contenders = Contender.of(stack);
	}

	/**
	 * Run the comparison.
	 * @param args the directory with the jars of individual contenders, the number of
	 * rounds, by default 15, and the stack, by default that of servlets
	 * @throws IOException if a server does not respond as expected
	 * @throws InterruptedException if interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		Stack stack = (args.length > 2) ? Stack.valueOf(args[2].toUpperCase(Locale.ROOT)) : Stack.SERVLET;
		Comparison comparison = new Comparison(stack);
		try {
			comparison.start(Path.of(args[0]));
			comparison.warmUp();
			int rounds = (args.length > 1) ? Integer.parseInt(args[1]) : 15;
			for (int round = 0; round < rounds; round++) {
				comparison.measure();
			}
			comparison.print();
		}
		finally {
			comparison.servers.values().forEach(ServerProcess::close);
		}
	}

	private void start(Path extras) throws IOException {
		for (Contender contender : this.contenders) {
			this.servers.put(contender, ServerProcess.start(contender, extras));
			this.samples.put(contender, new EnumMap<>(Case.class));
		}
	}

	/**
	 * Send all requests in the order in which they are measured until the compilers have
	 * optimized them.
	 * @throws IOException if a server does not respond as expected
	 * @throws InterruptedException if interrupted
	 */
	private void warmUp() throws IOException, InterruptedException {
		for (int i = 0; i < WARM_UP; i++) {
			for (Case sent : Case.values()) {
				for (Map.Entry<Contender, ServerProcess> server : this.servers.entrySet()) {
					Case asked = server.getKey().request(sent);
					server.getValue().send(asked);
					Wrk.run(server.getValue(), asked, WARM_UP_SECONDS);
				}
			}
		}
	}

	private void measure() throws IOException, InterruptedException {
		for (Case sent : Case.values()) {
			for (Map.Entry<Contender, ServerProcess> entry : this.servers.entrySet()) {
				ServerProcess server = entry.getValue();
				long before = server.cpuTime().toNanos();
				Wrk.Load load = Wrk.run(server, entry.getKey().request(sent), SECONDS);
				long nanos = server.cpuTime().toNanos() - before;
				this.samples.get(entry.getKey())
					.computeIfAbsent(sent, (key) -> new Samples())
					.add(nanos / 1000.0 / load.requests(), load.perSecond() / 1000);
			}
		}
	}

	private void print() {
		System.out.printf(Locale.ENGLISH,
				"%nMedians: processor time in µs and thousands of requests per second.%n"
						+ "In brackets: the limit divided by the processor time, the throughput divided by the limit,%n"
						+ "medians of the rounds.%n%n");
		System.out.print("| Solution |");
		for (Case sent : Case.values()) {
			System.out.print(" " + sent.label() + " |");
		}
		System.out.println("\n|---|" + "---|".repeat(Case.values().length));
		for (Contender contender : this.contenders) {
			System.out.print("| " + contender.label() + " |");
			for (Case sent : Case.values()) {
				Samples limit = this.samples.get(this.contenders.get(0)).get(sent);
				Samples cost = this.samples.get(contender).get(sent);
				System.out.printf(Locale.ENGLISH, " %.0f (%.2f), %.1f (%.2f) |", Samples.median(cost.micros),
						Samples.ratio(limit.micros, cost.micros), Samples.median(cost.thousands),
						Samples.ratio(cost.thousands, limit.thousands));
			}
			System.out.println();
		}
	}

	/**
	 * The measurements of one contender for one case, round by round.
	 */
	private static final class Samples {

		private final List<Double> micros = new ArrayList<>();

		private final List<Double> thousands = new ArrayList<>();

		void add(double micros, double thousands) {
			this.micros.add(micros);
			this.thousands.add(thousands);
		}

		/**
		 * Compare measurements of the same round, so that a slower machine in another
		 * round does not matter.
		 * @param first values round by round
		 * @param second other values round by round
		 * @return the median of the first divided by the second
		 */
		static double ratio(List<Double> first, List<Double> second) {
			return median(IntStream.range(0, first.size()).mapToObj((i) -> first.get(i) / second.get(i)).toList());
		}

		static double median(List<Double> values) {
			List<Double> sorted = values.stream().sorted().toList();
			int middle = sorted.size() / 2;
			return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
		}

	}

}
