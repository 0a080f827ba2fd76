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
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The answer to a request and the state of its connection, which a second request
 * reveals.
 *
 * @param statuses the status, after those of interim responses
 * @param headers the headers, without those of the content, which the format owns
 * @param connection what became of the connection
 * @param body the body without its framing
 */
public record Observation(List<Integer> statuses, Map<String, List<String>> headers, Connection connection,
		String body) {

	private static final Set<String> OF_THE_CONTENT = Set.of("cache-control", "content-disposition", "content-language",
			"content-length", "content-type", "expires", "pragma", "transfer-encoding", "vary",
			"x-content-type-options", "x-error-reference");

	private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "date", "keep-alive", "server");

	private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)\r?$");

	/**
	 * Send a request and another one behind it.
	 * @param port the port on this machine
	 * @param requestLine method and target
	 * @return what came back
	 */
	static Observation of(int port, String requestLine) {
		return of(port, requestLine + " HTTP/1.1\r\nHost: localhost\r\n\r\n", "/controller/body");
	}

	/**
	 * Send a request and another one behind it.
	 * @param port the port on this machine
	 * @param request the request, each character one byte
	 * @param next the path of the other request, which is answered with 200
	 * @return what came back
	 */
	public static Observation of(int port, String request, String next) {
		try (Socket socket = new Socket("localhost", port)) {
			socket.setSoTimeout(4_000);
			String both = request + "GET " + next + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
			socket.getOutputStream().write(both.getBytes(StandardCharsets.ISO_8859_1));
			ByteArrayOutputStream received = new ByteArrayOutputStream();
			boolean ended = readAll(socket.getInputStream(), received);
			return parse(received.toString(StandardCharsets.ISO_8859_1), request.startsWith("HEAD "), ended);
		}
		catch (IOException ex) {
			throw new IllegalStateException("No answer to " + request, ex);
		}
	}

	private static boolean readAll(InputStream input, ByteArrayOutputStream received) throws IOException {
		byte[] buffer = new byte[8192];
		try {
			for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
				received.write(buffer, 0, read);
			}
			return true;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
		catch (SocketException ex) {
			return true;
		}
	}

	private static Observation parse(String text, boolean head, boolean ended) {
		List<Integer> statuses = new ArrayList<>();
		int position = 0;
		String lines;
		do {
			int end = text.indexOf("\r\n\r\n", position);
			if (end < 0) {
				return new Observation(statuses, Map.of(), ended ? Connection.CUT : Connection.SILENT, "");
			}
			lines = text.substring(position, end);
			statuses.add(Integer.parseInt(lines.split(" ")[1]));
			position = end + 4;
		}
		while (statuses.get(statuses.size() - 1) < 200);
		StringBuilder body = new StringBuilder();
		int next = head ? position : content(text, position, lines, statuses.get(statuses.size() - 1), body);
		Connection connection = Connection.CLOSED;
		if (next < 0) {
			connection = ended ? Connection.CUT : Connection.UNFINISHED;
		}
		else if (text.startsWith("HTTP/1.1 200", next)) {
			connection = Connection.KEPT;
		}
		else if (!ended) {
			connection = Connection.BUSY;
		}
		return new Observation(statuses, headers(lines), connection,
				new String(body.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
	}

	/**
	 * Read the content of a response.
	 * @param text all that was received
	 * @param start where the content begins
	 * @param lines status line and headers
	 * @param status the status
	 * @param body where to add the content
	 * @return where the content ends, -1 if it is incomplete
	 */
	private static int content(String text, int start, String lines, int status, StringBuilder body) {
		Matcher length = LENGTH.matcher(lines);
		if (status == 204 || status == 304) {
			return start;
		}
		if (length.find()) {
			int end = start + Integer.parseInt(length.group(1));
			body.append(text, start, Math.min(end, text.length()));
			return (end <= text.length()) ? end : -1;
		}
		if (!lines.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
			body.append(text, start, text.length());
			return text.length();
		}
		int position = start;
		while (true) {
			int line = text.indexOf("\r\n", position);
			if (line < 0) {
				return -1;
			}
			int size = Integer.parseInt(text.substring(position, line).strip(), 16);
			int end = line + 2 + size;
			body.append(text, Math.min(line + 2, text.length()), Math.min(end, text.length()));
			if (end + 2 > text.length()) {
				return -1;
			}
			position = end + 2;
			if (size == 0) {
				return position;
			}
		}
	}

	private static Map<String, List<String>> headers(String lines) {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		lines.lines().skip(1).forEach((line) -> {
			String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
			if (!OF_THE_CONTENT.contains(name) && !OF_THE_CONNECTION.contains(name)) {
				String value = line.substring(line.indexOf(':') + 1).strip();
				headers.computeIfAbsent(name, (key) -> new ArrayList<>())
					.add(name.equals("allow") ? sorted(value)
							: value.replaceFirst("^JSESSIONID=[^;]+", "JSESSIONID=…"));
			}
		});
		return headers;
	}

	/**
	 * Sort the methods that a resource allows. Spring MVC lists them in an order that
	 * depends on hash codes, which each start of an application may change.
	 * @param methods the methods
	 * @return the methods in alphabetical order
	 */
	private static String sorted(String methods) {
		return Arrays.stream(methods.split(", ?")).sorted().collect(Collectors.joining(", "));
	}

	/**
	 * Return all but the content.
	 * @return what must not change
	 */
	public String visible() {
		return this.statuses + " " + this.connection + " " + this.headers;
	}

	int status() {
		return this.statuses.isEmpty() ? 0 : this.statuses.get(this.statuses.size() - 1);
	}

	/**
	 * The state of a connection after an answer.
	 */
	public enum Connection {

		/**
		 * The next request was answered.
		 */
		KEPT,

		/**
		 * Closed behind a complete response.
		 */
		CLOSED,

		/**
		 * Closed within a response.
		 */
		CUT,

		/**
		 * The response is complete, but the next request was not answered in time.
		 */
		BUSY,

		/**
		 * The response has begun and did not end in time.
		 */
		UNFINISHED,

		/**
		 * Nothing came in time.
		 */
		SILENT

	}

}
