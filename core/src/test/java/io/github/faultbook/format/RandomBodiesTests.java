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

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import io.github.faultbook.ApiError;
import io.github.faultbook.format.Placeholder.Kind;
import io.github.faultbook.format.Placeholder.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for properties of every error in every format.
 */
class RandomBodiesTests {

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	static IntStream seeds() {
		return IntStream.range(0, 250);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void bodyIsJsonWithoutDuplicateNamesAndObeysTheSchema(int seed) {
		Random random = new Random(seed);
		String template = new RandomTemplates(random).next();
		WireFormat format = ExpectedBodies.FORMATS.compile("random", template);
		SchemaValidator validator = new SchemaValidator(format);
		RandomErrors errors = new RandomErrors(random);
		for (int i = 0; i < 10; i++) {
			ApiError error = errors.next();
			String body = new String(format.write(error, TestRequest.DEFAULT), StandardCharsets.UTF_8);
			assertThat(STRICT.readTree(body)).as("%s gives %s", template, body).isNotNull();
			assertThat(validator.validate(body)).as("%s in %s of %s", body, format.schema(), template).isEmpty();
			assertThat(format.headers(error, TestRequest.DEFAULT).keySet()).isSubsetOf("X-Text");
			assertThat(format.status(error)).isIn(error.status(), 200, 202, 503);
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void bodyObeysTheSchemaOfItsErrorAndItsLimits(int seed) {
		Random random = new Random(seed);
		String template = new RandomTemplates(random).next();
		WireFormat format = ExpectedBodies.FORMATS.compile("random", template);
		RandomErrors errors = new RandomErrors(random);
		for (int i = 0; i < 5; i++) {
			ApiError error = errors.next();
			SchemaScope scope = new SchemaScope(error, Math.max(1, error.violations().size()), longestText(error));
			String body = new String(format.write(error, TestRequest.DEFAULT), StandardCharsets.UTF_8);
			assertThat(new SchemaValidator(format, scope).validate(body))
				.as("%s in %s of %s", body, format.schema(scope), template)
				.isEmpty();
		}
	}

	private static int longestText(ApiError error) {
		Stream<String> texts = Stream.concat(Stream.of(error.title(), error.message()), Stream.concat(
				error.translations().values().stream().flatMap((text) -> Stream.of(text.title(), text.message())),
				error.violations()
					.stream()
					.flatMap((violation) -> Stream.concat(Stream.of(violation.message()),
							violation.translations().values().stream()))));
		return texts.mapToInt(String::length).max().orElse(0);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void bodyIsWellFormedXmlWithTheSameValues(int seed) throws Exception {
		Random random = new Random(seed);
		WireFormat format = ExpectedBodies.FORMATS.compile("random", new RandomTemplates(random).next());
		RandomErrors errors = new RandomErrors(random);
		for (int i = 0; i < 2; i++) {
			ApiError error = errors.next();
			JsonNode json = STRICT.readTree(format.write(error, TestRequest.DEFAULT));
			byte[] xml = WireFormats.problemXml(format).write(error, TestRequest.DEFAULT);
			Document document = DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(new ByteArrayInputStream(xml));
			assertThat(leaves(document.getDocumentElement())).isEqualTo(leaves(json));
		}
	}

	private static int leaves(Node element) {
		int leaves = 0;
		boolean children = false;
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child.getNodeType() == Node.ELEMENT_NODE) {
				children = true;
				leaves += leaves(child);
			}
		}
		return children ? leaves : 1;
	}

	private static int leaves(JsonNode value) {
		return value.isEmpty() ? 1 : value.valueStream().mapToInt(RandomBodiesTests::leaves).sum();
	}

	@Test
	void templatesSayAllThatTheLanguageCan() {
		String templates = seeds().mapToObj((seed) -> new RandomTemplates(new Random(seed)).next())
			.collect(Collectors.joining("\n"));
		assertThat(templates).contains("\"$each violation\"", "\"$each violation.path\"", "\"$each violation.in\"",
				"\"$each violation.path|last|words\"", "\"$each fact\"", "\"$each segment\"", "\"$splice\"",
				"\"$nest violation\"", "\"$nest violation in p\"", "\"$nest violation in q\"",
				"\"$nest violation by position\"", "\"$lookup ", "\"$join ", "\"$if ", "\"$else\"", "\"status\":200",
				"message.de", "title.pt-BR");
		Styles.of(Kind.PATH)
			.keySet()
			.forEach((style) -> assertThat(templates).containsPattern("\\.path(\\|[\\w-]+)*\\|" + style + "[|}]"));
		Placeholders.names(EnumSet.allOf(Scope.class)).forEach((name) -> {
			if (!name.equals("violations")) {
				assertThat(templates).contains("{" + name.replace("…", ""));
			}
		});
	}

}
