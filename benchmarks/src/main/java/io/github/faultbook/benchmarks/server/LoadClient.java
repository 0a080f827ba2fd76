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

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * Sends requests over several connections, and takes as little as it can of the
 * processors it shares with the server. Connections are kept until the server closes
 * them.
 */
final class LoadClient implements AutoCloseable {

	private static final int CONNECTIONS = 8;

	private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);

	private final Map<Case, String> bodies = new ConcurrentHashMap<>();

	/**
	 * Send one request again and again and wait for all answers.
	 * @param port where the server is
	 * @param sent the request
	 * @param requests how many
	 * @throws IOException if an answer has another status than it should
	 * @throws InterruptedException if interrupted
	 */
	void run(int port, Case sent, int requests) throws IOException, InterruptedException {
		await(sent, () -> {
			send(port, List.of(sent), requests / CONNECTIONS, null);
			return null;
		});
	}

	/**
	 * Send the requests of all cases in turn and wait for all answers.
	 * @param port where the server is
	 * @param requests how many of each
	 * @return how many were answered
	 * @throws IOException if an answer has another status than it should, or a body that
	 * differs from the first one of its case
	 * @throws InterruptedException if interrupted
	 */
	long runAll(int port, int requests) throws IOException, InterruptedException {
		List<Case> cases = List.of(Case.values());
		int each = requests * cases.size() / CONNECTIONS;
		await(cases, () -> {
			send(port, cases, each, this.bodies);
			return null;
		});
		return (long) each * CONNECTIONS;
	}

	private void await(Object sent, Callable<?> task) throws IOException, InterruptedException {
		List<Future<?>> connections = new ArrayList<>();
		for (int i = 0; i < CONNECTIONS; i++) {
			connections.add(this.threads.submit(task));
		}
		for (Future<?> connection : connections) {
			try {
				connection.get();
			}
			catch (ExecutionException ex) {
				throw new IOException(sent + " failed", ex.getCause());
			}
		}
	}

	private static void send(int port, List<Case> cases, int requests, @Nullable Map<Case, String> bodies)
			throws IOException {
		Map<Case, byte[]> messages = new EnumMap<>(Case.class);
		cases.forEach((sent) -> messages.put(sent, sent.request()));
		byte[] buffer = new byte[16 * 1024];
		int number = 0;
		while (number < requests) {
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
				socket.setTcpNoDelay(true);
				socket.setSoTimeout(30_000);
				boolean open = true;
				while (open && number < requests) {
					Case sent = cases.get(number % cases.size());
					socket.getOutputStream().write(messages.get(sent));
					String answer = readAnswer(socket.getInputStream(), buffer);
					check(sent, answer, bodies);
					open = !head(answer).contains("\r\nconnection: close");
					number++;
				}
			}
		}
	}

	private static void check(Case sent, String answer, @Nullable Map<Case, String> bodies) throws IOException {
		if (!answer.startsWith(sent.status() + " ", "HTTP/1.1 ".length())) {
			throw new IOException("Not a " + sent.status() + ": " + answer);
		}
		if (bodies != null) {
			String body = answer.substring(answer.indexOf("\r\n\r\n"));
			String first = bodies.putIfAbsent(sent, body);
			if (first != null && !first.equals(body)) {
				throw new IOException("Not what the first answer was: " + answer);
			}
		}
	}

	/**
	 * Read an answer.
	 * @param input where to read
	 * @param buffer must hold the whole answer
	 * @return the answer
	 * @throws IOException if the connection ends too early
	 */
	private static String readAnswer(InputStream input, byte[] buffer) throws IOException {
		int length = 0;
		String answer;
		do {
			int read = input.read(buffer, length, buffer.length - length);
			if (read < 0) {
				throw new EOFException("The server closed the connection");
			}
			length += read;
			answer = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
		}
		while (!isComplete(answer));
		return answer;
	}

	private static boolean isComplete(String answer) {
		int end = answer.indexOf("\r\n\r\n");
		if (end < 0) {
			return false;
		}
		String head = head(answer);
		int name = head.indexOf("\r\ncontent-length: ");
		if (name < 0) {
			return answer.endsWith("\r\n0\r\n\r\n");
		}
		int value = name + "\r\ncontent-length: ".length();
		int line = head.indexOf('\r', value);
		return answer.length() - end - 4 >= Integer.parseInt(head, value, (line < 0) ? head.length() : line, 10);
	}

	private static String head(String answer) {
		return answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
