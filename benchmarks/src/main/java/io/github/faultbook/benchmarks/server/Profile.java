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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Shows where a server spends its time and its memory on one kind of request: a tree of
 * the calls from the dispatcher on, with their shares of all samples that JDK Flight
 * Recorder took of the request. What the kernel does is not in it.
 */
public final class Profile {

	private static final int REQUESTS = 50_000;

	private static final double LEAST_SHARE = 0.01;

	private static final String ROOT = "org.springframework.web.servlet.DispatcherServlet.doService";

	private static final String REQUEST = "org.apache.coyote.http11.Http11Processor.service";

	private final Call root = new Call("request");

	private Profile() {
	}

	/**
	 * Profile.
	 * @param args the directory with the jars of single contenders, a contender and a
	 * case
	 * @throws IOException if the server does not answer as it should
	 * @throws InterruptedException if interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		Contender contender = (args.length > 1) ? Contender.valueOf(args[1]) : Contender.FAULTBOOK_DETAILS_MAP;
		Case sent = (args.length > 2) ? Case.valueOf(args[2]) : Case.NOT_FOUND;
		Path file = Files.createTempFile("faultbook", ".jfr");
		try {
			Instant warm = record(contender, sent, Path.of(args[0]), file);
			System.out.println("Processor time:");
			print(file, "jdk.ExecutionSample", warm);
			System.out.println("\nAllocated bytes:");
			print(file, "jdk.ObjectAllocationSample", warm);
		}
		finally {
			Files.delete(file);
		}
	}

	private static Instant record(Contender contender, Case sent, Path extras, Path file)
			throws IOException, InterruptedException {
		try (ServerProcess server = ServerProcess.start(contender, extras, "-XX:FlightRecorderOptions=stackdepth=256",
				"-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + file);
				LoadClient client = new LoadClient()) {
			client.run(server.port(), sent, REQUESTS);
			Instant warm = Instant.now();
			client.run(server.port(), sent, REQUESTS);
			server.stop();
			return warm;
		}
	}

	private static void print(Path file, String event, Instant since) throws IOException {
		Profile profile = new Profile();
		try (RecordingFile recording = new RecordingFile(file)) {
			while (recording.hasMoreEvents()) {
				RecordedEvent sample = recording.readEvent();
				if (sample.getEventType().getName().equals(event) && sample.getStackTrace() != null
						&& !sample.getStartTime().isBefore(since)) {
					profile.add(sample.getStackTrace().getFrames(),
							sample.hasField("weight") ? sample.getLong("weight") : 1);
				}
			}
		}
		profile.root.print("", profile.root.weight);
	}

	private void add(List<RecordedFrame> frames, long weight) {
		List<String> names = frames.stream()
			.map((frame) -> frame.getMethod().getType().getName() + "." + frame.getMethod().getName())
			.toList();
		if (!names.contains(REQUEST)) {
			return;
		}
		Call call = this.root;
		call.weight += weight;
		for (int i = names.lastIndexOf(ROOT); i >= 0; i--) {
			call = call.calls.computeIfAbsent(names.get(i), Call::new);
			call.weight += weight;
		}
	}

	/**
	 * A method on the way to others.
	 */
	private static final class Call {

		private final String name;

		private final Map<String, Call> calls = new TreeMap<>();

		private long weight;

		Call(String name) {
			this.name = name;
		}

		void print(String indent, long all) {
			System.out.printf(Locale.ENGLISH, "%5.1f %% %s%s%n", 100.0 * this.weight / all, indent,
					this.name.replaceAll("^.*\\.(?=[^.]+\\.[^.]+$)", ""));
			this.calls.values()
				.stream()
				.filter((call) -> call.weight >= LEAST_SHARE * all)
				.sorted(Comparator.comparingLong((Call call) -> call.weight).reversed())
				.forEach((call) -> call.print(indent + " ", all));
		}

	}

}
