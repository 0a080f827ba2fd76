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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.github.faultbook.client.Downstream.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class HostileAnswersTests {

	private static final String BODY = "{\"error\":\"order_not_found\",\"message\":\"Törtchen is the secret.\"}";

	private static final List<String> SEEDS = List.of(BODY,
			"{\"error\":{\"code\":\"A\",\"message\":\"b\",\"details\":{\"a\":[\"b\",1]}}}",
			"{\"type\":\"about:blank\",\"title\":\"a\",\"status\":404,\"detail\":\"b\",\"instance\":\"/\","
					+ "\"code\":\"x\",\"errors\":[{\"detail\":\"d\",\"pointer\":\"#/a/0\",\"code\":\"c\"}],\"n\":1e9}",
			"{\"error\":{\"message\":\"a\",\"type\":\"api_error\"}}", "{\"error\":\"a\",\"error_code\":\"b\"}",
			"<html><title>502 Bad Gateway</title></html>");

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
		RemoteErrorException html = call(kind,
				"502 Bad Gateway\r\nContent-Type: text/html\r\nX-Proxy: p1\r\nX-Error-Reference: ref-1",
				"<html>Secret gateway</html>");
		assertThat(html.getStatusCode().value()).isEqualTo(502);
		assertThat(html.getResponseHeaders().getFirst("X-Proxy")).isEqualTo("p1");
		assertThat(html.getResponseBodyAsString()).isEqualTo("<html>Secret gateway</html>");
		assertThat(html.isRead()).isFalse();
		assertThat(html.getReference()).isEqualTo("ref-1");
		assertThat(html).hasMessageMatching("502 from GET http://127\\.0\\.0\\.1:\\d+/answer, reference ref-1");
		assertThat(html.isRetryable()).isTrue();
		for (String body : new String[] { "", "{\"error\":\"order_no", "[]", "null", "\u0000\u0001",
				"{\"a\":\"b\"}" }) {
			RemoteErrorException ex = call(kind, "404 Not Found\r\nContent-Type: application/json", body);
			assertThat(ex.getStatusCode().value()).isEqualTo(404);
			assertThat(ex.isRead()).as(body).isFalse();
			assertThat(ex.getCode()).isNull();
			assertThat(ex.getReference()).isNull();
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
	void bodiesAreReadWhateverTheirEncoding(Kind kind) {
		String json = "404 Not Found\r\nContent-Type: application/json";
		assertThat(call(kind, json + ";charset=ISO-8859-1", BODY).getError().message()).startsWith("Törtchen");
		assertThat(call(kind, json + ";charset=ISO-8859-1", BODY.getBytes(StandardCharsets.ISO_8859_1)).getError()
			.message()).startsWith("Törtchen");
		assertThat(call(kind, json + "\r\nContent-Encoding: gzip", zipped(BODY.getBytes(StandardCharsets.UTF_8)))
			.getCode()).isEqualTo("order_not_found");
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
		IntStream.range(0, 10_000).forEach((i) -> {
			byte[] body = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
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

	@ParameterizedTest
	@EnumSource(Kind.class)
	void randomAnswersAreTheException(Kind kind) {
		randomAnswers(kind, 200);
	}

	@Tag("long")
	@ParameterizedTest
	@EnumSource(Kind.class)
	void tenThousandRandomAnswersAreTheException(Kind kind) {
		randomAnswers(kind, 10_000);
	}

	private static void randomAnswers(Kind kind, int number) {
		Random random = new Random(kind.ordinal());
		for (int i = 0; i < number; i++) {
			int status = 400 + random.nextInt(200);
			byte[] body = randomBody(random);
			String head = status + " Failed" + randomHeaders(random, body.length);
			RemoteErrorException ex = call(kind, head, body);
			assertThat(ex.getStatusCode().value()).as(head).isEqualTo(status);
			assertThat(ex.getResponseBodyAsByteArray()).as(head).hasSizeLessThanOrEqualTo(256 * 1024);
			assertThat(ex.getMessage()).as(head).startsWith(status + " ").hasSizeLessThan(500);
			assertThat(ex.getError()).as(head).isNotNull();
		}
	}

	private static byte[] randomBody(Random random) {
		byte[] body = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
		return switch (random.nextInt(8)) {
			case 0 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
			case 1 -> {
				random.nextBytes(body);
				yield body;
			}
			case 2 -> zipped(body);
			case 3 -> Arrays.copyOf(zipped(body), 1 + random.nextInt(30));
			case 4 -> new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
			case 5 -> ("{\"error\":" + "[".repeat(random.nextInt(3000)) + "\"x\"}").getBytes(StandardCharsets.UTF_8);
			case 6 -> Arrays.copyOf(body, (random.nextInt(20) == 0) ? 400_000 : body.length + 1);
			default -> {
				for (int changes = random.nextInt(5); changes > 0; changes--) {
					body[random.nextInt(body.length)] = (byte) "{}[]\":,0e\\\u0000ÿ".charAt(random.nextInt(12));
				}
				yield body;
			}
		};
	}

	private static String randomHeaders(Random random, int length) {
		String type = List
			.of("application/json", "application/problem+json", "text/html", "application/json;charset=UTF-16",
					"text/plain;charset=ISO-8859-1", "image/png")
			.get(random.nextInt(6));
		String other = List
			.of("", "Retry-After: 99999999999999999999", "Retry-After: Sun, 99 Nov", "Retry-After: -1", "Location: /x",
					"Content-Length: " + (length + 5), "Content-Length: " + length, "Content-Length: " + length / 2,
					"WWW-Authenticate: Bearer error=\"\"")
			.get(random.nextInt(9));
		return "\r\nContent-Type: " + type + (other.isEmpty() ? "" : "\r\n" + other);
	}

	private static byte[] zipped(byte[] body) {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
			gzip.write(body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return zipped.toByteArray();
	}

}
