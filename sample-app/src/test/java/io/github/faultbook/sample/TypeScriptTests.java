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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.documentation.ErrorDocumentation;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.github.faultbook.test.ErrorAssertions.assertThatErrorsAreDeclared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for the TypeScript of the sample application: it is compiled in each format, and
 * Node.js sends the requests of {@code requests.http} with {@code fetch} and decodes the
 * answers.
 */
@Tag("slow")
@EnabledIf("io.github.faultbook.sample.Node#isInstalled")
@ParameterizedClass
@MethodSource("formats")
class TypeScriptTests {

	private static final Set<String> WITH_FACTS = Set.of("problem-details", "details-map", "nested-code");

	private static SampleServer server;

	private static Path directory;

	private static JsonNode decoded;

	@Parameter
	private String format;

	static List<String> formats() {
		return WireFormats.presets();
	}

	@BeforeParameterizedClassInvocation
	static void start(String format) throws IOException, InterruptedException {
		server = SampleServer.start("--faultbook.format=" + format);
		directory = Node.directory(format);
		String description = server.get("/v3/api-docs");
		server.application()
			.getBean(ErrorDocumentation.class)
			.writeTypeScript(directory.resolve("errors.ts"), description);
		OperationsConsumer operations = OperationsConsumer.of(description);
		Files.writeString(directory.resolve("operations.ts"), operations.write(hasCodes(format)));
		Files.writeString(directory.resolve("operations.json"),
				JsonMapper.shared().writeValueAsString(operations.codes().keySet()));
		Node.compile(directory, "errors.ts", consumer(format), "operations.ts");
		Files.writeString(directory.resolve("requests.json"),
				JsonMapper.shared().writeValueAsString(HttpFile.read(Path.of("requests.http"))));
		String answers = Node.run(directory, "node", "answers.mjs", server.origin(), "requests.json",
				"operations.json");
		Files.writeString(directory.resolve("answers.json"), answers);
		decoded = JsonMapper.shared().readTree(answers);
	}

	private static String consumer(String format) {
		return WITH_FACTS.contains(format) ? "facts.ts" : hasCodes(format) ? "codes.ts" : "bodies.ts";
	}

	private static boolean hasCodes(String format) {
		return WITH_FACTS.contains(format) || format.equals("details-array");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@Test
	void everyAnswerIsDecoded() throws IOException {
		List<Answer> answers = Answer.all();
		assertThat(decoded).hasSameSizeAs(answers);
		for (int i = 0; i < answers.size(); i++) {
			Answer answer = answers.get(i);
			JsonNode error = decoded.get(i);
			boolean known = answer.code() != null && hasCodes(this.format);
			assertThat(error.get("status").asInt()).as(answer.request())
				.isEqualTo(ErrorBodies.status(this.format, answer));
			assertThat(error.get("code").asString(null)).as(answer.request()).isEqualTo(known ? answer.code() : null);
			assertThat(facts(error)).as(answer.request())
				.isEqualTo((known && WITH_FACTS.contains(this.format)) ? answer.facts() : Map.of());
			if (answer.code() != null) {
				assertThat(error.get("message").asString(null)).as(answer.request()).startsWith(answer.message());
				assertThat(error.get("body").isObject()).as(answer.request()).isTrue();
				assertThat(error.get("retryAfter").isNumber()).as(answer.request())
					.isEqualTo(answer.headers().containsKey("Retry-After"));
				assertThat(error.get("reference").asString("")).as(answer.request()).isNotEmpty();
			}
			assertThat(violations(error)).as(answer.request())
				.isEqualTo(hasCodes(this.format) ? expectedViolations(answer) : List.of());
		}
	}

	private static Map<String, String> facts(JsonNode error) {
		return error.get("facts")
			.properties()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (fact) -> fact.getValue().asString()));
	}

	private static List<List<String>> violations(JsonNode error) {
		return error.get("violations")
			.valueStream()
			.map((violation) -> Stream.of("path", "code", "message")
				.map((name) -> violation.get(name).asString("null"))
				.toList())
			.toList();
	}

	// Only a pointer tells the body as a whole from a member of this name
	private List<List<String>> expectedViolations(Answer answer) {
		boolean pointers = this.format.equals("problem-details");
		boolean codes = pointers || this.format.equals("details-array");
		return answer.violations()
			.stream()
			.map((violation) -> List.of((pointers && violation.path().equals("body")) ? "" : violation.path(),
					codes ? violation.code() : "null", violation.message()))
			.toList();
	}

	@Test
	void errorsOfEachOperationAreDeclared() {
		assertThat(decoded.valueStream().filter((error) -> error.has("operation")).count()).isGreaterThan(20);
		assertThatErrorsAreDeclared(server.application());
	}

	@Test
	void examplesOfThePageCompile() throws IOException {
		assumeThat(this.format).isEqualTo("details-map");
		String page = Files.readString(Path.of("..", "docs", "clients.md"));
		List<String> examples = Pattern.compile("(?s)\n```typescript\n(.*?)```\n")
			.matcher(page)
			.results()
			.map((block) -> block.group(1))
			.toList();
		assertThat(examples).hasSize(2);
		Files.writeString(directory.resolve("declarations.d.ts"), """
				declare const body: string;
				declare function show(text: string): void;
				declare function showAt(path: string | null, message: string | null): void;
				""");
		Files.writeString(directory.resolve("example.ts"), examples.get(0));
		Files.writeString(directory.resolve("operation.ts"), examples.get(1));
		Node.compile(directory, "errors.ts", "declarations.d.ts", "example.ts", "operation.ts");
	}

	@Test
	void hostileAnswersAreUnknownErrors() throws IOException {
		Function<JsonNode, Map<String, Object>> answer = (error) -> Map.of("status", error.get("status"), "code",
				error.get("code"), "facts", error.get("facts"), "text", error.get("body").toString());
		Files.writeString(directory.resolve("errors.json"), JsonMapper.shared()
			.writeValueAsString(
					decoded.valueStream().filter((error) -> error.get("body").isObject()).map(answer).toList()));
		assertThat(Node.run(directory, "node", "hostile.mjs", "errors.json")).isEmpty();
	}

	@Test
	void eachFormatOfTheApplicationHasAModule() throws IOException, InterruptedException {
		for (String other : formats()) {
			assertThat(server.get("/errors.ts?format=" + other)).contains("errors in the format " + other + "\n");
		}
		assertThat(server.get("/errors.ts?format=" + this.format)).isEqualTo(server.get("/errors.ts"))
			.isEqualTo(Files.readString(directory.resolve("errors.ts"))
				.replaceAll("(export interface Operations \\{\\n)(?:  .*\\n)+", "$1")
				.replaceAll("operations\\.set\\(.*\\n", ""));
	}

}
