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

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.SchemaScope;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorSchemas}.
 */
class ErrorSchemasTests {

	private static final SchemaScope LIMITS = new SchemaScope(null, 7, 90);

	private static final Map<String, String> FORMATS = Map.of("problem-details", "ProblemDetails", "details-map",
			"DetailsMap", "details-array", "DetailsArray");

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
		assertThat(schemas(openApi).of(new HouseStyle(null), List.of())).isNull();
		assertThat(openApi.getComponents()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "problem-details", "details-map", "details-array" })
	void oneCodeHasASchemaOfItsOwn(String format) throws JsonProcessingException {
		OpenAPI openApi = new OpenAPI(SpecVersion.V31);
		String component = FORMATS.get(format) + "Error.conflict";
		assertThat(response(openApi, format, CommonError.CONFLICT)).isEqualTo(tree("""
				{ "$ref": "#/components/schemas/%s" }""".formatted(component)));
		assertThat(openApi.getComponents().getSchemas().keySet()).containsExactly(component);
	}

	@Test
	void severalCodesAreToldApartByTheMemberThatHoldsTheCode() throws JsonProcessingException {
		OpenAPI openApi = new OpenAPI(SpecVersion.V31);
		assertThat(response(openApi, "details-map", CommonError.CONFLICT, OrderError.ORDER_NOT_FOUND))
			.isEqualTo(tree("""
					{ "oneOf": [ { "$ref": "#/components/schemas/DetailsMapError.conflict" },
					    { "$ref": "#/components/schemas/DetailsMapError.order_not_found" } ],
					  "discriminator": { "propertyName": "error_code", "mapping": {
					    "conflict": "#/components/schemas/DetailsMapError.conflict",
					    "order_not_found": "#/components/schemas/DetailsMapError.order_not_found" } } }"""));
		assertThat(component(openApi, "DetailsMapError.order_not_found")).isEqualTo(tree("""
				{ "type": "object", "properties": {
				    "error": { "type": "string", "maxLength": 90 },
				    "error_code": { "type": "string", "const": "order_not_found" },
				    "details": { "type": "object",
				      "properties": { "order_id": { "type": "array", "minItems": 1, "maxItems": 1,
				        "items": { "type": "string", "maxLength": 90 } } },
				      "required": ["order_id"],
				      "additionalProperties": { "type": "array", "items": {}, "minItems": 1, "maxItems": 8 } } },
				  "required": ["details", "error", "error_code"], "additionalProperties": false }"""));
	}

	@Test
	void codeInsideAnotherMemberIsToldApartThere() throws JsonProcessingException {
		OpenAPI openApi = new OpenAPI(SpecVersion.V30);
		assertThat(response(openApi, "nested-code", CommonError.AUTHENTICATION_REQUIRED, OrderError.ORDER_NOT_FOUND))
			.isEqualTo(tree("""
					{ "type": "object", "required": ["error"], "additionalProperties": false, "properties": { "error": {
					  "oneOf": [ { "$ref": "#/components/schemas/NestedCodeError.authentication_required" },
					    { "$ref": "#/components/schemas/NestedCodeError.order_not_found" } ],
					  "discriminator": { "propertyName": "code", "mapping": {
					    "UNAUTHENTICATED": "#/components/schemas/NestedCodeError.authentication_required",
					    "ORDER_NOT_FOUND": "#/components/schemas/NestedCodeError.order_not_found" } } } } }"""));
		assertThat(component(openApi, "NestedCodeError.order_not_found")).isEqualTo(tree("""
				{ "type": "object", "properties": {
				    "code": { "type": "string", "enum": ["ORDER_NOT_FOUND"] },
				    "message": { "type": "string", "maxLength": 90 },
				    "details": { "type": "object",
				      "properties": { "order_id": { "type": "string", "maxLength": 90 } },
				      "required": ["order_id"], "additionalProperties": {} } },
				  "required": ["code", "details", "message"], "additionalProperties": false }"""));
	}

	@Test
	void codesThatAreWrittenAlikeShareTheSchemaOfTheFormat() throws JsonProcessingException {
		OpenAPI openApi = new OpenAPI(SpecVersion.V31);
		assertThat(response(openApi, "status-message", CommonError.CONFLICT, OrderError.ORDER_NOT_FOUND))
			.isEqualTo(tree("""
					{ "$ref": "#/components/schemas/StatusMessageError" }"""));
		WireFormat house = new WireFormats(JsonMapper.shared(), null).compile("house", """
				{ "codes": { "conflict": "bad", "resource_gone": "bad" }, "body": { "code": "{code}" } }""");
		List<ApiError> alike = List.of(ErrorExample.of(CommonError.CONFLICT, house),
				ErrorExample.of(CommonError.RESOURCE_GONE, house));
		assertThat(schemas(openApi).of(house, alike)).extracting(Schema::get$ref)
			.isEqualTo("#/components/schemas/HouseError");
	}

	@Test
	void wholeBodiesAreAlternativesIfFactsStandBesideTheObjectWithTheCode() throws JsonProcessingException {
		OpenAPI openApi = new OpenAPI(SpecVersion.V31);
		WireFormat house = new WireFormats(JsonMapper.shared(), null).compile("house", """
				{ "body": { "fault": { "code": "{code}" }, "$each fact": { "{fact.name}": "{fact.value}" } } }""");
		List<ApiError> errors = List.of(ErrorExample.of(CommonError.CONFLICT, house),
				ErrorExample.of(OrderError.ORDER_NOT_FOUND, house));
		assertThat(tree(Json31.mapper().writeValueAsString(schemas(openApi).of(house, errors)))).isEqualTo(tree("""
				{ "oneOf": [ { "$ref": "#/components/schemas/HouseError.conflict.body" },
				    { "$ref": "#/components/schemas/HouseError.order_not_found.body" } ] }"""));
	}

	@Test
	void codesShareTheSchemaOfTheFormatOnRequest() {
		OpenAPI openApi = new OpenAPI(SpecVersion.V31);
		WireFormat format = preset("details-map");
		assertThat(new ErrorSchemas(openApi, false, LIMITS).of(format,
				List.of(ErrorExample.of(CommonError.CONFLICT, format))))
			.extracting(Schema::get$ref)
			.isEqualTo("#/components/schemas/DetailsMapError");
	}

	private static ErrorSchemas schemas(OpenAPI openApi) {
		return new ErrorSchemas(openApi, true, LIMITS);
	}

	private static WireFormat preset(String name) {
		return new WireFormats(JsonMapper.shared(), null).preset(name);
	}

	private static Object response(OpenAPI openApi, String format, ErrorCode... codes) throws JsonProcessingException {
		WireFormat preset = preset(format);
		List<ApiError> errors = Stream.of(codes).map((code) -> ErrorExample.of(code, preset)).toList();
		return tree(mapper(openApi).writeValueAsString(schemas(openApi).of(preset, errors)));
	}

	private static Object component(OpenAPI openApi, String name) throws JsonProcessingException {
		return tree(mapper(openApi).writeValueAsString(openApi.getComponents().getSchemas().get(name)));
	}

	private static ObjectMapper mapper(OpenAPI openApi) {
		return (openApi.getSpecVersion() == SpecVersion.V31) ? Json31.mapper() : Json.mapper();
	}

	private static Object components(OpenAPI openApi, String schema) throws JsonProcessingException {
		Schema<?> reference = schemas(openApi).of(new HouseStyle(schema), List.of());
		assertThat(reference).extracting(Schema::get$ref).isEqualTo("#/components/schemas/HouseStyleError");
		return tree(mapper(openApi).writeValueAsString(openApi.getComponents().getSchemas()));
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
