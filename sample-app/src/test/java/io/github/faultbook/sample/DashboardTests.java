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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the dashboard with a Prometheus server: every panel shows data once there are
 * errors.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "logging.level.io.github.faultbook.errors=off")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
@EnabledIf("io.github.faultbook.sample.Promtool#isInstalled")
class DashboardTests {

	private static final Path DASHBOARD = Path.of("..", "docs", "operate", "dashboard.json");

	private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	private Prometheus prometheus;

	@BeforeAll
	void causeErrors(@TempDir Path directory) throws IOException, InterruptedException {
		this.prometheus = Prometheus.start(directory, this.port);
		// Counters begin with the first error, so that only the next ones are an increase
		cause(1);
		await().atMost(Duration.ofMinutes(1))
			.until(() -> this.prometheus.query("faultbook_errors_total").size() >= 3
					&& this.prometheus.query("http_server_requests_seconds_count{error_code!='none'}").size() >= 3);
		cause(150);
	}

	private void cause(int times) throws IOException, InterruptedException {
		for (int i = 0; i < times; i++) {
			get("/businesses", "acme-key");
			get("/businesses", "wrong-key");
			get("/businesses/bus_9", "acme-key");
			get("/businesses/bus_2/summary", "acme-key");
		}
	}

	private void get(String path, String key) throws IOException, InterruptedException {
		this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Authorization", "Bearer " + key)
			.build(), HttpResponse.BodyHandlers.discarding());
	}

	@AfterAll
	void stop() {
		this.prometheus.close();
	}

	@ParameterizedTest
	@MethodSource("panels")
	void panelShowsData(String title, String expression, String legend) {
		String query = expression.replace("$job", "billing")
			.replace("$__rate_interval", "1m")
			.replace("$__range", "1h");
		await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
			JsonNode result = this.prometheus.query(query);
			assertThat(result).as(title).isNotEmpty().allSatisfy((series) -> {
				assertThat(series.at("/value/1").asString()).as(title).isNotEqualTo("NaN");
				LABEL.matcher(legend)
					.results()
					.forEach((label) -> assertThat(series.at("/metric/" + label.group(1)).asString("")).isNotEmpty());
			});
			assertThat(
					result.valueStream().mapToDouble((series) -> Double.parseDouble(series.at("/value/1").asString())))
				.as(title)
				.anyMatch((value) -> value > 0);
		});
	}

	private static Object[][] panels() throws IOException {
		return dashboard().get("panels")
			.valueStream()
			.flatMap((panel) -> panel.get("targets")
				.valueStream()
				.map((target) -> new Object[] { panel.get("title").asString(), target.get("expr").asString(),
						target.path("legendFormat").asString("") }))
			.toArray(Object[][]::new);
	}

	@Test
	void applicationsCanBeChosen() throws IOException {
		String query = dashboard().at("/templating/list/1/query/query").asString();
		assertThat(query).startsWith("label_values(").endsWith(", job)");
		String selector = query.substring("label_values(".length(), query.length() - ", job)".length());
		assertThat(this.prometheus.values("job", selector)).extracting(JsonNode::asString).containsExactly("billing");
	}

	private static JsonNode dashboard() throws IOException {
		return JsonMapper.shared().readTree(Files.readString(DASHBOARD));
	}

}
