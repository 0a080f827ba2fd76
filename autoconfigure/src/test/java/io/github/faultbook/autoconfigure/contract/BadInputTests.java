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
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.validation.Constraint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for all that can be wrong with the input of a request. What is sent and what must
 * come back is in {@code bad-inputs.yaml}; the bodies are made of it here, by nothing of
 * the code under test.
 */
@ParameterizedClass
@EnumSource
class BadInputTests {

	/**
	 * Shows all that a violation has.
	 */
	private static final String EVERYTHING = """
			{ "body": { "code": "{code}", "violations": [ { "$each violation": { "in": "{violation.in}",
			"path": "{violation.path|segments}", "code": "{violation.code}", "message": "{violation.message}",
			"attributes": "{violation.attributes}" } } ] } }""";

	private static final List<String> FORMATS = List.of("details-map", "details-array", "problem-details");

	/**
	 * Tells how the application is written, or what was sent to it.
	 */
	private static final Pattern INTERNAL = Pattern
		.compile(Markers.INTERNAL.pattern() + "|io\\.github|jackson|(?-i:BadInput|ConstrainedInput|LocalDate|Integer)");

	private static final JsonMapper UNSORTED = JsonMapper.builder()
		.disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private static final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private static Server server;

	BadInputTests(Server.Container container) {
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		List<String> properties = new ArrayList<>(List.of("faultbook.formats.everything=" + EVERYTHING,
				"logging.threshold.console=off", "faultbook.log.storm.enabled=false",
				"spring.jackson.deserialization.fail-on-unknown-properties=true",
				"spring.jackson.deserialization.accept-float-as-int=false",
				"spring.jackson.read.strict-duplicate-detection=true",
				"spring.main.sources=" + ConstrainedInputController.class.getName()));
		List<String> formats = new ArrayList<>(FORMATS);
		formats.add("everything");
		for (int i = 0; i < formats.size(); i++) {
			properties.add("faultbook.format-rules[%d].header=X-Format: %s".formatted(i, formats.get(i)));
			properties.add("faultbook.format-rules[%d].format=%s".formatted(i, formats.get(i)));
		}
		for (String name : List.of("org", "io", "tools", "jakarta", "com")) {
			properties.add("logging.level." + name + "=info");
		}
		server = new Server(container, properties.toArray(String[]::new));
		log.start();
		((Logger) LoggerFactory.getLogger("io.github.faultbook.errors")).getLoggerContext()
			.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
			.addAppender(log);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		log.stop();
		server.close();
	}

	static Stream<BadInput> rows() throws IOException {
		return BadInput.all().stream();
	}

	@ParameterizedTest
	@MethodSource("rows")
	void isAnsweredWithAllThatIsWrong(BadInput input) throws IOException {
		for (String language : List.of("en", "de")) {
			assertThat(exchange(input, language, "everything").body())
				.isEqualTo(json(object("code", input.code(), "violations",
						input.violations().stream().map((invalid) -> everything(invalid, language)).toList())));
			for (String format : FORMATS) {
				Wire.Answer answer = exchange(input, language, format);
				assertThat(answer.body()).isEqualTo(json(body(input, language, format)));
				assertThat(answer.status()).isEqualTo(status(input, format));
				assertThat(answer.headers() + answer.body()).doesNotContainPattern(INTERNAL);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("rows")
	void isNotRepeatedInTheLog(BadInput input) {
		log.list.clear();
		exchange(input, "en", "details-map");
		assertThat(log.list).isNotEmpty()
			.allSatisfy((event) -> assertThat(event.getFormattedMessage()).doesNotContain(Markers.SECRET));
	}

	@Test
	void longListIsCutAndSaysSo() throws IOException {
		BadInput input = new BadInput("long list", "POST /constrained/addresses", null,
				"[" + String.join(",", Collections.nCopies(1_000, "{\"zip_code\":\"\",\"town\":\"x\"}")) + "]", null,
				null, null, null, 0, "validation_error",
				IntStream.range(0, 50).boxed().flatMap((index) -> wrongAddress(index)).toList());
		Map<String, String> more = Map.of("en", "The first 100 of 2,000 are listed.", "de",
				"Die ersten 100 von 2.000 sind aufgeführt.");
		for (String language : more.keySet()) {
			String message = text(input.code(), "message", language);
			for (String format : FORMATS) {
				assertThat(exchange(input, language, format).body()).isEqualTo(
						json(body(input, language, format)).replace(message, message + " " + more.get(language)));
			}
		}
	}

	private static Stream<BadInput.Invalid> wrongAddress(int index) {
		return Stream.of(
				new BadInput.Invalid(List.of(index, "zip_code"), "NotBlank", null, "required", "must not be blank",
						"darf nicht leer sein", null),
				new BadInput.Invalid(List.of(index, "town"), "Size", null, "invalid_length",
						"size must be between 2 and 20", "Größe muss zwischen 2 und 20 sein", null));
	}

	@Test
	void tableHasEveryConstraintOfJakartaValidation() throws IOException {
		Set<String> constraints = new TreeSet<>();
		for (Resource type : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:jakarta/validation/constraints/*.class")) {
			constraints.add(StringUtils.stripFilenameExtension(Objects.requireNonNull(type.getFilename())));
		}
		constraints.removeIf((name) -> name.contains("$") || constraint(name) == null);
		assertThat(constraints).hasSizeGreaterThanOrEqualTo(22);
		assertThat(rows().flatMap((input) -> input.violations().stream()).map(BadInput.Invalid::constraint))
			.containsAll(constraints);
	}

	@ParameterizedTest
	@MethodSource("rows")
	void constraintExists(BadInput input) {
		assertThat(input.violations()).allSatisfy((invalid) -> {
			if (invalid.constraint() != null) {
				assertThat(constraint(invalid.constraint())).as(invalid.constraint()).isNotNull();
			}
		});
	}

	private static @Nullable Class<?> constraint(String name) {
		return Stream
			.of("jakarta.validation.constraints.", "org.hibernate.validator.constraints.",
					ConstrainedInputController.class.getName() + "$")
			.map((prefix) -> prefix + name)
			.filter((type) -> ClassUtils.isPresent(type, null))
			.<Class<?>>map((type) -> ClassUtils.resolveClassName(type, null))
			.filter((type) -> type.isAnnotationPresent(Constraint.class))
			.findFirst()
			.orElse(null);
	}

	private static Wire.Answer exchange(BadInput input, String language, String format) {
		return server.exchange(input.bytes("Accept-Language: " + language, "X-Format: " + format));
	}

	private static int status(BadInput input, String format) {
		return (input.code().equals("validation_error") && format.equals("details-array")) ? 422 : input.status();
	}

	private static Map<String, Object> body(BadInput input, String language, String format) throws IOException {
		String message = text(input.code(), "message", language);
		return switch (format) {
			case "details-map" ->
				object("error", message, "error_code", input.code(), "details", details(input, language));
			case "details-array" -> object("error", input.code(), "message", message, "details",
					input.violations()
						.stream()
						.map((invalid) -> object("field", invalid.bracketPath(), "code", invalid.code(), "message",
								invalid.message(language)))
						.toList());
			default ->
				object("type", "about:blank", "title", text(input.code(), "title", language), "status", input.status(),
						"detail", message, "instance", input.request().split("[ ?]")[1], "code", input.code(), "errors",
						input.violations()
							.stream()
							.map((invalid) -> object("detail", invalid.message(language), "pointer", invalid.pointer(),
									"code", invalid.code()))
							.toList());
		};
	}

	private static Map<String, List<String>> details(BadInput input, String language) {
		Map<String, List<String>> details = new LinkedHashMap<>();
		input.violations()
			.forEach((invalid) -> details.computeIfAbsent(invalid.bracketPath(), (path) -> new ArrayList<>())
				.add(invalid.message(language)));
		return details;
	}

	private static Map<String, Object> everything(BadInput.Invalid invalid, String language) {
		return object("in", invalid.in(), "path", invalid.path(), "code", invalid.code(), "message",
				invalid.message(language), "attributes", invalid.attributes());
	}

	/**
	 * Return the text of a code.
	 * @param code the code
	 * @param part the part
	 * @param language the language
	 * @return the text in that language, if there is one, else in English
	 */
	private static String text(String code, String part, String language) throws IOException {
		Map<String, String> english = Map.of("conflict.title", "Conflict", "conflict.message",
				"The request conflicts with the current state of the resource.", "invalid_request.title",
				"Invalid request", "invalid_request.message",
				"The request is malformed or has missing or invalid parameters.", "validation_error.title",
				"Validation failed", "validation_error.message", "The request contains invalid fields.",
				"internal_server_error.title", "Internal server error", "internal_server_error.message",
				"An unexpected error occurred. Please try again later or contact support if the problem persists.");
		Properties translated = new Properties();
		if (!language.equals("en")) {
			try (InputStreamReader reader = new InputStreamReader(
					Objects.requireNonNull(
							BadInputTests.class.getResourceAsStream("/io/github/faultbook/messages_de.properties")),
					StandardCharsets.UTF_8)) {
				translated.load(reader);
			}
		}
		return translated.getProperty("faultbook." + code + "." + part,
				Objects.requireNonNull(english.get(code + "." + part)));
	}

	/**
	 * Make an object of what is not empty.
	 * @param members names and values in turn
	 * @return the object
	 */
	private static Map<String, Object> object(Object... members) {
		Map<String, Object> object = new LinkedHashMap<>();
		for (int i = 0; i < members.length; i += 2) {
			boolean empty = (members[i + 1] instanceof List<?> list && list.isEmpty() && !members[i].equals("path"))
					|| (members[i + 1] instanceof Map<?, ?> map && map.isEmpty());
			if (!empty) {
				object.put((String) members[i], members[i + 1]);
			}
		}
		return object;
	}

	private static String json(Map<String, Object> body) {
		return UNSORTED.writeValueAsString(body);
	}

}
