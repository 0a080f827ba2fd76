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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends one request again and again over several connections, and takes as little as it
 * can of the processors it shares with the server. Connections are kept until the server
 * closes them.
 */
final class LoadClient implements AutoCloseable {

	private static final int CONNECTIONS = 8;

	private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);

	/**
	 * Send requests and wait for all answers.
	 * @param port where the server is
	 * @param sent the request
	 * @param requests how many
	 * @throws IOException if an answer has another status than it should
	 * @throws InterruptedException if interrupted
	 */
	void run(int port, Case sent, int requests) throws IOException, InterruptedException {
		List<Future<?>> connections = new ArrayList<>();
		for (int i = 0; i < CONNECTIONS; i++) {
			connections.add(this.threads.submit(() -> {
				send(port, sent, requests / CONNECTIONS);
				return null;
			}));
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

	private static void send(int port, Case sent, int requests) throws IOException {
		byte[] request = sent.request();
		byte[] buffer = new byte[16 * 1024];
		int remaining = requests;
		while (remaining > 0) {
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
				socket.setTcpNoDelay(true);
				socket.setSoTimeout(30_000);
				boolean open = true;
				while (open && remaining > 0) {
					socket.getOutputStream().write(request);
					open = readAnswer(socket.getInputStream(), buffer, sent.status());
					remaining--;
				}
			}
		}
	}

	/**
	 * Read an answer.
	 * @param input where to read
	 * @param buffer must hold the whole answer
	 * @param status the status it should have
	 * @return whether the server keeps the connection
	 * @throws IOException if the status is another one
	 */
	private static boolean readAnswer(InputStream input, byte[] buffer, int status) throws IOException {
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
		if (!answer.startsWith(status + " ", "HTTP/1.1 ".length())) {
			throw new IOException("Not a " + status + ": " + answer);
		}
		return !head(answer).contains("\r\nconnection: close");
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
