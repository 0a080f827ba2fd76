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

package io.github.faultbook.autoconfigure.aot;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.catalog.ErrorCodeScan;
import io.github.faultbook.autoconfigure.docs.DocsAutoConfiguration;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.context.servlet.AnnotationConfigServletWebApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the hints with which a native image finds what Faultbook reads.
 */
class AheadOfTimeHintsTests {

	private static final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();

	private static RuntimeHints hints;

	@BeforeAll
	static void process() {
		hints = process(files, Application.class, "faultbook.docs.enabled=true",
				"faultbook.mappings.java.util.concurrent.TimeoutException=gateway_timeout",
				"faultbook.mappings.[%s].code=conflict".formatted(StaleException.class.getName()),
				"faultbook.log.levels.java.util.NoSuchElementException=off", "faultbook.log.levels.404=off",
				"faultbook.validation.codes.NotBlank=blank",
				"faultbook.validation.codes.[%s.title.Size]=title_length".formatted(Shelf.class.getName()),
				"faultbook.formats.house=classpath:errors/house.json",
				"faultbook.formats.inline={\"body\":{\"code\":\"{code}\"}}",
				"faultbook.codes=" + NamedError.class.getName(), "spring.messages.basename=texts.errors,other");
	}

	private static RuntimeHints process(GeneratedFiles files, Class<?> application, String... properties) {
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get(application)), files);
		AnnotationConfigServletWebApplicationContext context = new AnnotationConfigServletWebApplicationContext();
		TestPropertyValues.of(properties).applyTo(context);
		context.register(application);
		new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		generation.writeGeneratedContent();
		return generation.getRuntimeHints();
	}

	static Stream<String> resources() {
		Stream<String> languages = Stream.of("", "_de", "_es", "_fr", "_pt");
		return Stream.of(WireFormats.presets().stream().map((name) -> "io/github/faultbook/format/" + name + ".json"),
				languages.map((language) -> "io/github/faultbook/messages%s.properties".formatted(language)),
				Stream.of("io/github/faultbook/documentation/handle.java", "io/github/faultbook/documentation/retry.sh",
						"io/github/faultbook/autoconfigure/docs/docs.css",
						"io/github/faultbook/autoconfigure/docs/docs.js", "errors/house.json",
						"texts/errors.properties", "texts/errors_de.properties", "other_fr.properties"))
			.flatMap((names) -> names);
	}

	@ParameterizedTest
	@MethodSource("resources")
	void resourceIsFound(String name) {
		assertThat(RuntimeHintsPredicates.resource().forResource(name)).accepts(hints);
	}

	@Test
	void templateInTheConfigurationIsNoResource() {
		assertThat(hints.resources()
			.resourcePatternHints()
			.flatMap((hint) -> hint.getIncludes().stream())
			.map((include) -> include.getPattern())).noneMatch((pattern) -> pattern.contains("{"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "java.util.concurrent.TimeoutException", "java.util.NoSuchElementException",
			"jakarta.validation.constraints.NotBlank", "jakarta.validation.constraints.Size",
			"jakarta.validation.ConstraintViolation", "org.hibernate.validator.path.PropertyNode",
			"org.springframework.boot.webmvc.error.ErrorController",
			"org.springframework.boot.web.error.ErrorPageRegistrar" })
	void classThatIsLookedUpByNameIsFound(String name) {
		assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(name))).accepts(hints);
	}

	@ParameterizedTest
	@ValueSource(classes = { StaleException.class, Shelf.class, NamedError.class, ScannedError.class, Location.class })
	void classOfTheApplicationIsFound(Class<?> type) {
		assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(hints);
	}

	@ParameterizedTest
	@MethodSource
	void memberIsInvoked(Predicate<RuntimeHints> predicate) {
		assertThat(predicate).accepts(hints);
	}

	static Stream<Predicate<RuntimeHints>> memberIsInvoked() throws ClassNotFoundException {
		return Stream.of(invocation(NamedError.class.getName(), "values"),
				invocation(ScannedError.class.getName(), "values"), invocation(Location.class.getName(), "aisle"),
				invocation("org.postgresql.util.PSQLException", "getServerErrorMessage"),
				invocation("org.postgresql.util.ServerErrorMessage", "getConstraint"),
				invocation("io.r2dbc.spi.R2dbcException", "getSqlState"),
				invocation("io.r2dbc.postgresql.api.ErrorDetails", "getConstraintName"));
	}

	private static Predicate<RuntimeHints> invocation(String type, String method) throws ClassNotFoundException {
		return RuntimeHintsPredicates.reflection().onMethodInvocation(type, method);
	}

	@Test
	void scannedEnumsAreInTheGeneratedCode() {
		String generated = files.getGeneratedFiles(GeneratedFiles.Kind.SOURCE)
			.keySet()
			.stream()
			.filter((path) -> path.contains("ScannedPackages"))
			.map(AheadOfTimeHintsTests::content)
			.findFirst()
			.orElseThrow();
		assertThat(generated)
			.contains("\"%s\", List.of(".formatted(AheadOfTimeHintsTests.class.getPackageName()),
					"\"%s\"".formatted(ScannedError.class.getName()))
			.doesNotContain("\"%s\", List.of(".formatted(NamedError.class.getName()));
	}

	private static String content(String path) {
		try {
			return files.getGeneratedFileContent(GeneratedFiles.Kind.SOURCE, path);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void applicationWithoutFaultbookHasNothingOfIt() {
		InMemoryGeneratedFiles plain = new InMemoryGeneratedFiles();
		RuntimeHints none = process(plain, Application.class, "faultbook.enabled=false",
				"faultbook.mappings.java.util.concurrent.TimeoutException=gateway_timeout");
		assertThat(RuntimeHintsPredicates.resource().forResource("io/github/faultbook/messages.properties"))
			.rejects(none);
		assertThat(
				RuntimeHintsPredicates.reflection().onType(TypeReference.of("java.util.concurrent.TimeoutException")))
			.rejects(none);
		Map<String, ?> sources = plain.getGeneratedFiles(GeneratedFiles.Kind.SOURCE);
		assertThat(sources.keySet()).noneMatch((path) -> path.contains("ScannedPackages"));
	}

	@Configuration(proxyBeanMethods = false)
	@ErrorCodeScan
	@Import({ FaultbookAutoConfiguration.class, DocsAutoConfiguration.class, InputErrorAutoConfiguration.class })
	static class Application {

	}

	enum ScannedError implements ErrorCode {

		SHELF_FULL(ErrorDefinition.of(409, "The shelf {place} is full.").parameter("place", Location.class, "Where"));

		private final ErrorDefinition definition;

		ScannedError(ErrorDefinition definition) {
			this.definition = definition;
		}

		@Override
		public ErrorDefinition definition() {
			return this.definition;
		}

	}

	enum NamedError implements ErrorCode {

		DOOR_LOCKED;

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(409, "The door is locked.");
		}

	}

	record Location(String aisle, List<String> shelves) {

	}

	static class Shelf {

		String title = "";

	}

	@SuppressWarnings("serial")
	static class StaleException extends RuntimeException {

	}

}
