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

package io.github.faultbook.sample;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.test.MissingTranslations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the sample application: the requests of {@code requests.http}, sent to a real
 * server in each format. Each format has a server of its own, as requests change its
 * state.
 */
@ParameterizedClass
@MethodSource("formats")
class SampleApplicationTests {

	/**
	 * Headers that must be present if and only if they are expected.
	 */
	private static final Set<String> OWED = Set.of("Accept", "Allow", "Content-Language", "Content-Range", "ETag",
			"Location", "Retry-After", "WWW-Authenticate");

	private static final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static Map<String, HttpFile.Request> requests = Map.of();

	private static SampleServer server;

	private static ApiDescription description;

	@Parameter
	private String format;

	static List<String> formats() {
		return WireFormats.presets();
	}

	@BeforeParameterizedClassInvocation
	static void start(String format) throws IOException, InterruptedException {
		requests = HttpFile.read(Path.of("requests.http"))
			.stream()
			.collect(Collectors.toMap(HttpFile.Request::title, Function.identity()));
		server = SampleServer.start("--faultbook.format=" + format, "--spring.http.clients.read-timeout=300ms");
		description = new ApiDescription(server.get("/v3/api-docs"));
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@MethodSource("io.github.faultbook.sample.Answer#all")
	void answersInTheFormat(Answer expected) throws IOException, InterruptedException {
		HttpFile.Request request = requests.get(expected.request());
		HttpResponse<String> response = send(request);
		assertThat(response.body()).isEqualTo((expected.code() != null)
				? ErrorBodies.body(this.format, expected, expected.code(), request.path()) : expected.body());
		assertThat(response.statusCode()).isEqualTo(ErrorBodies.status(this.format, expected));
		assertThat(description.differences(request, response, expected.code())).isEmpty();
		for (String name : OWED) {
			assertThat(header(response, name)).as(name).matches(expected.headers().getOrDefault(name, ""));
		}
		if (expected.code() != null) {
			assertThat(header(response, "Content-Type")).isEqualTo(ErrorBodies.contentType(this.format));
			assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
			assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(header(response, "X-Error-Reference")).isNotEmpty();
		}
	}

	@Test
	void versionThatDoesNotExistIsAnsweredInTheFormat() throws IOException {
		try (Socket socket = new Socket("localhost", server.port())) {
			socket.getOutputStream()
				.write("GET /businesses HTTP/9.9\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			Answer expected = new Answer("", 505, "", "http_version_not_supported", null,
					"The HTTP version is not supported.", Map.of(), List.of(), Map.of());
			assertThat(answer).startsWith("HTTP/1.1 505 ")
				.endsWith("\r\n\r\n"
						+ ErrorBodies.body(this.format, expected, "http_version_not_supported", "/businesses"));
		}
	}

	@Test
	void errorsOfTheDomainAreTranslated() {
		assertThat(MissingTranslations.of(server.application().getBean(ErrorCatalog.class),
				server.application().getBean(ErrorMessages.class), List.of(Locale.GERMAN)))
			.isEmpty();
	}

	private static HttpResponse<String> send(HttpFile.Request request) throws IOException, InterruptedException {
		return client.send(request.to(server.port()), HttpResponse.BodyHandlers.ofString());
	}

	private static String header(HttpResponse<?> response, String name) {
		return String.join(", ", response.headers().allValues(name));
	}

}
