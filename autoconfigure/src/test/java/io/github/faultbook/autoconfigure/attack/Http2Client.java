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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Sends well-formed attacks over connections of HTTP/2 that many of them share, without
 * encryption.
 */
final class Http2Client {

	/**
	 * Headers of HTTP/1.1 that the client sets itself.
	 */
	private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "content-length", "host");

	/**
	 * A status of requests that a server cannot read. HTTP/2 has other means to reject
	 * them.
	 */
	private static final int UNREADABLE = 431;

	/**
	 * The number of bytes that Tomcat accepts with a request that upgrades the connection
	 * to HTTP/2.
	 */
	private static final int UPGRADE_LIMIT = 4096;

	/**
	 * The number of attacks over one connection. Tomcat never returns the bytes of a body
	 * that nobody reads to the flow control window of the connection, so that the
	 * connection would accept no more bodies after many of them.
	 */
	private static final int CONNECTION_LIMIT = 1000;

	private static final AtomicInteger SENT = new AtomicInteger();

	private static volatile HttpClient client = newClient();

	private Http2Client() {
	}

	private static HttpClient newClient() {
		return HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
	}

	/**
	 * Translate an attack.
	 * @param port the port on this machine
	 * @param attack the attack
	 * @return the request, or {@code null} if the client cannot send it
	 */
	static @Nullable HttpRequest request(int port, Attack attack) {
		int end = attack.request().indexOf("\r\n\r\n");
		List<String> lines = attack.request().substring(0, Math.max(end, 0)).lines().toList();
		if (lines.isEmpty() || attack.statuses().contains(UNREADABLE)
				|| !lines.get(0).matches("[A-Z]+ /\\S* HTTP/1.1")) {
			return null;
		}
		String[] start = lines.get(0).split(" ");
		byte[] body = attack.request().substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
		try {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + start[1]))
				.method(start[0],
						(body.length > 0) ? HttpRequest.BodyPublishers.ofByteArray(body)
								: HttpRequest.BodyPublishers.noBody())
				.timeout(Duration.ofSeconds(15));
			for (String line : lines.subList(1, lines.size())) {
				String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
				if (!OF_THE_CONNECTION.contains(name)) {
					request.header(name, line.substring(name.length() + 1).strip());
				}
			}
			return request.build();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Send an attack.
	 * @param port the port on this machine
	 * @param attack the attack, which the client can send
	 * @return the response as HTTP/1.1 has it, each character one byte
	 * @throws IOException if there is no complete response
	 */
	static String send(int port, Attack attack) throws IOException {
		if (SENT.incrementAndGet() % CONNECTION_LIMIT == 0) {
			client = newClient();
		}
		try {
			if (attack.request().length() > UPGRADE_LIMIT) {
				client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/document")).build(),
						HttpResponse.BodyHandlers.discarding());
			}
			HttpResponse<byte[]> response = client.send(request(port, attack), HttpResponse.BodyHandlers.ofByteArray());
			StringBuilder text = new StringBuilder("HTTP/1.1 " + response.statusCode() + " \r\n");
			response.headers()
				.map()
				.forEach((name, values) -> values
					.forEach((value) -> text.append(name).append(": ").append(value).append("\r\n")));
			if (response.headers().firstValue("content-length").isEmpty()) {
				text.append("Content-Length: ").append(response.body().length).append("\r\n");
			}
			return text.append("\r\n").append(new String(response.body(), StandardCharsets.ISO_8859_1)).toString();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

}
