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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Sends requests that fail in all ways for a long time, compares every response with the
 * first one of its kind, and measures the retained memory. The run fails if a response
 * differs.
 */
public final class Soak {

	private static final int SAMPLES = 20;

	private static final int CONNECTIONS = 8;

	private final ServerProcess server;

	private final Map<Case, String> bodies = new ConcurrentHashMap<>();

	private Soak(ServerProcess server) {
		this.server = server;
	}

	/**
	 * Send the requests.
	 * @param args the directory with the jars of individual contenders, and the number of
	 * requests, by default two million
	 * @throws IOException if a server does not respond as expected
	 * @throws InterruptedException if interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		long requests = (args.length > 1) ? Long.parseLong(args[1]) : 2_000_000;
		long rounds = requests / SAMPLES / CONNECTIONS / Case.values().length;
		long sent = 0;
		try (ServerProcess server = ServerProcess.start(Contender.FAULTBOOK_DETAILS_MAP, Path.of(args[0]))) {
			Soak soak = new Soak(server);
			System.out.println("| requests | heap after a collection, KB |\n|---|---|");
			soak.printHeap(sent);
			for (int sample = 0; sample < SAMPLES; sample++) {
				soak.send(rounds);
				sent += rounds * CONNECTIONS * Case.values().length;
				soak.printHeap(sent);
			}
		}
		System.out.println("\nEvery answer was what it should be.");
	}

	private void printHeap(long sent) throws IOException {
		System.out.printf(Locale.ENGLISH, "| %,d | %,.0f |%n", sent, this.server.retainedHeap() / 1024.0);
	}

	private void send(long rounds) throws IOException, InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
		try {
			Callable<Void> connection = () -> {
				for (long round = 0; round < rounds; round++) {
					for (Case sent : Case.values()) {
						check(sent, this.server.send(sent));
					}
				}
				return null;
			};
			List<Future<Void>> sending = threads
				.invokeAll(Stream.generate(() -> connection).limit(CONNECTIONS).toList());
			for (Future<Void> sent : sending) {
				sent.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IOException(ex.getCause());
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void check(Case sent, String body) throws IOException {
		String first = this.bodies.putIfAbsent(sent, body);
		if (first != null && !first.equals(body)) {
			throw new IOException("%s was answered %s, and before that %s".formatted(sent, body, first));
		}
	}

}
