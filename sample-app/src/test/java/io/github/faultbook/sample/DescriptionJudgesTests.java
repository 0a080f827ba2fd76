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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests in which tools of others judge the OpenAPI description of the sample application,
 * in each format.
 */
@Tag("slow")
@EnabledIf("io.github.faultbook.sample.Node#isInstalled")
class DescriptionJudgesTests {

	/**
	 * Invalid requests that the application accepts: Jackson turns numbers and booleans
	 * into texts.
	 */
	private static final Pattern ACCEPTED = Pattern.compile("mutated from string to (number|boolean)");

	private static final Map<String, SampleServer> servers = new LinkedHashMap<>();

	private static Path directory;

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		directory = Node.directory("judges");
		for (String format : WireFormats.presets()) {
			SampleServer server = SampleServer.start("--faultbook.format=" + format,
					"--spring.http.clients.read-timeout=100ms");
			servers.put(format, server);
			Files.writeString(directory.resolve(format + ".json"), server.get("/v3/api-docs"));
		}
	}

	@AfterAll
	static void stop() {
		servers.values().forEach(SampleServer::close);
	}

	@Test
	void redoclyFindsNothing() {
		lint("redocly", "lint", "--config", "redocly.yaml");
	}

	@Test
	void spectralFindsNothing() {
		lint("spectral", "lint", "--ruleset", "spectral.yaml", "--fail-severity", "hint");
	}

	private static void lint(String program, String... arguments) {
		List<String> command = new ArrayList<>(List.of("../node_modules/.bin/" + program));
		command.addAll(List.of(arguments));
		servers.keySet().forEach((format) -> command.add(format + ".json"));
		Node.run(directory, command.toArray(String[]::new));
	}

	@Test
	void examplesMeanSomething() throws IOException {
		for (String format : servers.keySet()) {
			assertThat(Files.readString(directory.resolve(format + ".json"))).as(format)
				.doesNotContain("/example", "\"example\"]", ":\"example\"");
		}
		assertThat(Files.readString(directory.resolve("problem-details.json")))
			.contains("\"instance\":\"/businesses/bus_1/invoices/inv_1/payments\"");
	}

	/**
	 * Specmatic sends valid and invalid requests that it generates from the description.
	 * Whether a valid one succeeds depends on the requests before it, so only the answers
	 * to invalid ones are judged.
	 */
	@Test
	void invalidRequestsAreAnsweredAsDescribed()
			throws IOException, InterruptedException, ParserConfigurationException, SAXException {
		StringBuilder contracts = new StringBuilder();
		servers.keySet()
			.forEach((format) -> contracts.append("      - baseUrl: %s\n        specs: [./%s.json]\n"
				.formatted(servers.get(format).origin(), format)));
		Path configuration = directory.resolve("specmatic.yaml");
		Files.writeString(configuration, Files.readString(configuration).replace("      []\n", contracts));
		File log = directory.resolve("specmatic.log").toFile();
		ProcessBuilder specmatic = new ProcessBuilder(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-jar", "../node_modules/specmatic/specmatic.jar", "test", "--filter",
				"METHOD='POST'", "--junitReportDir", "report")
			.directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log);
		specmatic.environment()
			.putAll(Map.of("SPECMATIC_GENERATIVE_TESTS", "true", "SCHEMA_EXAMPLE_DEFAULT", "true",
					"SPECMATIC_DISABLE_TELEMETRY", "true"));
		specmatic.start().waitFor();
		List<String> judged = new ArrayList<>();
		List<String> failed = new ArrayList<>();
		NodeList cases = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(directory.resolve("report/TEST-junit-jupiter.xml").toFile())
			.getElementsByTagName("testcase");
		for (int i = 0; i < cases.getLength(); i++) {
			Element test = (Element) cases.item(i);
			String text = test.getTextContent();
			if (text.contains("-ve")) {
				judged.add(text);
				if (test.getElementsByTagName("failure").getLength() > 0 && !ACCEPTED.matcher(text).find()) {
					failed.add(text);
				}
			}
		}
		assertThat(judged).as("The log is %s", log).hasSizeGreaterThan(servers.size() * 20);
		assertThat(failed).isEmpty();
	}

}
