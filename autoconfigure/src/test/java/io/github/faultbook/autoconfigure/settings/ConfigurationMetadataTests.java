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

package io.github.faultbook.autoconfigure.settings;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the configuration metadata, which must describe every property.
 */
class ConfigurationMetadataTests {

	private static final List<String> WITHOUT_DEFAULT = List.of("faultbook.docs.api-url", "faultbook.docs.base-url",
			"faultbook.docs.title", "faultbook.json-mapper", "faultbook.validation.status");

	@Test
	void everyPropertyHasADescriptionAndADefault() throws IOException {
		List<JsonNode> properties = properties();
		assertThat(properties).hasSizeGreaterThan(25).allSatisfy((property) -> {
			String name = property.path("name").asString();
			assertThat(property.path("description").asString()).as(name).isNotBlank();
			boolean isOptional = WITHOUT_DEFAULT.contains(name)
					|| property.path("type").asString().matches("java\\.util\\.(List|Map)<.*");
			assertThat(isOptional || property.has("defaultValue")).as(name).isTrue();
		});
	}

	@Test
	void everyHintIsForAProperty() throws IOException {
		List<String> names = properties().stream().map((property) -> property.path("name").asString()).toList();
		assertThat(metadata("hints")
			.map((hint) -> hint.path("name").asString().replaceAll("\\.(keys|values|format)$", ""))).isNotEmpty()
			.isSubsetOf(Stream.concat(names.stream(), Stream.of("faultbook")).toList());
	}

	private static List<JsonNode> properties() throws IOException {
		return metadata("properties").toList();
	}

	private static Stream<JsonNode> metadata(String member) throws IOException {
		for (URL resource : Collections.list(Objects.requireNonNull(FaultbookProperties.class.getClassLoader())
			.getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream json = resource.openStream()) {
				JsonNode metadata = JsonMapper.shared().readTree(json);
				if (metadata.path("properties").path(0).path("name").asString("").startsWith("faultbook.")) {
					return metadata.path(member).valueStream();
				}
			}
		}
		return Stream.empty();
	}

}
