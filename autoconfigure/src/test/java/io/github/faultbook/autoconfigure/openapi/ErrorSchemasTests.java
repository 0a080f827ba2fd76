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

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorSchemas}.
 */
class ErrorSchemasTests {

	private static final String SCHEMA = """
			{ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "house",
			  "type": "object", "minProperties": 1,
			  "properties": {
			    "const": { "const": "fault" },
			    "anything": {},
			    "number": { "type": ["integer", "null"], "exclusiveMinimum": 3 },
			    "path": { "type": "array", "items": { "type": ["string", "integer"] }, "minItems": 1 },
			    "choice": { "anyOf": [ { "enum": ["a", 1] }, { "$ref": "#/$defs/nested1" } ] },
			    "values": { "type": "object", "patternProperties": { "^x": { "type": "string" } },
			      "additionalProperties": false },
			    "self": { "$ref": "#" }
			  },
			  "additionalProperties": { "$ref": "#/$defs/nested1" },
			  "$defs": { "nested1": { "type": "object", "additionalProperties": { "$ref": "#/$defs/nested1" } } } }""";

	@Test
	void definitionsBecomeComponents() throws JsonProcessingException {
		assertThat(components(new OpenAPI(SpecVersion.V31), SCHEMA)).isEqualTo(tree("""
				{ "HouseStyleError": { "title": "house", "type": "object", "minProperties": 1,
				  "properties": {
				    "const": { "const": "fault" },
				    "anything": {},
				    "number": { "type": ["integer", "null"], "exclusiveMinimum": 3 },
				    "path": { "type": "array", "items": { "type": ["string", "integer"] }, "minItems": 1 },
				    "choice": { "anyOf": [ { "enum": ["a", 1] },
				      { "$ref": "#/components/schemas/HouseStyleError.nested1" } ] },
				    "values": { "type": "object", "patternProperties": { "^x": { "type": "string" } },
				      "additionalProperties": false },
				    "self": { "$ref": "#/components/schemas/HouseStyleError" }
				  },
				  "additionalProperties": { "$ref": "#/components/schemas/HouseStyleError.nested1" } },
				  "HouseStyleError.nested1": { "type": "object",
				    "additionalProperties": { "$ref": "#/components/schemas/HouseStyleError.nested1" } } }"""));
	}

	@Test
	void olderVersionGetsWhatItUnderstands() throws JsonProcessingException {
		assertThat(components(new OpenAPI(SpecVersion.V30), SCHEMA)).isEqualTo(tree("""
				{ "HouseStyleError": { "title": "house", "type": "object", "minProperties": 1,
				  "properties": {
				    "const": { "enum": ["fault"] },
				    "anything": {},
				    "number": { "type": "integer", "nullable": true, "minimum": 3, "exclusiveMinimum": true },
				    "path": { "type": "array", "minItems": 1,
				      "items": { "anyOf": [ { "type": "string" }, { "type": "integer" } ] } },
				    "choice": { "anyOf": [ { "enum": ["a", 1] },
				      { "$ref": "#/components/schemas/HouseStyleError.nested1" } ] },
				    "values": { "type": "object" },
				    "self": { "$ref": "#/components/schemas/HouseStyleError" }
				  },
				  "additionalProperties": { "$ref": "#/components/schemas/HouseStyleError.nested1" } },
				  "HouseStyleError.nested1": { "type": "object",
				    "additionalProperties": { "$ref": "#/components/schemas/HouseStyleError.nested1" } } }"""));
	}

	@Test
	void schemaOfTheApplicationStays() throws JsonProcessingException {
		OpenAPI openApi = new OpenAPI(SpecVersion.V31)
			.components(new Components().addSchemas("HouseStyleError", new StringSchema()));
		assertThat(components(openApi, "{}")).isEqualTo(tree("""
				{ "HouseStyleError": { "type": "string" } }"""));
	}

	@Test
	void formatWithoutSchemaHasNone() {
		OpenAPI openApi = new OpenAPI();
		assertThat(new ErrorSchemas(openApi).reference(new HouseStyle(null))).isNull();
		assertThat(openApi.getComponents()).isNull();
	}

	private static Object components(OpenAPI openApi, String schema) throws JsonProcessingException {
		Schema<?> reference = new ErrorSchemas(openApi).reference(new HouseStyle(schema));
		assertThat(reference).extracting(Schema::get$ref).isEqualTo("#/components/schemas/HouseStyleError");
		boolean version31 = openApi.getSpecVersion() == SpecVersion.V31;
		return tree(
				(version31 ? Json31.mapper() : Json.mapper()).writeValueAsString(openApi.getComponents().getSchemas()));
	}

	private static Object tree(String json) {
		return JsonMapper.shared().readTree(json);
	}

	/**
	 * A format that only has a schema.
	 *
	 * @param schema the schema
	 */
	private record HouseStyle(@Nullable String schema) implements WireFormat {

		@Override
		public String name() {
			return "house-style";
		}

		@Override
		public byte[] write(ApiError error, ErrorRequest request) {
			return new byte[0];
		}

	}

}
