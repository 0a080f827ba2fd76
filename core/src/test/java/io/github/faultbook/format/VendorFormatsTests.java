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

package io.github.faultbook.format;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the error formats of well-known APIs and frameworks, written as templates.
 * Each file names the page on which its vendor describes the format.
 */
class VendorFormatsTests {

	static Stream<Example> examples() throws IOException, URISyntaxException {
		List<Example> examples = new ArrayList<>();
		for (String name : names()) {
			JsonNode document = ExpectedBodies.MAPPER.readTree(ExpectedBodies.resource("vendors/" + name + ".json"));
			WireFormat format = ExpectedBodies.FORMATS.compile(name, document.get("template").toString());
			for (String kind : List.of("validation", "business", "throttled")) {
				examples.add(new Example(format, kind, document.get(kind)));
			}
		}
		return examples.stream();
	}

	private static List<String> names() throws IOException, URISyntaxException {
		try (Stream<Path> files = Files.list(Path.of(VendorFormatsTests.class.getResource("vendors").toURI()))) {
			return files.map((file) -> file.getFileName().toString().replace(".json", "")).sorted().toList();
		}
	}

	@Test
	void thereAreTwentyTwoAtLeast() throws Exception {
		assertThat(names()).hasSizeGreaterThanOrEqualTo(22);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void bodyIsWhatTheVendorShows(Example example) {
		assertThat(example.actual()).isEqualTo(example.source().get("body").toString());
		assertThat(new SchemaValidator(example.format()).validate(example.actual())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void statusIsWhatTheVendorShows(Example example) {
		int ofError = example.error().status();
		assertThat(example.format().status(example.error())).isEqualTo(example.source().path("status").asInt(ofError));
		if (example.kind().equals("validation")) {
			assertThat(ofError).isEqualTo(example.format().validationStatus());
		}
	}

	/**
	 * An error and its body.
	 *
	 * @param format the format
	 * @param kind the kind of error
	 * @param source the error and the body
	 */
	record Example(WireFormat format, String kind, JsonNode source) {

		String actual() {
			return new String(this.format.write(error(), TestRequest.DEFAULT), StandardCharsets.UTF_8);
		}

		ApiError error() {
			JsonNode error = this.source.get("error");
			ErrorDefinition definition = ErrorDefinition
				.of(error.get("status").asInt(), error.get("message").asString())
				.title(error.get("title").asString());
			List<Violation> violations = new ArrayList<>();
			error.path("violations").forEach((violation) -> violations.add(violation(violation)));
			ApiError.Builder builder = ApiError.builder(new TestErrorCode(error.get("code").asString(), definition))
				.facts(plain(error.path("facts")))
				.violations(violations);
			if (error.has("retryAfterSeconds")) {
				builder.retryAfter(Duration.ofSeconds(error.get("retryAfterSeconds").asInt()));
			}
			return builder.build();
		}

		private static Violation violation(JsonNode source) {
			List<Object> path = new ArrayList<>();
			source.get("path").forEach((segment) -> path.add(segment.isInt() ? segment.asInt() : segment.asString()));
			return new Violation(path, Violation.In.valueOf(source.get("in").asString().toUpperCase(Locale.ROOT)),
					source.get("code").asString(), source.get("message").asString(), plain(source.path("attributes")));
		}

		private static Map<String, Object> plain(JsonNode source) {
			Map<String, Object> values = new LinkedHashMap<>();
			source.forEachEntry((name, value) -> values.put(name, value.isInt() ? value.asInt() : value.asString()));
			return values;
		}

		@Override
		public String toString() {
			return this.kind + " as " + this.format.name();
		}

	}

}
