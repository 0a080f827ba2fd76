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
import java.util.List;
import java.util.Locale;

/**
 * Starts an otherwise empty application without and with Faultbook in turn, and compares
 * the time until the server listens, the processor time and the retained memory.
 */
public final class StartUp {

	private final List<Double> seconds = new ArrayList<>();

	private final List<Double> work = new ArrayList<>();

	private final List<Double> heap = new ArrayList<>();

	private StartUp() {
	}

	/**
	 * Run the comparison.
	 * @param args the directory with the jars of individual contenders, and the number of
	 * rounds, by default 11
	 * @throws IOException if an application does not start
	 */
	public static void main(String[] args) throws IOException {
		Path extras = Path.of(args[0]);
		int rounds = (args.length > 1) ? Integer.parseInt(args[1]) : 11;
		StartUp without = new StartUp();
		StartUp with = new StartUp();
		for (int round = 0; round <= rounds; round++) {
			// The first round fills the caches of the file system
			without.start(Contender.LIMIT.classPath(extras), round > 0);
			with.start(Contender.FAULTBOOK_DETAILS_MAP.classPath(extras), round > 0);
		}
		System.out.println("\nMedians, and the quarters around them.\n");
		System.out.println("| | start, ms | processor time, ms | retained heap, KB |\n|---|---|---|---|");
		without.print("without");
		with.print("with");
	}

	private void start(String classPath, boolean counts) throws IOException {
		long begin = System.nanoTime();
		try (ServerProcess server = ServerProcess.start(classPath, EmptyApplication.class, List.of())) {
			double time = (System.nanoTime() - begin) / 1e6;
			double cpu = server.cpuTime().toNanos() / 1e6;
			if (counts) {
				this.seconds.add(time);
				this.work.add(cpu);
				this.heap.add(server.retainedHeap() / 1024.0);
			}
		}
	}

	private void print(String label) {
		System.out.printf(Locale.ENGLISH, "| %s | %s | %s | %s |%n", label, quartiles(this.seconds),
				quartiles(this.work), quartiles(this.heap));
	}

	private static String quartiles(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int last = sorted.size() - 1;
		return String.format(Locale.ENGLISH, "%,.0f (%,.0f to %,.0f)", sorted.get(last / 2), sorted.get(last / 4),
				sorted.get(last - last / 4));
	}

}
