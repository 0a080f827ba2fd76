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

package io.github.faultbook.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import feign.RetryableException;
import io.github.faultbook.client.Downstream.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests of answers that come late, never end, come by detours or are compressed in a
 * wrong way. All kinds of clients wait for them at the same time, on the HTTP client of
 * the JDK and on Reactor Netty.
 */
@Tag("slow")
@Timeout(60)
@ParameterizedClass
@ValueSource(strings = { "jdk", "reactor" })
class DifficultAnswersTests {

	private static final String BODY = "{\"error\":\"order_not_found\",\"message\":\"No such order.\"}";

	private static final ExecutorService THREADS = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "difficult");
		thread.setDaemon(true);
		return thread;
	});

	private static byte[] bomb = {};

	private static ServerSocket server;

	private static ConfigurableApplicationContext downstream;

	@Parameter
	private String library;

	@BeforeParameterizedClassInvocation
	static void start(String library) throws IOException {
		bomb = bomb();
		server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		THREADS.execute(DifficultAnswersTests::accept);
		downstream = new SpringApplicationBuilder(Downstream.class).web(WebApplicationType.NONE)
			.properties("spring.http.clients.read-timeout=2s", "faultbook.client.body-timeout=300ms",
					"faultbook.formats.house={\"body\":{\"why\":\"{code}\"}}",
					"faultbook.client.services.house.format=house",
					"faultbook.client.services.house.base-url=" + address("127.0.0.1", "/house"))
			.run("--spring.http.clients.imperative.factory=" + library,
					"--spring.http.clients.reactive.connector=" + library);
	}

	@AfterParameterizedClassInvocation
	static void stop() throws IOException {
		downstream.close();
		server.close();
	}

	private static void accept() {
		while (!server.isClosed()) {
			try {
				Socket socket = server.accept();
				THREADS.execute(() -> serve(socket));
			}
			catch (IOException ex) {
				// The test is over
			}
		}
	}

	private static void serve(Socket socket) {
		try (socket) {
			socket.setTcpNoDelay(true);
			StringBuilder head = new StringBuilder();
			while (head.indexOf("\r\n\r\n") < 0) {
				head.append((char) socket.getInputStream().read());
			}
			answer(head.substring(head.indexOf("/") + 1, head.indexOf(" HTTP")), socket);
		}
		catch (IOException ex) {
			// The client has closed the connection
		}
	}

	private static void answer(String path, Socket socket) throws IOException {
		byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
		switch (path) {
			case "bytes" -> {
				send(socket, head("500 Oops", "Content-Length: " + body.length));
				for (byte one : body) {
					send(socket, new byte[] { one });
				}
			}
			case "drip" -> {
				send(socket, head("500 Oops", "Content-Length: 100000"), body);
				while (isOpen(socket)) {
					send(socket, new byte[] { ' ' });
				}
			}
			case "flood" -> {
				send(socket, head("500 Oops", "X-Length: unknown"), body);
				byte[] spaces = new byte[8192];
				Arrays.fill(spaces, (byte) ' ');
				while (true) {
					send(socket, spaces);
				}
			}
			case "half" -> {
				send(socket, head("500 Oops", "Content-Length: 100000"), body);
				waitUntilClosed(socket);
			}
			case "head" -> {
				send(socket, head("500 Oops", "Content-Length: 100000"));
				waitUntilClosed(socket);
			}
			case "here" -> send(socket, head("302 Found", "Location: /error"));
			case "elsewhere" -> send(socket, head("302 Found", "Location: " + address("localhost", "/error")));
			case "house" -> send(socket, head("302 Found", "Location: " + address("localhost", "/why")));
			case "loop" -> send(socket, head("302 Found", "Location: /loop"));
			case "lost" -> send(socket, head("302 Found", "Location: http://127.0.0.1:1/"));
			case "why" -> send(socket, head("404 Not Found", "X-A: b"), "{\"why\":\"gone\"}".getBytes());
			case "zlib" -> send(socket, head("404 Not Found", "Content-Encoding: deflate"), deflated(body, false));
			case "raw" -> send(socket, head("404 Not Found", "Content-Encoding: deflate"), deflated(body, true));
			case "not-deflate" -> send(socket, head("404 Not Found", "Content-Encoding: deflate"), body);
			case "not-gzip" -> send(socket, head("404 Not Found", "Content-Encoding: gzip"), body);
			case "other" -> send(socket, head("404 Not Found", "Content-Encoding: br"), body);
			case "bomb" -> send(socket, head("404 Not Found", "Content-Encoding: gzip"), bomb);
			default -> send(socket, head("404 Not Found", "X-A: b"), body);
		}
	}

	private static byte[] head(String status, String header) {
		return ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\n" + header
				+ "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static void send(Socket socket, byte[]... parts) throws IOException {
		OutputStream output = socket.getOutputStream();
		for (byte[] part : parts) {
			output.write(part);
		}
		output.flush();
	}

	private static void waitUntilClosed(Socket socket) throws IOException {
		boolean open = true;
		while (open) {
			open = isOpen(socket);
		}
	}

	// Waiting for the end of the connection is also what makes the server slow
	private static boolean isOpen(Socket socket) throws IOException {
		socket.setSoTimeout(20);
		try {
			return socket.getInputStream().read() >= 0;
		}
		catch (SocketTimeoutException ex) {
			return true;
		}
	}

	private static byte[] deflated(byte[] body, boolean raw) throws IOException {
		ByteArrayOutputStream deflated = new ByteArrayOutputStream();
		try (OutputStream output = new DeflaterOutputStream(deflated, new Deflater(9, raw))) {
			output.write(body);
		}
		return deflated.toByteArray();
	}

	/**
	 * Return a few hundred kilobytes that stand for 100 megabytes.
	 */
	private static byte[] bomb() throws IOException {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (OutputStream output = new GZIPOutputStream(zipped)) {
			byte[] spaces = new byte[1_000_000];
			Arrays.fill(spaces, (byte) ' ');
			for (int i = 0; i < 100; i++) {
				output.write(spaces);
			}
		}
		return zipped.toByteArray();
	}

	private static String address(String host, String path) {
		return "http://%s:%d%s".formatted(host, server.getLocalPort(), path);
	}

	private static @Nullable Throwable call(Kind kind, String path) {
		return catchThrowable(() -> kind.get(downstream, URI.create(address("127.0.0.1", path)), "any"));
	}

	private static Map<Kind, RemoteErrorException> callWithAll(String path) {
		Map<Kind, CompletableFuture<@Nullable Throwable>> calls = new EnumMap<>(Kind.class);
		for (Kind kind : Kind.values()) {
			calls.put(kind, CompletableFuture.supplyAsync(() -> call(kind, path), THREADS));
		}
		Map<Kind, RemoteErrorException> exceptions = new EnumMap<>(Kind.class);
		calls.forEach((kind, call) -> {
			Throwable failure = call.join();
			assertThat(failure).as("%s with %s", path, kind).isInstanceOf(RemoteErrorException.class);
			exceptions.put(kind, (RemoteErrorException) failure);
		});
		return exceptions;
	}

	@ParameterizedTest
	@CsvSource({ "bytes, 500, order_not_found", "here, 404, order_not_found", "elsewhere, 404, order_not_found",
			"house, 404, gone", "other, 404, order_not_found", "zlib, 404, order_not_found" })
	void answerIsReadWhateverItsWay(String path, int status, String code) {
		callWithAll("/" + path).forEach((kind, ex) -> {
			assertThat(ex.getStatusCode().value()).as(kind.name()).isEqualTo(status);
			assertThat(ex.getCode()).as(kind.name()).isEqualTo(code);
			assertThat(ex.getUri()).as(kind.name()).hasPath("/" + path);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "drip", "half", "head", "flood" })
	void answerWithoutEndIsCut(String path) {
		callWithAll("/" + path).forEach((kind, ex) -> {
			assertThat(ex.getStatusCode().value()).as(kind.name()).isEqualTo(500);
			assertThat(ex.getResponseHeaders().getFirst("Content-Type")).as(kind.name()).isEqualTo("application/json");
			assertThat(ex.getResponseBodyAsString()).as(kind.name())
				.startsWith(path.equals("head") ? "" : BODY)
				.hasSizeLessThanOrEqualTo(path.equals("head") ? 0 : 256 * 1024);
		});
	}

	@Test
	void bombIsNotInflated() {
		for (Kind kind : Kind.values()) {
			Throwable failure = call(kind, "/bomb");
			if (failure instanceof RemoteErrorException ex) {
				assertThat(ex.getStatusCode().value()).as(kind.name()).isEqualTo(404);
				assertThat(ex.getResponseBodyAsByteArray()).as(kind.name()).hasSizeLessThanOrEqualTo(256 * 1024);
				assertThat(ex.getCode()).as(kind.name()).isNull();
			}
			else {
				// Reactor Netty may fail while it inflates the bomb
				assertThat(this.library).as(kind.name()).isEqualTo("reactor");
				assertThat(failure).as(kind.name()).hasRootCauseInstanceOf(DataFormatException.class);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "raw", "not-deflate" })
	void answerInAnotherCompressionIsBounded(String path) {
		callWithAll("/" + path).forEach((kind, ex) -> {
			assertThat(ex.getStatusCode().value()).as(kind.name()).isEqualTo(404);
			assertThat(ex.getResponseBodyAsByteArray()).as(kind.name()).hasSizeLessThanOrEqualTo(256 * 1024);
			boolean asItIs = kind == Kind.WEB_CLIENT || kind == Kind.WEB_CLIENT_INTERFACE;
			boolean netty = this.library.equals("reactor") && kind != Kind.FEIGN;
			boolean read = switch (path) {
				case "raw" -> asItIs || netty;
				case "not-deflate" -> asItIs && !netty;
				default -> false;
			};
			assertThat(ex.getCode()).as(kind.name()).isEqualTo(read ? "order_not_found" : null);
		});
	}

	/**
	 * The HTTP clients fail before they pass the answer on.
	 */
	@ParameterizedTest
	@EnumSource(Kind.class)
	void answerThatIsNotZippedAsAnnouncedFailsInSomeClients(Kind kind) {
		Class<? extends Exception> expected = switch (kind) {
			case REST_CLIENT, REST_TEMPLATE, REST_CLIENT_INTERFACE ->
				this.library.equals("jdk") ? ResourceAccessException.class : RemoteErrorException.class;
			case WEB_CLIENT, WEB_CLIENT_INTERFACE -> RemoteErrorException.class;
			case FEIGN -> RetryableException.class;
		};
		assertThat(call(kind, "/not-gzip")).isInstanceOf(expected);
	}

	/**
	 * The HTTP clients give up with the last redirect, which is no error.
	 */
	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "FEIGN")
	void redirectsWithoutEndAreNotNoticed(Kind kind) {
		assertThat(call(kind, "/loop")).isNull();
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void redirectToNowhereFailsAsWithoutFaultbook(Kind kind) {
		assertThat(call(kind, "/lost")).isNotNull().isNotInstanceOf(RemoteErrorException.class);
	}

}
