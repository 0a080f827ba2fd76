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
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An application that runs in a virtual machine of its own.
 */
final class ServerProcess implements AutoCloseable {

	private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

	private final Process process;

	private final int port;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ServerProcess(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	static ServerProcess start(Contender contender, Path extras, String... options) throws IOException {
		List<String> arguments = new ArrayList<>(List.of(contender.configuration()));
		arguments.addAll(contender.properties());
		return start(contender.classPath(extras), ServerApplication.class, arguments, options);
	}

	static ServerProcess start(String classPath, Class<?> application, List<String> arguments, String... options)
			throws IOException {
		List<String> command = new ArrayList<>(
				List.of(BIN.resolve("java").toString(), "-Xms256m", "-Xmx256m", "-XX:+UseSerialGC"));
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", classPath, application.getName()));
		command.addAll(arguments);
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		// The server must not outlive the process that started it
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		BufferedReader output = process.inputReader();
		String line = output.readLine();
		while (line != null && !line.startsWith(ServerApplication.PORT)) {
			line = output.readLine();
		}
		if (line == null) {
			throw new IOException("A server did not start: " + command);
		}
		return new ServerProcess(process, Integer.parseInt(line.substring(ServerApplication.PORT.length())));
	}

	/**
	 * Return the address of this server.
	 * @return the address of its root
	 */
	URI address() {
		return URI.create("http://127.0.0.1:" + this.port + "/");
	}

	/**
	 * Send a request once.
	 * @param sent the request
	 * @return the body of the response
	 * @throws IOException if the response has an unexpected status
	 * @throws InterruptedException if interrupted
	 */
	String send(Case sent) throws IOException, InterruptedException {
		HttpResponse<String> response = this.client.send(sent.request(address()), HttpResponse.BodyHandlers.ofString());
		if (response.statusCode() != sent.status()) {
			throw new IOException("%s was answered %d: %s".formatted(sent, response.statusCode(), response.body()));
		}
		return response.body();
	}

	/**
	 * Return the processor time of this server. On Linux, compiler threads are left out
	 * because their work varies from round to round.
	 * @return the time, in steps of 10 ms on systems other than Linux
	 * @throws IOException if the time cannot be read
	 */
	Duration cpuTime() throws IOException {
		return hasThreads() ? cpuTime(false) : this.process.info().totalCpuDuration().orElseThrow();
	}

	/**
	 * Return the processor time of the compiler threads of this server.
	 * @return the time, zero on systems other than Linux
	 * @throws IOException if the time cannot be read
	 */
	Duration compilerTime() throws IOException {
		return hasThreads() ? cpuTime(true) : Duration.ZERO;
	}

	private boolean hasThreads() {
		return Files.isDirectory(threads());
	}

	private Path threads() {
		return Path.of("/proc", Long.toString(this.process.pid()), "task");
	}

	private Duration cpuTime(boolean ofCompilers) throws IOException {
		long nanos = 0;
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(threads())) {
			for (Path thread : entries) {
				nanos += cpuTime(thread, ofCompilers);
			}
		}
		return Duration.ofNanos(nanos);
	}

	private static long cpuTime(Path thread, boolean ofCompiler) throws IOException {
		try {
			boolean compiler = Files.readString(thread.resolve("comm")).matches("C[12] CompilerThre.*\\s*");
			return (compiler == ofCompiler)
					? Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]) : 0;
		}
		catch (NoSuchFileException ex) {
			// The thread has ended, as compiler threads without work do
			return 0;
		}
	}

	/**
	 * Return the size of the heap of this server after a garbage collection.
	 * @return the number of bytes
	 * @throws IOException if the virtual machine cannot be reached
	 */
	long retainedHeap() throws IOException {
		String histogram = command("GC.class_histogram");
		String[] total = histogram.substring(histogram.lastIndexOf("Total")).strip().split("\\s+");
		return Long.parseLong(total[2]);
	}

	/**
	 * Run a diagnostic command in the virtual machine of this server.
	 * @param command the command and its arguments, as jcmd takes them
	 * @return the output of the command
	 * @throws IOException if the virtual machine cannot be reached
	 */
	String command(String... command) throws IOException {
		List<String> line = new ArrayList<>(List.of(BIN.resolve("jcmd").toString(), Long.toString(this.process.pid())));
		line.addAll(List.of(command));
		Process jcmd = new ProcessBuilder(line).redirectErrorStream(true).start();
		try (InputStream output = jcmd.getInputStream()) {
			return new String(output.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
