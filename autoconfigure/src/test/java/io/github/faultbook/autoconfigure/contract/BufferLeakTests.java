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

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.group.ChannelGroup;
import io.netty.util.ResourceLeakDetector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that every buffer of Netty is released, with its leak detector, which reports a
 * buffer that was collected without having been released.
 */
@Tag("netty")
class BufferLeakTests {

	/**
	 * The methods of Spring that lose buffers, also without Faultbook: the reader of
	 * multipart bodies, if it fails or is canceled while another thread writes a part to
	 * a file, and the writer of a stream, which keeps the first element until the client
	 * is ready for it.
	 */
	private static final Pattern LOST_BY_SPRING = Pattern
		.compile("org\\.springframework\\.http\\.codec\\.(multipart\\.|AbstractJacksonEncoder\\.encodeStreamingValue)");

	private static final ResourceLeakDetector.Level LEVEL = ResourceLeakDetector.getLevel();

	private static final ListAppender<ILoggingEvent> REPORTS = new ListAppender<>();

	private static Server server;

	private static int planted;

	@BeforeAll
	static void start() {
		ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
		List<String> properties = new ArrayList<>(List.of(DatabaseCases.PROPERTIES));
		properties.addAll(List.of("faultbook.format=current", "logging.threshold.console=off",
				"logging.level." + ResourceLeakDetector.class.getName() + "=error", "spring.main.sources="
						+ ContractTests.CurrentFormat.class.getName() + "," + StreamApplication.class.getName()));
		server = Server.reactive(ReactiveContractApplication.class, properties.toArray(String[]::new));
		REPORTS.start();
		((Logger) LoggerFactory.getLogger(ResourceLeakDetector.class)).addAppender(REPORTS);
	}

	@AfterAll
	static void stop() {
		server.close();
		ResourceLeakDetector.setLevel(LEVEL);
	}

	@AfterEach
	void everyBufferIsReleased() {
		assertThat(reports()).isEmpty();
	}

	/**
	 * Collect all buffers that nothing refers to. One more is lost here, which is
	 * reported after those of the requests.
	 * @return the reports on the buffers of the requests
	 */
	private static List<String> reports() {
		ChannelGroup connections = server.application().getBean(StreamApplication.class).connections();
		await().until(connections::isEmpty);
		System.gc();
		String hint = "planted " + planted++;
		ByteBufAllocator.DEFAULT.buffer().touch(hint);
		await().untilAsserted(() -> {
			System.gc();
			// Reports what was collected
			ByteBufAllocator.DEFAULT.buffer().release();
			assertThat(messages()).anyMatch((message) -> message.contains(hint));
		});
		List<String> reports = messages().stream()
			.filter((message) -> !message.contains(hint) && !LOST_BY_SPRING.matcher(message).find())
			.toList();
		REPORTS.list.clear();
		return reports;
	}

	private static List<String> messages() {
		return List.copyOf(REPORTS.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	@Test
	void lostBufferIsReported() {
		assertThat(server.exchange(post("/stream/lose", "text/plain", "lost")).status()).isEqualTo(409);
		assertThat(reports()).singleElement().asString().contains("LEAK: ByteBuf.release() was not called");
	}

	@Test
	void contract() {
		List<String> formats = List.copyOf(ContractTests.FORMATS.keySet());
		List<ContractCase> cases = ReactiveCases.all(Server.ReactiveContainer.NETTY).toList();
		for (int i = 0; i < cases.size(); i++) {
			ContractTests.check(server, formats.get(i % formats.size()), cases.get(i));
		}
	}

	@Test
	void invalidInput() throws IOException {
		for (BadInput input : BadInput.all()) {
			server.exchange(input.bytes());
		}
	}

	// In rare runs, Reactor Netty loses a buffer of a body that nobody has read
	@ParameterizedTest
	@EnumSource
	@Tag("attack")
	void hostileBodies(Ending ending) throws IOException {
		for (String request : bodies()) {
			ending.send(request);
		}
	}

	@ParameterizedTest
	@EnumSource
	void streams(Ending ending) throws IOException {
		for (String path : List.of("events/failing", "events/part", "events/endless", "lines/failing", "lines/endless",
				"blocks")) {
			ending.send("GET /stream/" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		}
	}

	@Test
	void clientLeavesWhileTheHandlerWaits() throws Exception {
		Semaphore waiting = server.application().getBean(StreamApplication.class).waiting();
		for (int i = 0; i < 10; i++) {
			try (Socket socket = new Socket("localhost", server.port())) {
				String request = post("/stream/wait", "application/json", "{\"a\":\"b\"}");
				socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
				assertThat(waiting.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
			}
		}
	}

	private static List<String> bodies() {
		String json = "{\"customer_name\":\"Ada\",\"email\":\"x\",\"items\":[" + "{\"sku\":\"\",\"qty\":0},".repeat(20)
				+ "{}]}";
		String large = "[" + "{\"sku\":\"x\",\"qty\":1},".repeat(20_000) + "{}]";
		String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"f\"\r\n"
				+ "Content-Type: application/json\r\n\r\n%s\r\n";
		List<String> bodies = new ArrayList<>();
		for (String path : List.of("/orders", "/orders/list", "/bad/values", "/stream/read", "/stream/ignore",
				"/nowhere")) {
			for (String body : List.of(json, json.substring(0, 90), large, "", "null", "\u00ff\u00fe")) {
				bodies.add(post(path, "application/json", body));
				bodies.add(chunked(path, "application/json", body));
			}
		}
		for (String path : List.of("/input/parts", "/input/part", "/stream/parts", "/nowhere")) {
			for (String body : List.of(part.formatted("meta", "{\"title\":1}") + "--b--\r\n",
					part.formatted("file", "x".repeat(2000)) + part.formatted("meta", "{") + "--b--\r\n",
					part.formatted("file", "x".repeat(100_000)) + "--b--\r\n", part.formatted("file", "x"), "--b\r\n",
					"no boundary", "--b\r\nContent-Disposition: x\r\nmalformed\r\n\r\nx\r\n--b--\r\n",
					"--b\r\n" + "X-Long: " + "x".repeat(20_000) + "\r\n\r\n",
					part.formatted("file", "x").repeat(300) + "--b--\r\n")) {
				bodies.add(post(path, "multipart/form-data; boundary=b", body));
				bodies.add(chunked(path, "multipart/form-data; boundary=b", body));
			}
			bodies.add(post(path, "multipart/form-data", part.formatted("file", "x")));
		}
		for (String body : List.of("name=%zz", "a=b&".repeat(100_000), "page=x")) {
			bodies.add(post("/input/form", "application/x-www-form-urlencoded", body));
		}
		bodies.add("POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
				+ "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\nzz\r\n");
		bodies.add(post("/orders", "application/json", json).replace("Connection: close\r\n", "")
				+ post("/nowhere", "text/plain", "x"));
		return bodies;
	}

	private static String post(String path, String type, String body) {
		return "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
			.formatted(path, type, body.length(), body);
	}

	private static String chunked(String path, String type, String body) {
		StringBuilder chunks = new StringBuilder();
		int size = Math.max(1, body.length() / 3);
		for (int start = 0; start < body.length(); start += size) {
			String chunk = body.substring(start, Math.min(start + size, body.length()));
			chunks.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk).append("\r\n");
		}
		return "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n%s0\r\n\r\n"
			.formatted(path, type, chunks);
	}

	/**
	 * How a client ends an exchange.
	 */
	enum Ending {

		/**
		 * The client reads the beginning of the response and closes the connection.
		 */
		READ,

		/**
		 * The client sends a half of the body and closes the connection.
		 */
		CUT,

		/**
		 * The client sends a half of the body and resets the connection.
		 */
		RESET,

		/**
		 * The client sends all of the body and resets the connection without reading.
		 */
		UNREAD;

		void send(String request) throws IOException {
			byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
			int head = request.indexOf("\r\n\r\n") + 4;
			int length = (this == CUT || this == RESET) ? head + (bytes.length - head) / 2 : bytes.length;
			try (Socket socket = new Socket("localhost", server.port())) {
				socket.setSoTimeout(10_000);
				socket.setSoLinger(this == RESET || this == UNREAD, 0);
				OutputStream output = socket.getOutputStream();
				output.write(bytes, 0, length);
				output.flush();
				if (this == READ) {
					socket.getInputStream().readNBytes(100);
				}
			}
			catch (SocketException ex) {
				// The server has closed the connection
			}
		}

	}

}
