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
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends errors of all kinds for a long time, compares every answer with the first one of
 * its kind, and looks at what is left in memory. Fails if an answer differs.
 */
public final class Soak {

	private static final int SAMPLES = 20;

	private Soak() {
	}

	/**
	 * Send errors.
	 * @param args the directory with the jars of single contenders, and the number of
	 * requests, two million if not given
	 * @throws IOException if a server does not answer as it should
	 * @throws InterruptedException if interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		long requests = (args.length > 1) ? Long.parseLong(args[1]) : 2_000_000;
		int slice = (int) (requests / SAMPLES / Case.values().length);
		AtomicLong answered = new AtomicLong();
		try (ServerProcess server = ServerProcess.start(Contender.FAULTBOOK_DETAILS_MAP, Path.of(args[0]));
				LoadClient client = new LoadClient()) {
			System.out.println("| requests | heap after a collection, KB |\n|---|---|");
			for (int sample = 0; sample <= SAMPLES; sample++) {
				if (sample > 0) {
					answered.addAndGet(client.runAll(server.port(), slice));
				}
				System.out.printf(Locale.ENGLISH, "| %,d | %,.0f |%n", answered.get(), server.retainedHeap() / 1024.0);
			}
		}
		System.out.println("\nEvery answer was that which it should be.");
	}

}
