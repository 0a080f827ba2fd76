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

package io.github.faultbook.autoconfigure.readme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the blocks of code in all pages: code is part of a source that the build or
 * {@code src/release/rehearse} compiles, configuration starts an application, and
 * commands name what exists. {@code src/release/follow} runs the commands of a first
 * start. Every other block has a test that is named here.
 */
class SnippetTests {

	private static final String CODE = Stream
		.of("core", "autoconfigure", "client", "integration-tests", "kotlin", "rewrite", "sample-app", "samples",
				"test")
		.map((module) -> Snippet.files(module, "java|kt"))
		.collect(Collectors.joining("\n"));

	private static final String BUILDS = Snippet.files("samples", "xml|gradle") + Snippet.files("sample-app", "xml");

	private static final String POMS = Snippet.files(".", "xml");

	private static final Pattern KOTLIN_BUILD = Pattern.compile("^\\s*(\\w+)\\((.*)\\)$", Pattern.MULTILINE);

	/**
	 * The tests of the blocks that this class does not cover, by page and language.
	 */
	private static final Map<String, String> ELSEWHERE = Map.ofEntries(
			Map.entry("README.md json", "autoconfigure/readme/ReadmeTests"),
			Map.entry("docs/clients.md typescript", "sample/TypeScriptTests"),
			Map.entry("docs/clients.md yaml", "client/ClientsPageTests"),
			Map.entry("docs/errors.md javascript", "sample/DocumentationSiteTests"),
			Map.entry("docs/errors.md json", "autoconfigure/readme/ReadmeTests"),
			Map.entry("docs/errors.md text", "autoconfigure/readme/ReadmeTests"),
			Map.entry("docs/formats.md http", "format/FormatsDocumentationTests"),
			Map.entry("docs/formats.md json", "format/FormatsDocumentationTests"),
			Map.entry("docs/formats.md xml", "autoconfigure/contract/ProblemXmlTests"),
			Map.entry("docs/languages.md properties", "autoconfigure/readme/ReadmeTests"),
			Map.entry("docs/migrate-controller-advice.md yaml", "migration/MigrationTests"),
			Map.entry("docs/migrate-error-handling-starter.md properties", "migration/MigrationTests"),
			Map.entry("docs/migrate-error-handling-starter.md yaml", "migration/MigrationTests"),
			Map.entry("docs/migrate-problem-details.md properties", "migration/MigrationTests"),
			Map.entry("docs/migrate-problem-details.md yaml", "migration/MigrationTests"),
			Map.entry("docs/migrate-problem-spring-web.md properties", "migration/MigrationTests"),
			Map.entry("docs/migrate-problem-spring-web.md yaml", "migration/MigrationTests"),
			Map.entry("docs/observability.md text", "autoconfigure/log/LoggingErrorListenerTests"),
			Map.entry("docs/one-error.md http", "monitoring/OpenTelemetryTests"),
			Map.entry("docs/one-error.md text", "monitoring/OpenTelemetryTests"),
			Map.entry("docs/operate.md yaml", "monitoring/BillingApplication"),
			Map.entry("docs/presets.md json", "autoconfigure/readme/ReadmeTests"),
			Map.entry("docs/testing.md text", "test/ErrorAssertionsTests"),
			Map.entry("docs/validation.md json", "autoconfigure/validation/ValidationPageTests"));

	private static final Set<String> PROPERTIES = JsonMapper.shared()
		.readTree(SnippetTests.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))
		.get("properties")
		.valueStream()
		.map((property) -> property.get("name").asString())
		.collect(Collectors.toSet());

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class))
		// The text around the blocks declares these
		.withPropertyValues("faultbook.errors.duplicate_external_id.status=409",
				"faultbook.errors.duplicate_external_id.message=Used", "faultbook.formats.acme={\"body\":{}}");

	static Stream<Snippet> code() {
		return snippets("java", "kotlin", "json")
			.filter((snippet) -> !snippet.language().equals("json") || snippet.page().equals("docs/getting-started.md"))
			.filter((snippet) -> !isBuild(snippet));
	}

	static Stream<Snippet> partsOfTemplates() {
		return snippets("json").filter((snippet) -> snippet.text().startsWith("\""));
	}

	static Stream<Snippet> builds() {
		return snippets("xml", "groovy", "kotlin").filter(SnippetTests::isBuild);
	}

	static Stream<Snippet> configurations() {
		// Tests of the module integration-tests run applications with those of the
		// migrations, and tests of the module client with those of the clients
		return snippets("yaml").filter((snippet) -> !snippet.page().startsWith("docs/migrate-"))
			.filter((snippet) -> !snippet.page().equals("docs/clients.md"))
			.filter((snippet) -> snippet.text().startsWith("faultbook:"));
	}

	static Stream<Snippet> commands() {
		return snippets("shell");
	}

	static Stream<Snippet> others() {
		Set<Snippet> covered = Stream.of(code(), builds(), configurations(), partsOfTemplates(), commands())
			.flatMap(Function.identity())
			.collect(Collectors.toSet());
		return Snippet.all().stream().filter((snippet) -> !covered.contains(snippet));
	}

	private static Stream<Snippet> snippets(String... languages) {
		return Snippet.all().stream().filter((snippet) -> List.of(languages).contains(snippet.language()));
	}

	/**
	 * Return whether a block is a part of a build, and neither code nor a body in XML.
	 */
	private static boolean isBuild(Snippet snippet) {
		return switch (snippet.language()) {
			case "kotlin" -> snippet.text().contains("implementation(");
			case "xml" -> !snippet.text().startsWith("<?xml");
			default -> snippet.language().equals("groovy");
		};
	}

	@ParameterizedTest
	@MethodSource("code")
	void codeIsCompiled(Snippet snippet) {
		assertThat(CODE.contains(Snippet.compact(snippet.text()))).as(snippet.text()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("builds")
	void buildIsThatOfAnApplication(Snippet snippet) {
		String text = snippet.text();
		assertThat(BUILDS).containsAnyOf(Snippet.compact(text), Snippet.compact(inGroovy(text)),
				Snippet.compact(text.replace("<version>0.1.0-SNAPSHOT<", "<version>${faultbook.version}<")));
	}

	/**
	 * There is no build in Gradle's Kotlin DSL, which differs in parentheses and quotes.
	 */
	private static String inGroovy(String text) {
		return KOTLIN_BUILD.matcher(text).replaceAll("$1 $2").replace('"', '\'');
	}

	@ParameterizedTest
	@MethodSource("configurations")
	void configurationStartsAnApplication(Snippet snippet) throws Exception {
		String yaml = snippet.text()
			.replace("com.example.QuotaException", QuotaException.class.getName())
			.replace("com.example.", PageCode.class.getName() + "$");
		EnumerablePropertySource<?> properties = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
			.load("page", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
			.get(0);
		assertThat(properties.getPropertyNames()).allMatch(SnippetTests::isKnown);
		this.runner.withInitializer((context) -> context.getEnvironment().getPropertySources().addFirst(properties))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static boolean isKnown(String name) {
		return PROPERTIES.stream()
			.anyMatch((property) -> name.equals(property) || name.startsWith(property + ".")
					|| name.startsWith(property + "["));
	}

	@ParameterizedTest
	@MethodSource("partsOfTemplates")
	void partOfATemplateIsValid(Snippet snippet) {
		assertThat(
				new WireFormats(JsonMapper.shared(), null).compile("page", "{ \"body\": { " + snippet.text() + " } }")
					.name())
			.isEqualTo("page");
	}

	@ParameterizedTest
	@MethodSource("commands")
	void commandNamesWhatExists(Snippet snippet) {
		assertThat(missing(snippet.text().replace("\\\n", " "))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("others")
	void blockHasATestElsewhere(Snippet snippet) throws IOException {
		String test = ELSEWHERE.get(snippet.page() + " " + snippet.language());
		assertThat(test).as(snippet.text()).isNotNull();
		assertThat(source(test)).as(test).contains(snippet.page().replaceAll(".*/|migrate-.*", ""));
	}

	private static String source(String test) throws IOException {
		try (Stream<Path> modules = Files.list(Snippet.ROOT)) {
			return modules.map((module) -> module.resolve("src/test/java/io/github/faultbook/" + test + ".java"))
				.filter(Files::exists)
				.map(Snippet::text)
				.findFirst()
				.orElseThrow();
		}
	}

	@Test
	void testsElsewhereAreThoseOfBlocks() {
		assertThat(others().map((snippet) -> snippet.page() + " " + snippet.language()))
			.containsAll(ELSEWHERE.keySet());
	}

	private static List<String> missing(String commands) {
		List<String> missing = new ArrayList<>();
		matches(commands, "(?m)^((?:\\./|benchmarks/|docs/|matrix/|src/)\\S+)")
			.filter((file) -> !Files.exists(Snippet.ROOT.resolve(file)))
			.forEach(missing::add);
		matches(commands, " (docs/\\S+)").filter((file) -> !Files.exists(Snippet.ROOT.resolve(file)))
			.forEach(missing::add);
		matches(commands, "-pl (\\S+)")
			.filter((module) -> !Files.exists(Snippet.ROOT.resolve(module).resolve("pom.xml")))
			.forEach(missing::add);
		matches(commands, " -P(\\S+)").filter((profile) -> !POMS.contains("<id>" + profile + "</id>"))
			.forEach(missing::add);
		matches(commands, "-Dtest=(\\S+)").filter((test) -> !CODE.contains("class" + test)).forEach(missing::add);
		return missing;
	}

	private static Stream<String> matches(String commands, String pattern) {
		return Pattern.compile(pattern)
			.matcher(commands)
			.results()
			.flatMap((match) -> Stream.of(match.group(1).split(",")));
	}

}
