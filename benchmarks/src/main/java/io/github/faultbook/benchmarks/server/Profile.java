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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shows where the time of a request goes, including the kernel and the virtual machine's
 * own code: a table of steps and a picture for each error, and trees of calls for a
 * single one.
 */
public final class Profile {

	private static final int REQUESTS = 60_000;

	private static final int WARM_UP = 5;

	private static final double COLD_SHARE = 0.03;

	private static final double LEAST_SHARE = 0.01;

	private static final String ROOT = "org/springframework/web/servlet/DispatcherServlet.doService";

	private static final List<Case> CASES = List.of(Case.NOT_FOUND, Case.INVALID, Case.MALFORMED, Case.UNEXPECTED);

	private static final List<Contender> CONTENDERS = List.of(Contender.LIMIT, Contender.THROWN_LIMIT,
			Contender.FAULTBOOK_DETAILS_MAP);

	private final Path extras;

	private final Path pictures;

	private final Profiler profiler;

	private Profile(Path extras, Path pictures, Profiler profiler) {
		this.extras = extras;
		this.pictures = pictures;
		this.profiler = profiler;
	}

	/**
	 * Profile.
	 * @param args the directory with the jars that are on no class path, and a contender
	 * and a case if it shall be only these
	 * @throws IOException if a server does not answer as it should or cannot be sampled
	 * @throws InterruptedException if interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		Path extras = Path.of(args[0]);
		Path pictures = Path.of(System.getProperty("pictures", "."));
		try (Profiler profiler = Profiler.open(extras)) {
			Profile profile = new Profile(extras, pictures, profiler);
			if (args.length > 2) {
				profile.showOne(Contender.valueOf(args[1]), Case.valueOf(args[2]));
			}
			else {
				profile.showAll();
			}
		}
		catch (UnsupportedOperationException ex) {
			System.err.println(ex.getMessage());
		}
	}

	private void showAll() throws IOException, InterruptedException {
		for (Case sent : CASES) {
			StepTable table = new StepTable();
			for (Contender contender : CONTENDERS) {
				try (ServerProcess server = start(contender); LoadClient client = new LoadClient()) {
					add(table, contender, sent, server, client);
				}
			}
			print(table, sent);
		}
	}

	private void showOne(Contender contender, Case sent) throws IOException, InterruptedException {
		StepTable table = new StepTable();
		try (ServerProcess server = start(contender); LoadClient client = new LoadClient()) {
			Sampled sampled = add(table, contender, sent, server, client);
			print(table, sent);
			System.out.println("\nProcessor time of a request:");
			print(sampled.stacks(), "µs", sampled.micros() / Stack.total(sampled.stacks()));
			List<Stack> allocations = this.profiler.profile(server, Profiler.Event.ALLOCATION,
					() -> client.run(server.port(), contender.request(sent), REQUESTS));
			System.out.println("\nAllocated for a request:");
			print(allocations, "bytes", 1.0 / REQUESTS);
		}
	}

	private ServerProcess start(Contender contender) throws IOException {
		return ServerProcess.start(contender, this.extras, "-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints",
				"-XX:+EnableDynamicAgentLoading");
	}

	private Sampled add(StepTable table, Contender contender, Case sent, ServerProcess server, LoadClient client)
			throws IOException, InterruptedException {
		Profiler.Load load = () -> client.run(server.port(), contender.request(sent), REQUESTS);
		warmUp(server, load);
		Sampled sampled = sample(server, load);
		table.add(contender, sampled.stacks(), sampled.micros());
		if (contender == Contender.FAULTBOOK_DETAILS_MAP && CASES.contains(sent)) {
			Files.writeString(this.pictures.resolve("profile-" + sent.label().replace(' ', '-') + ".svg"),
					new FlameGraph("Faultbook, " + sent.label(), sampled.stacks(), sampled.micros()).toString());
		}
		return sampled;
	}

	/**
	 * Send requests until the compilers have next to nothing to do.
	 * @param server the server
	 * @param load sends requests
	 * @throws IOException if the server does not answer as it should
	 * @throws InterruptedException if interrupted
	 */
	private static void warmUp(ServerProcess server, Profiler.Load load) throws IOException, InterruptedException {
		double compiling = 1;
		for (int round = 0; round < WARM_UP && compiling > COLD_SHARE; round++) {
			long cpu = server.cpuTime().toNanos();
			long compilers = server.compilerTime().toNanos();
			load.run();
			compiling = (double) (server.compilerTime().toNanos() - compilers) / (server.cpuTime().toNanos() - cpu);
		}
	}

	private Sampled sample(ServerProcess server, Profiler.Load load) throws IOException, InterruptedException {
		AtomicLong nanos = new AtomicLong();
		List<Stack> stacks = this.profiler.profile(server, Profiler.Event.PROCESSOR_TIME, () -> {
			long before = server.cpuTime().toNanos();
			load.run();
			nanos.set(server.cpuTime().toNanos() - before);
		});
		return new Sampled(stacks, nanos.get() / 1000.0 / REQUESTS);
	}

	private static void print(StepTable table, Case sent) {
		System.out.println("\n### " + sent.label() + "\n");
		table.print();
	}

	private static void print(List<Stack> stacks, String unit, double factor) {
		Call root = new Call("everything");
		for (Stack stack : stacks) {
			int start = stack.frames().lastIndexOf(ROOT);
			root.add((start >= 0) ? stack.frames().subList(start, stack.frames().size()) : List.of(), stack.weight());
		}
		root.print(unit, factor, LEAST_SHARE * root.weight());
	}

	/**
	 * What a server did.
	 *
	 * @param stacks the samples
	 * @param micros the processor time of a request
	 */
	private record Sampled(List<Stack> stacks, double micros) {

	}

}
