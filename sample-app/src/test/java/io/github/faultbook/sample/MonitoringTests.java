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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the dashboard and the alert rules in {@code docs/operate}: they use metrics
 * and labels that the application has.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MonitoringTests {

	private static final Path DIRECTORY = Path.of("..", "docs", "operate");

	private static final Pattern SELECTOR = Pattern.compile("\\b((?:faultbook|http_server)_\\w+)(?:\\{([^}]*)})?");

	private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");

	/**
	 * Labels that Prometheus adds to each series.
	 */
	private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

	@LocalServerPort
	private int port;

	@Test
	void metricsAndLabelsExist() throws IOException, InterruptedException {
		get("/businesses", "acme-key");
		get("/businesses", "wrong-key");
		get("/businesses/bus_9", "acme-key");
		Map<String, Set<String>> metrics = labels(get("/actuator/prometheus", "operator-key"));
		List<String> expressions = Stream.concat(dashboard().stream(), rules().stream()).toList();
		assertThat(expressions).hasSizeGreaterThan(10).allSatisfy((expression) -> {
			Matcher selector = SELECTOR.matcher(expression);
			Set<String> known = new TreeSet<>(OF_PROMETHEUS);
			while (selector.find()) {
				assertThat(metrics).containsKey(selector.group(1));
				known.addAll(metrics.get(selector.group(1)));
				if (selector.group(2) != null) {
					assertThat(known).containsAll(names(selector.group(2)));
				}
			}
			GROUPING.matcher(expression)
				.results()
				.forEach((grouping) -> assertThat(known).containsAll(names(grouping.group(1))));
		});
	}

	@Test
	void valuesInTheExpressionsExist() throws IOException, InterruptedException {
		get("/businesses", "acme-key");
		get("/businesses/bus_9", "acme-key");
		assertThat(get("/actuator/prometheus", "operator-key"))
			.contains("faultbook_errors_total{code=\"business_not_found\",status=\"404\"}")
			.containsPattern("http_server_requests_seconds_count\\{.*error_code=\"none\",.*outcome=\"SUCCESS\"")
			.containsPattern("http_server_requests_seconds_count\\{.*error_code=\"business_not_found\",.*"
					+ "outcome=\"CLIENT_ERROR\",status=\"404\",uri=\"/businesses/\\{id}\"");
	}

	@Test
	@EnabledIf("io.github.faultbook.sample.Promtool#isInstalled")
	void rulesPassTheirUnitTests() {
		Promtool.succeeds("check", "rules", DIRECTORY.resolve("alerts.yml").toString());
		Promtool.succeeds("test", "rules", DIRECTORY.resolve("alerts-tests.yml").toString());
	}

	@Test
	@EnabledIf("io.github.faultbook.sample.Promtool#isInstalled")
	void expressionsOfTheDashboardAreValid(@TempDir Path directory) throws IOException {
		List<Map<String, String>> rules = new ArrayList<>();
		for (String expression : dashboard()) {
			rules.add(Map.of("record", "dashboard:panel:" + rules.size(), "expr",
					expression.replace("$job", "billing").replace("$__rate_interval", "5m").replace("$__range", "6h")));
		}
		Path file = directory.resolve("dashboard.yml");
		Files.writeString(file,
				new Yaml().dump(Map.of("groups", List.of(Map.of("name", "dashboard", "rules", rules)))));
		Promtool.succeeds("check", "rules", file.toString());
	}

	@Test
	void panelsOfTheDashboardHaveTheirOwnPlace() throws IOException {
		Set<String> places = new TreeSet<>();
		JsonNode panels = JsonMapper.shared()
			.readTree(Files.readString(DIRECTORY.resolve("dashboard.json")))
			.get("panels");
		panels.forEach((panel) -> {
			JsonNode place = panel.get("gridPos");
			for (int x = place.get("x").asInt(); x < place.get("x").asInt() + place.get("w").asInt(); x++) {
				for (int y = place.get("y").asInt(); y < place.get("y").asInt() + place.get("h").asInt(); y++) {
					assertThat(places.add(x + "," + y)).as(panel.get("title").asString()).isTrue();
					assertThat(x).isLessThan(24);
				}
			}
		});
	}

	private static List<String> dashboard() throws IOException {
		JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DIRECTORY.resolve("dashboard.json")));
		return dashboard.findValues("expr").stream().map(JsonNode::asString).toList();
	}

	@SuppressWarnings("unchecked")
	private static List<String> rules() throws IOException {
		Map<String, List<Map<String, List<Map<String, String>>>>> file = new Yaml()
			.load(Files.readString(DIRECTORY.resolve("alerts.yml")));
		return file.get("groups")
			.stream()
			.flatMap((group) -> group.get("rules").stream())
			.map((rule) -> rule.get("expr"))
			.toList();
	}

	private static Map<String, Set<String>> labels(String scrape) {
		Map<String, Set<String>> labels = new LinkedHashMap<>();
		scrape.lines().filter((line) -> !line.startsWith("#")).forEach((line) -> {
			String name = line.split("[{ ]")[0];
			int end = line.lastIndexOf('}');
			Set<String> names = labels.computeIfAbsent(name, (key) -> new TreeSet<>());
			if (end > 0) {
				names.addAll(names(line.substring(name.length() + 1, end)));
			}
		});
		return labels;
	}

	/**
	 * Return the names of labels in a selector, a series or a grouping.
	 * @param labels the text between the brackets
	 * @return the names
	 */
	private static List<String> names(String labels) {
		return Pattern.compile("(\\w+)(?:[=!]~?\"[^\"]*\")?(?:,\\s*|$)")
			.matcher(labels)
			.results()
			.map((label) -> label.group(1))
			.toList();
	}

	private String get(String path, String key) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Authorization", "Bearer " + key)
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

}
