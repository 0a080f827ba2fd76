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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Samples the threads of a server with async-profiler, which includes the virtual
 * machine's own code and calls to the kernel.
 */
final class Profiler implements AutoCloseable {

	/**
	 * The options of a virtual machine that can be sampled.
	 */
	static final String[] OPTIONS = { "-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints",
			"-XX:+EnableDynamicAgentLoading" };

	private final Path library;

	private Profiler(Path library) {
		this.library = library;
	}

	/**
	 * Prepare the library for this platform.
	 * @param extras the directory of the jar of async-profiler
	 * @return a profiler
	 * @throws IOException if the jar cannot be read
	 * @throws UnsupportedOperationException if async-profiler does not support this
	 * platform
	 */
	static Profiler open(Path extras) throws IOException {
		String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
		try (ZipFile jar = new ZipFile(extras.resolve("async-profiler.jar").toFile())) {
			ZipEntry entry = jar.getEntry(platform + "/libasyncProfiler.so");
			if (entry == null) {
				throw new UnsupportedOperationException("async-profiler has no library for " + platform
						+ ". Profile on Linux (x64 or arm64) or macOS; the other measurements run everywhere");
			}
			Path library = Files.createTempFile("libasyncProfiler", ".so");
			try (InputStream input = jar.getInputStream(entry)) {
				Files.write(library, input.readAllBytes());
			}
			return new Profiler(library);
		}
	}

	private static String platform(String system, String architecture) {
		String name = system.toLowerCase(Locale.ROOT);
		if (name.startsWith("mac")) {
			return "macos";
		}
		return name.replace(' ', '-') + switch (architecture) {
			case "amd64", "x86_64" -> "-x64";
			case "aarch64" -> "-arm64";
			default -> "-" + architecture;
		};
	}

	/**
	 * Start to sample a server that is warmed up.
	 * @param server the server
	 * @throws IOException if the server cannot be sampled
	 */
	void start(ServerProcess server) throws IOException {
		agent(server, "start,event=itimer,interval=500us");
	}

	/**
	 * Stop sampling a server and write the flame graph.
	 * @param server the server
	 * @param picture the file of the flame graph, in HTML
	 * @throws IOException if the server cannot be reached
	 */
	void stop(ServerProcess server, Path picture) throws IOException {
		agent(server, "stop,norm,flamegraph,file=" + picture.toAbsolutePath());
	}

	private void agent(ServerProcess server, String options) throws IOException {
		// jcmd splits unquoted arguments
		String answer = server.command("JVMTI.agent_load", this.library.toString(), '"' + options + '"');
		if (!answer.contains("return code: 0")) {
			throw new IOException("async-profiler refused " + options + ": " + answer);
		}
	}

	@Override
	public void close() throws IOException {
		Files.delete(this.library);
	}

}
