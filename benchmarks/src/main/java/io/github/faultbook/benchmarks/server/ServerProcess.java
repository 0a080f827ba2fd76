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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A contender that serves, in a virtual machine of its own.
 */
final class ServerProcess implements AutoCloseable {

	private final Process process;

	private final int port;

	private ServerProcess(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	static ServerProcess start(Contender contender, Path extras) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms256m", "-Xmx256m",
						"-XX:+UseSerialGC", "-cp", contender.classPath(extras), ServerApplication.class.getName(),
						contender.configuration()));
		command.addAll(contender.properties());
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		// A server must not outlive whoever started it
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		BufferedReader output = process.inputReader();
		String line = output.readLine();
		while (line != null && !line.startsWith(ServerApplication.PORT)) {
			line = output.readLine();
		}
		if (line == null) {
			throw new IOException(contender + " did not start");
		}
		return new ServerProcess(process, Integer.parseInt(line.substring(ServerApplication.PORT.length())));
	}

	int port() {
		return this.port;
	}

	/**
	 * Return how long the processors have worked for this server.
	 * @return the time, in steps of 10 ms on Linux
	 */
	Duration cpuTime() {
		return this.process.info().totalCpuDuration().orElseThrow();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
