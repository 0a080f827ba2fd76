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

package io.github.faultbook.autoconfigure.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Speaks HTTP as rudely as a test needs.
 */
public final class Wire {

	private Wire() {
	}

	/**
	 * Send bytes as they are and read the answer until the server closes the connection.
	 * @param port the port on this machine
	 * @param request the request, each character one byte
	 * @return the answer
	 */
	static Answer exchange(int port, String request) {
		return Answer.parse(exchange(port, request, false));
	}

	/**
	 * Send bytes as they are, say that there will be no more, and read all answers.
	 * @param port the port on this machine
	 * @param request the request, each character one byte
	 * @return the answers, each character one byte; may be empty
	 */
	public static String send(int port, String request) {
		return exchange(port, request, true);
	}

	private static String exchange(int port, String request, boolean last) {
		try (Socket socket = new Socket("localhost", port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			if (last) {
				socket.shutdownOutput();
			}
			return readAll(socket.getInputStream()).toString(StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new IllegalStateException("No answer to " + request, ex);
		}
	}

	private static ByteArrayOutputStream readAll(InputStream input) throws IOException {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		try {
			for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
				output.write(buffer, 0, read);
			}
		}
		catch (SocketException ex) {
			// A connection that is reset after the answer
		}
		return output;
	}

	/**
	 * The answer of a server.
	 *
	 * @param status the status
	 * @param headers the headers, by name in any case
	 * @param body the body without its framing
	 * @param complete whether the framing says that this is all of it
	 */
	public record Answer(int status, Map<String, List<String>> headers, String body, boolean complete) {

		public static Answer parse(String text) {
			int end = text.indexOf("\r\n\r\n");
			if (end < 0) {
				throw new IllegalStateException("Not an HTTP answer: '" + text + "'");
			}
			String[] lines = text.substring(0, end).split("\r\n");
			Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			for (int i = 1; i < lines.length; i++) {
				int colon = lines[i].indexOf(':');
				headers.computeIfAbsent(lines[i].substring(0, colon), (name) -> new ArrayList<>())
					.add(lines[i].substring(colon + 1).strip());
			}
			int status = Integer.parseInt(lines[0].split(" ")[1]);
			String content = text.substring(end + 4);
			if (headers.containsKey("Transfer-Encoding")) {
				return chunked(status, headers, content);
			}
			List<String> length = headers.get("Content-Length");
			int size = (length != null) ? Integer.parseInt(length.get(0)) : content.length();
			boolean complete = length != null && content.length() == size;
			return new Answer(status, headers, utf8(content.substring(0, Math.min(size, content.length()))), complete);
		}

		private static Answer chunked(int status, Map<String, List<String>> headers, String content) {
			StringBuilder body = new StringBuilder();
			int position = 0;
			while (true) {
				int line = content.indexOf("\r\n", position);
				if (line < 0) {
					return new Answer(status, headers, utf8(body.toString()), false);
				}
				int size = Integer.parseInt(content.substring(position, line).strip(), 16);
				if (size == 0) {
					return new Answer(status, headers, utf8(body.toString()), true);
				}
				int until = Math.min(line + 2 + size, content.length());
				body.append(content, line + 2, until);
				position = until + 2;
				if (position > content.length()) {
					return new Answer(status, headers, utf8(body.toString()), false);
				}
			}
		}

		private static String utf8(String bytes) {
			return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
		}

	}

}
