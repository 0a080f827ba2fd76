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
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Prometheus server that scrapes the sample every second.
 */
final class Prometheus implements AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final String address;

	private final Process process;

	private Prometheus(String address, Process process) {
		this.address = address;
		this.process = process;
	}

	/**
	 * Start a server.
	 * @param directory the directory for its files
	 * @param port the port of the sample
	 * @return the server, which may not be ready yet
	 * @throws IOException if it cannot be started
	 */
	static Prometheus start(Path directory, int port) throws IOException {
		Path configuration = directory.resolve("prometheus.yml");
		Files.writeString(configuration, """
				scrape_configs:
				  - job_name: billing
				    scrape_interval: 1s
				    metrics_path: /actuator/prometheus
				    authorization: { credentials: operator-key }
				    static_configs: [ { targets: [ "localhost:%d" ] } ]
				""".formatted(port));
		String host = "127.0.0.1:" + freePort();
		Process process = new ProcessBuilder("prometheus", "--config.file=" + configuration,
				"--storage.tsdb.path=" + directory.resolve("data"), "--web.listen-address=" + host, "--log.level=error")
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("prometheus.log").toFile())
			.start();
		return new Prometheus("http://" + host, process);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/**
	 * Evaluate an expression.
	 * @param expression the expression
	 * @return the vector of results, empty as long as the server is not ready
	 */
	JsonNode query(String expression) {
		return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8)).at("/data/result");
	}

	/**
	 * Return the values of a label.
	 * @param label the label
	 * @param selector the series that have the label
	 * @return the values
	 */
	JsonNode values(String label, String selector) {
		return get("/api/v1/label/" + label + "/values?match[]=" + URLEncoder.encode(selector, StandardCharsets.UTF_8))
			.path("data");
	}

	private JsonNode get(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address + path.replace("[]", "%5B%5D"))).build();
		try {
			return JsonMapper.shared().readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
		}
		catch (IOException ex) {
			return JsonMapper.shared().createObjectNode();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
