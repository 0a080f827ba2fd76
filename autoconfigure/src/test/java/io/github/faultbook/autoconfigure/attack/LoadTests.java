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

package io.github.faultbook.autoconfigure.attack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.github.faultbook.autoconfigure.contract.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests with load on a server that has 256 MB. {@code -Dfaultbook.load.servers} selects
 * the servers, {@code -Dfaultbook.load.errors} sets the number of errors for each of
 * them, {@code -Dfaultbook.load.java} the JDK of servers with virtual threads, which need
 * 21.
 */
@Tag("long")
class LoadTests {

	private static final long ERRORS = Long.getLong("faultbook.load.errors", 200_000);

	private static final String SERVERS = System.getProperty("faultbook.load.servers", "TOMCAT,JETTY,NETTY");

	private static final Path JDK = Path.of(System.getProperty("java.home"));

	private static final Path JDK_WITH_VIRTUAL_THREADS = Path
		.of(System.getProperty("faultbook.load.java", JDK.toString()));

	/**
	 * The number of clients at a time, most of which wait for the server.
	 */
	private static final int CLIENTS = 16;

	private static final int SLOW_CONNECTIONS = 2000;

	private static final int BODIES = 200;

	/**
	 * The memory that may be retained by full caches, in bytes.
	 */
	private static final long HEAP_BOUND = 30_000_000;

	/**
	 * The memory that buffers outside of the heap may occupy in a pool, in bytes.
	 */
	private static final long BUFFER_BOUND = 32_000_000;

	/**
	 * The memory of the virtual machine that direct buffers are in, in KB.
	 */
	private static final Pattern OTHER_MEMORY = Pattern.compile(" Other \\(reserved=(\\d+)KB");

	/**
	 * The distance of the seed of another attack instead of one that is not possible.
	 */
	private static final long OTHER_SEED = 1L << 40;

	/**
	 * The memory that a connection may need in all, container included, in bytes.
	 */
	private static final long CONNECTION_BOUND = 100_000;

	/**
	 * The memory that a large body may need while it is received, its connection
	 * included, in bytes.
	 */
	private static final long BODY_BOUND = 300_000;

	private static final String HALF = "POST /orders HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
			+ "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{";

	private final Oracle oracle = new Oracle();

	private final NettyOracle nettyOracle = new NettyOracle();

	@ParameterizedTest
	@CsvSource({ "TOMCAT, false", "TOMCAT, true", "JETTY, false", "JETTY, true", "NETTY, false" })
	void serverAnswersAndForgets(String container, boolean virtualThreads) throws Exception {
		Path jdk = virtualThreads ? JDK_WITH_VIRTUAL_THREADS : JDK;
		assumeThat(SERVERS).contains(container);
		assumeThat(virtualThreads && jdk.equals(JDK) && Runtime.version().feature() < 21)
			.as("no JDK with virtual threads")
			.isFalse();
		Process process = start(jdk, container, virtualThreads);
		try {
			BufferedReader output = process.inputReader();
			int port = port(output);
			LongFunction<@Nullable String> attack = container.equals(Target.NETTY)
					? (seed) -> problemOnNetty(port, seed) : (seed) -> problem(port, seed);
			errors(attack, 2000);
			long before = heap(process);
			long buffersBefore = buffers(process);
			errors(attack, ERRORS);
			long errors = heap(process);
			long buffers = buffers(process);
			long connection = (slowConnections(port, process, attack) - errors) / SLOW_CONNECTIONS;
			long body = (bodies(port, process) - errors) / BODIES;
			long after = heap(process);
			long buffersAfter = buffers(process);
			System.out.printf(
					"%s, virtual threads %s, %,d errors: heap %,d KB before, %,d after; %,d bytes for each slow "
							+ "connection, %,d for each body; %,d KB at the end; buffers %,d KB before, %,d after, "
							+ "%,d at the end%n",
					container, virtualThreads, ERRORS, before / 1024, errors / 1024, connection, body, after / 1024,
					buffersBefore / 1024, buffers / 1024, buffersAfter / 1024);
			assertThat(buffers).isLessThan(buffersBefore + BUFFER_BOUND);
			assertThat(buffersAfter).isLessThan(buffersBefore + BUFFER_BOUND);
			assertThat(errors).isLessThan(before + HEAP_BOUND);
			assertThat(after).isLessThan(before + HEAP_BOUND);
			assertThat(connection).isLessThan(CONNECTION_BOUND);
			assertThat(body).isLessThan(BODY_BOUND);
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static Process start(Path jdk, String container, boolean virtualThreads) throws IOException {
		return new ProcessBuilder(jdk.resolve("bin/java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
				"-XX:SoftRefLRUPolicyMSPerMB=0", "-XX:NativeMemoryTracking=summary", "-Duser.language=en", "-cp",
				System.getProperty("java.class.path"), Target.class.getName(), container,
				"spring.threads.virtual.enabled=" + virtualThreads)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	private static int port(BufferedReader output) throws IOException {
		@Nullable String line = output.readLine();
		while (line != null && !line.startsWith(Target.PORT)) {
			line = output.readLine();
		}
		Thread rest = new Thread(() -> output.lines().forEach((ignored) -> {
		}));
		rest.setDaemon(true);
		rest.start();
		return Integer
			.parseInt(Objects.requireNonNull(line, "The server did not start").substring(Target.PORT.length()));
	}

	/**
	 * Return the size of the heap of a server after a garbage collection.
	 * @param process the server
	 * @return the number of bytes
	 * @throws IOException if the server cannot be reached
	 */
	private static long heap(Process process) throws IOException {
		String histogram = jcmd(process, "GC.class_histogram");
		return Long.parseLong(histogram.substring(histogram.lastIndexOf("Total")).strip().split("\\s+")[2]);
	}

	/**
	 * Return the size of the buffers of a server outside of the heap, those of a pool
	 * included.
	 * @param process the server
	 * @return the number of bytes
	 * @throws IOException if the server cannot be reached
	 */
	private static long buffers(Process process) throws IOException {
		Matcher other = OTHER_MEMORY.matcher(jcmd(process, "VM.native_memory"));
		assertThat(other.find()).isTrue();
		return Long.parseLong(other.group(1)) * 1024;
	}

	private static String jcmd(Process process, String command) throws IOException {
		Process jcmd = new ProcessBuilder(JDK.resolve("bin/jcmd").toString(), Long.toString(process.pid()), command)
			.redirectErrorStream(true)
			.start();
		try (InputStream input = jcmd.getInputStream()) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static void errors(LongFunction<@Nullable String> attack, long number) {
		ForkJoinPool clients = new ForkJoinPool(CLIENTS);
		try {
			assertThat(clients
				.submit(() -> LongStream.range(0, number)
					.parallel()
					.mapToObj(attack)
					.filter(Objects::nonNull)
					.limit(5)
					.toList())
				.join()).isEmpty();
		}
		finally {
			clients.shutdown();
		}
	}

	private @Nullable String problem(int port, long seed) {
		Attack attack = Attacks.of(seed);
		try {
			Client client = Client.of(attack, seed);
			return describe(seed, attack, this.oracle.problems(attack, client.send(port, attack), client.followsUp()));
		}
		catch (IOException ex) {
			return describe(seed, attack, List.of(ex.toString()));
		}
	}

	private @Nullable String problemOnNetty(int port, long seed) {
		long next = seed;
		Attack attack = Attacks.of(next);
		while (!NettyOracle.isAble(attack)) {
			next += OTHER_SEED;
			attack = Attacks.of(next);
		}
		try {
			return describe(next, attack, this.nettyOracle.problems(attack, port));
		}
		catch (IOException ex) {
			return describe(next, attack, List.of(ex.toString()));
		}
	}

	private static @Nullable String describe(long seed, Attack attack, List<String> problems) {
		return problems.isEmpty() ? null : "Seed %d, %s: %s%n%s".formatted(seed, attack.kind(), problems,
				StringUtils.truncate(attack.request(), 1000));
	}

	/**
	 * Open connections that never complete their requests, and verify that other requests
	 * are answered.
	 * @param port the port
	 * @param process the server
	 * @param attack carries out the other requests
	 * @return the size of the heap of the server while they are open
	 * @throws IOException if a connection fails
	 */
	private static long slowConnections(int port, Process process, LongFunction<@Nullable String> attack)
			throws IOException {
		List<Socket> sockets = new ArrayList<>();
		try {
			for (int i = 0; i < SLOW_CONNECTIONS; i++) {
				Socket socket = new Socket("localhost", port);
				sockets.add(socket);
				// Half a header, as a thread is only used once the header is complete
				socket.getOutputStream().write(HALF.substring(0, 20 + i % 90).getBytes(StandardCharsets.ISO_8859_1));
			}
			errors(attack, 100);
			return heap(process);
		}
		finally {
			close(sockets);
		}
	}

	/**
	 * Send large bodies at the same time, first all of them without the last part, and
	 * then the last parts.
	 * @param port the port
	 * @param process the server
	 * @return the size of the heap of the server before the last parts
	 * @throws IOException if a connection fails
	 */
	private static long bodies(int port, Process process) throws IOException {
		List<Socket> sockets = new ArrayList<>();
		try {
			for (int i = 0; i < BODIES; i++) {
				Socket socket = new Socket("localhost", port);
				sockets.add(socket);
				socket.getOutputStream().write((HALF + " ".repeat(59_000)).getBytes(StandardCharsets.ISO_8859_1));
			}
			long heap = heap(process);
			for (Socket socket : sockets) {
				socket.getOutputStream().write("x".repeat(999).getBytes(StandardCharsets.ISO_8859_1));
			}
			for (Socket socket : sockets) {
				String bytes = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
				assertThat(Wire.Answer.parse(bytes).status()).isEqualTo(400);
			}
			return heap;
		}
		finally {
			close(sockets);
		}
	}

	private static void close(List<Socket> sockets) {
		Stream.of(sockets.toArray(Socket[]::new)).forEach((socket) -> {
			try {
				socket.close();
			}
			catch (IOException ex) {
				// The server has closed the connection
			}
		});
	}

}
