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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.github.faultbook.client.Downstream.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests of answers that no well-behaved service sends, over sockets.
 */
@ExtendWith(OutputCaptureExtension.class)
class HostileAnswersTests {

	private static final String BODY = "{\"error\":\"order_not_found\",\"message\":\"Törtchen is the secret.\"}";

	private static final Map<String, byte[]> ANSWERS = new ConcurrentHashMap<>();

	private static ServerSocket server;

	private static ConfigurableApplicationContext downstream;

	@BeforeAll
	static void start() throws IOException {
		server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(HostileAnswersTests::serve, "hostile");
		thread.setDaemon(true);
		thread.start();
		downstream = new SpringApplicationBuilder(Downstream.class).web(WebApplicationType.NONE).run();
	}

	@AfterAll
	static void stop() throws IOException {
		downstream.close();
		server.close();
	}

	private static void serve() {
		while (!server.isClosed()) {
			try (Socket socket = server.accept()) {
				StringBuilder head = new StringBuilder();
				while (head.indexOf("\r\n\r\n") < 0) {
					head.append((char) socket.getInputStream().read());
				}
				OutputStream output = socket.getOutputStream();
				output.write(ANSWERS.get(head.substring(head.indexOf("/") + 1, head.indexOf(" HTTP"))));
				output.flush();
			}
			catch (IOException ex) {
				// The client has closed the connection, or the test is over
			}
		}
	}

	private static RemoteErrorException call(Kind kind, String head, byte[] body) {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		answer.writeBytes(("HTTP/1.1 " + head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
		answer.writeBytes(body);
		ANSWERS.put("answer", answer.toByteArray());
		URI uri = URI
			.create("http://%s:%d/answer".formatted(server.getInetAddress().getHostAddress(), server.getLocalPort()));
		Throwable ex = catchThrowable(() -> kind.get(downstream, uri, "any"));
		assertThat(ex).isInstanceOf(RemoteErrorException.class);
		return (RemoteErrorException) ex;
	}

	private static RemoteErrorException call(Kind kind, String head, String body) {
		return call(kind, head, body.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void unreadableAnswersKeepStatusHeadersAndBytes(Kind kind, CapturedOutput output) {
		RemoteErrorException html = call(kind, "502 Bad Gateway\r\nContent-Type: text/html\r\nX-Proxy: p1",
				"<html>Secret gateway</html>");
		assertThat(html.getStatusCode().value()).isEqualTo(502);
		assertThat(html.getResponseHeaders().getFirst("X-Proxy")).isEqualTo("p1");
		assertThat(html.getResponseBodyAsString()).isEqualTo("<html>Secret gateway</html>");
		assertThat(html.isRead()).isFalse();
		assertThat(html.isRetryable()).isTrue();
		for (String body : new String[] { "", "{\"error\":\"order_no", "[]", "null", "\u0000\u0001",
				"{\"a\":\"b\"}" }) {
			RemoteErrorException ex = call(kind, "404 Not Found\r\nContent-Type: application/json", body);
			assertThat(ex.getStatusCode().value()).isEqualTo(404);
			assertThat(ex.isRead()).as(body).isFalse();
			assertThat(ex.getCode()).isNull();
			assertThat(ex.getResponseBodyAsString()).isEqualTo(body);
		}
		RemoteErrorException cut = call(kind, "404 Not Found\r\nContent-Length: 500", BODY);
		assertThat(cut.getStatusCode().value()).isEqualTo(404);
		RemoteErrorException odd = call(kind, "599 Odd\r\nContent-Type: application/json", BODY);
		assertThat(odd.getStatusCode().value()).isEqualTo(599);
		assertThat(odd.getCode()).isEqualTo("order_not_found");
		assertThat(output).doesNotContain("Secret gateway").doesNotContain("secret");
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void bodiesAreReadWhateverTheirEncoding(Kind kind) throws IOException {
		String json = "404 Not Found\r\nContent-Type: application/json";
		assertThat(call(kind, json + ";charset=ISO-8859-1", BODY).getError().message()).startsWith("Törtchen");
		assertThat(call(kind, json + ";charset=ISO-8859-1", BODY.getBytes(StandardCharsets.ISO_8859_1)).getError()
			.message()).startsWith("Törtchen");
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
			gzip.write(BODY.getBytes(StandardCharsets.UTF_8));
		}
		assertThat(call(kind, json + "\r\nContent-Encoding: gzip", zipped.toByteArray()).getCode())
			.isEqualTo("order_not_found");
	}

	/**
	 * The other kinds of clients fail in Spring when they choose a converter for the
	 * body, before they call a handler.
	 */
	@Test
	void contentTypesNeedNotBeValid() {
		for (String type : new String[] { "/;;charset=none", "application/json;charset=nonsense" }) {
			RemoteErrorException ex = call(Kind.REST_TEMPLATE, "404 Not Found\r\nContent-Type: " + type, BODY);
			assertThat(ex.getStatusCode().value()).isEqualTo(404);
			assertThat(ex.getCode()).isEqualTo("order_not_found");
		}
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void largeBodiesAreCut(Kind kind) {
		byte[] large = new byte[10_000_000];
		Arrays.fill(large, (byte) 'x');
		RemoteErrorException ex = call(kind, "500 Oops\r\nContent-Type: application/json", large);
		assertThat(ex.isRead()).isFalse();
		assertThat(ex.getResponseBodyAsByteArray()).hasSize(256 * 1024);
	}

	@Test
	void decoderNeverThrows() {
		RemoteErrorDecoder decoder = downstream.getBean(RemoteErrorDecoder.class);
		Random random = new Random(7);
		String[] seeds = { BODY, "{\"error\":{\"code\":\"A\",\"message\":\"b\",\"details\":{\"a\":[\"b\",1]}}}",
				"{\"type\":\"about:blank\",\"title\":\"a\",\"status\":404,\"detail\":\"b\",\"instance\":\"/\","
						+ "\"code\":\"x\",\"errors\":[{\"detail\":\"d\",\"pointer\":\"#/a/0\",\"code\":\"c\"}],\"n\":1e9}",
				"{\"error\":{\"message\":\"a\",\"type\":\"api_error\"}}" };
		IntStream.range(0, 10_000).forEach((i) -> {
			byte[] body = seeds[random.nextInt(seeds.length)].getBytes(StandardCharsets.UTF_8);
			for (int changes = random.nextInt(4); changes > 0; changes--) {
				body[random.nextInt(body.length)] = (byte) "{}[]\":,0e\\\u0000ÿ".charAt(random.nextInt(12));
			}
			body = Arrays.copyOf(body, (random.nextInt(4) == 0) ? random.nextInt(body.length) : body.length);
			HttpHeaders headers = new HttpHeaders();
			headers.set("Content-Type", (i % 2 == 0) ? "application/problem+json" : "application/json;charset=\"");
			headers.set("Retry-After", (i % 3 == 0) ? "99999999999999999999" : "Sun, 99 Nov");
			RemoteErrorException ex = decoder.decode(HttpMethod.GET, URI.create("/x"), HttpStatusCode.valueOf(503),
					headers, body);
			assertThat(ex.getStatusCode().value()).isEqualTo(503);
			assertThat(ex.getMessage()).startsWith("503 ");
			assertThat(ex.getRetryAfter()).isNull();
		});
	}

}
