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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The ways in which a client uses a connection.
 */
enum Client {

	/**
	 * Send the request and close the output.
	 */
	HALF_CLOSED,

	/**
	 * Send the request in small pieces.
	 */
	SLOW,

	/**
	 * Send the request, read the response and send another request.
	 */
	KEEP_ALIVE,

	/**
	 * Send another request before reading the response.
	 */
	PIPELINED,

	/**
	 * Send the request over HTTP/2.
	 */
	HTTP_2;

	static final String FOLLOWING_BODY = "document";

	private static final String FOLLOWING = "GET /document HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

	private static final int TIMEOUT = 15_000;

	private static final int ATTEMPTS = 50;

	static Client of(Attack attack, long seed) {
		List<Client> able = able(attack);
		return able.get(new SplittableRandom(~seed).nextInt(able.size()));
	}

	/**
	 * Return the clients that can carry out an attack.
	 * @param attack the attack
	 * @return the clients
	 */
	static List<Client> able(Attack attack) {
		if (!attack.framed()) {
			return List.of(HALF_CLOSED, SLOW);
		}
		return Stream.of(values())
			.filter((client) -> client != HTTP_2 || Http2Client.request(0, attack) != null)
			.toList();
	}

	boolean followsUp() {
		return this == KEEP_ALIVE || this == PIPELINED;
	}

	/**
	 * Carry out an attack. It is repeated if the server resets the connection or the
	 * stream, which it does after the response if it has not read all of the request, so
	 * that the response may be lost.
	 * @param port the port on this machine
	 * @param attack the attack
	 * @return all received data, each character one byte
	 * @throws IOException if the server does not end the exchange
	 */
	String send(int port, Attack attack) throws IOException {
		if (this == HTTP_2) {
			try {
				return Http2Client.send(port, attack);
			}
			catch (IOException ex) {
				return Http2Client.send(port, attack);
			}
		}
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		for (int i = 0; i < ATTEMPTS && !exchange(port, attack, answer); i++) {
			answer.reset();
		}
		return answer.toString(StandardCharsets.ISO_8859_1);
	}

	private boolean exchange(int port, Attack attack, ByteArrayOutputStream answer) throws IOException {
		String request = followsUp() ? attack.request().replace("Connection: close\r\n", "") : attack.request();
		try (Socket socket = new Socket("localhost", port)) {
			socket.setSoTimeout(TIMEOUT);
			socket.setTcpNoDelay(true);
			talk(socket, request, attack.isHead(), answer);
			return true;
		}
		catch (SocketException ex) {
			return isComplete(answer.toString(StandardCharsets.ISO_8859_1), attack.isHead());
		}
	}

	private void talk(Socket socket, String request, boolean head, ByteArrayOutputStream answer) throws IOException {
		OutputStream output = socket.getOutputStream();
		byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
		switch (this) {
			case SLOW -> {
				int piece = Math.max(1, bytes.length / 50);
				for (int i = 0; i < bytes.length; i += piece) {
					output.write(bytes, i, Math.min(piece, bytes.length - i));
				}
			}
			case PIPELINED -> output.write((request + FOLLOWING).getBytes(StandardCharsets.ISO_8859_1));
			default -> output.write(bytes);
		}
		if (this == KEEP_ALIVE && readOne(socket.getInputStream(), head, answer)) {
			output.write(FOLLOWING.getBytes(StandardCharsets.ISO_8859_1));
		}
		else if (this == HALF_CLOSED || this == SLOW) {
			socket.shutdownOutput();
		}
		socket.getInputStream().transferTo(answer);
	}

	/**
	 * Read a response with its body.
	 * @param input the connection
	 * @param head whether the response has no body
	 * @param answer the buffer to add the response to
	 * @return whether the connection is still open
	 * @throws IOException if the server does not respond
	 */
	private static boolean readOne(InputStream input, boolean head, ByteArrayOutputStream answer) throws IOException {
		byte[] buffer = new byte[8192];
		for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
			answer.write(buffer, 0, read);
			if (isComplete(answer.toString(StandardCharsets.ISO_8859_1), head)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isComplete(String bytes, boolean head) {
		int end = bytes.indexOf("\r\n\r\n") + 4;
		if (end < 4) {
			return false;
		}
		int length = bytes.indexOf("\r\nContent-Length: ");
		if (length < 0 || length >= end) {
			return head || bytes.startsWith("HTTP/1.1 304") || bytes.endsWith("0\r\n\r\n");
		}
		String value = bytes.substring(length + 18, bytes.indexOf("\r\n", length + 2));
		return head || bytes.length() >= end + Integer.parseInt(value);
	}

}
