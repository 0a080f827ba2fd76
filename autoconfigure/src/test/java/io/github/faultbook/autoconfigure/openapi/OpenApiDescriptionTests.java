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

package io.github.faultbook.autoconfigure.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.faultbook.ErrorCodes;
import io.swagger.v3.oas.annotations.Parameter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the description of an application as a whole. With
 * {@code -Dfaultbook.docs.update=true} the expected documents are written instead.
 */
@Tag("slow")
class OpenApiDescriptionTests {

	private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@ParameterizedTest
	@CsvSource({ "problem-details, openapi_3_1", "details-map, openapi_3_1", "nested-code, openapi_3_0" })
	void describesTheErrorsOfEachOperation(String format, String version) throws IOException {
		JsonNode description;
		try (OrderServer server = new OrderServer(OrderController.class, "faultbook.format=" + format,
				"springdoc.api-docs.version=" + version)) {
			description = PRETTY.readTree(server.description());
		}
		Path expected = Path.of("src", "test", "resources", "openapi", format + ".json");
		String text = PRETTY.writeValueAsString(description) + "\n";
		if (Boolean.getBoolean("faultbook.docs.update")) {
			Files.writeString(expected, text);
		}
		assertThat(text).isEqualTo(Files.readString(expected));
		assertThat(invalidExamples(description)).isEmpty();
	}

	/**
	 * Validate the examples.
	 * @param description the description
	 * @return the findings of the validator
	 */
	private static List<String> invalidExamples(JsonNode description) {
		List<JsonNode> contents = description.findValues("content")
			.stream()
			.flatMap(JsonNode::valueStream)
			.filter((content) -> content.has("examples"))
			.toList();
		assertThat(contents).isNotEmpty();
		List<String> findings = new ArrayList<>();
		for (JsonNode content : contents) {
			ObjectNode document = PRETTY.createObjectNode();
			document.set("allOf", PRETTY.createArrayNode().add(content.get("schema")));
			document.set("components", description.get("components"));
			Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(document.toString(), InputFormat.JSON);
			content.get("examples")
				.valueStream()
				.forEach((example) -> schema.validate(example.get("value").toString(), InputFormat.JSON)
					.forEach((finding) -> findings.add(example + ": " + finding)));
		}
		return findings;
	}

	@Test
	void saysNothingOfErrorsIfItIsSwitchedOff() {
		try (OrderServer server = new OrderServer(OrderController.class, "faultbook.openapi.enabled=false")) {
			assertThat(server.description()).contains("/orders").doesNotContain("ProblemDetailsError", "not_found");
		}
	}

	@Test
	void saysNothingOfValidationIfNothingIsValidated() {
		try (OrderServer server = new OrderServer(OrderController.class,
				"spring.autoconfigure.exclude[1]=" + ValidationAutoConfiguration.class.getName())) {
			assertThat(PRETTY.readTree(server.description()).get("paths").toString()).contains("invalid_request")
				.doesNotContain("validation_error");
		}
	}

	@Test
	void namesTheCodesOfTheApplication() {
		try (OrderServer server = new OrderServer(OrderController.class,
				"faultbook.validation.codes[" + OrderRequest.class.getName() + ".email.Email]=bad_email")) {
			assertThat(server.description()).contains("#/buyer_email\",\"code\":\"bad_email\"");
		}
	}

	@Test
	void examplesHaveTheValuesOfTheirOperation() {
		try (OrderServer server = new OrderServer(Shelves.class, "faultbook.format=problem-details",
				"faultbook.errors.shelf_full.status=409",
				"faultbook.errors.shelf_full.message=Shelf {shelf_no} is full.",
				"faultbook.errors.shelf_full.parameters[0].name=shelf_no")) {
			JsonNode example = PRETTY.readTree(server.description())
				.at("/paths/~1shelves~1{shelfNo}/get/responses/409/content/application~1problem+json/examples")
				.at("/shelf_full/value");
			assertThat(example.get("instance").asString()).isEqualTo("/shelves/B-12");
			assertThat(example.get("shelf_no").asString()).isEqualTo("B-12");
			assertThat(example.get("detail").asString()).isEqualTo("Shelf B-12 is full.");
		}
	}

	@Test
	void namesTheFormatOfTheContextPath() {
		try (OrderServer server = new OrderServer(OrderController.class, "server.servlet.context-path=/details-array",
				"spring.mvc.servlet.path=/api")) {
			assertThat(server.description("/details-array/api")).contains("DetailsArrayError")
				.doesNotContain("ProblemDetailsError");
		}
	}

	@RestController
	static class Shelves {

		@GetMapping("/shelves/{shelfNo}")
		@ErrorCodes("shelf_full")
		String find(@PathVariable @Parameter(example = "B-12") String shelfNo) {
			return shelfNo;
		}

	}

}
