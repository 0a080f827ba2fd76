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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for errors over HTTP/2, in Tomcat, which speaks it without encryption.
 */
class Http2Tests {

	private static Server server;

	private static HttpClient client;

	@BeforeAll
	static void start() throws Exception {
		server = new Server(Server.Container.TOMCAT, "server.http2.enabled=true", "faultbook.format=details-map");
		client = HttpClient.newHttpClient();
		// The first exchange upgrades the connection
		get("/nope");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void errorHasTheFormat() throws Exception {
		HttpResponse<String> response = get("/nope");
		assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).isEqualTo("""
				{"error":"The requested resource could not be found.","error_code":"resource_not_found"}""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/after-flush", "/late-getter", "/async/stream-after" })
	void streamThatWasSentInPartIsReset(String path) throws Exception {
		assertThatIOException().isThrownBy(() -> get(path)).withMessageContaining("RST_STREAM");
		assertThat(get("/nope").statusCode()).as("the connection stays").isEqualTo(404);
	}

	private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

}
