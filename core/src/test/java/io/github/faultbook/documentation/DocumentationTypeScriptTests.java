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

package io.github.faultbook.documentation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.Retry;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorTexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DocumentationTypeScript}. The tests of the sample application compile
 * and run what it writes.
 */
class DocumentationTypeScriptTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\u0060', textBlock = """
			problem-details | ["number"]                    | ["code"]
			details-map     | ["details","number",0]        | ["error_code"]
			nested-code     | ["error","details","number"]  | ["error","code"]
			""")
	void factsHaveTheirTypesAndPlaces(String format, String place, String code) {
		String module = write(preset(format));
		assertThat(module).contains("""
				  /** Ticket {number} is not valid. @deprecated conflict */
				  readonly ticket_invalid: { readonly number: number; readonly seats?: ReadonlyArray<unknown> };
				""", "  readonly conflict: NoFacts;\n", "const CODE: Path | null = " + code + ";\n");
		assertThat(registration("ticket_invalid", module)).contains("[\"number\"," + place + "]",
				"retry: \"idempotent\"");
	}

	@Test
	void bodiesHaveTheirTypes() {
		String body = "{ readonly error: string; readonly error_code: \"ticket_invalid\"; readonly details: "
				+ "{ readonly number: NonEmptyArray<number>; "
				+ "readonly seats?: NonEmptyArray<ReadonlyArray<unknown>> } }";
		assertThat(write(preset("details-map"))).contains("  readonly ticket_invalid: " + body + ";\n",
				"export type Body = { readonly error: string; readonly error_code: string; "
						+ "readonly details?: { readonly [name: string]: NonEmptyArray<unknown> | undefined } };\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nested-type", "status-message", "status-message-nested" })
	void errorsWithoutACodeCannotBeToldApart(String format) {
		assertThat(write(preset(format))).contains("export interface Facts {\n}\n", "const CODE: Path | null = null;\n")
			.doesNotContain("errors.set(");
	}

	@Test
	void errorsThatAreWrittenAlikeAreLeftOut() {
		assertThat(write(compile("""
				{ "codes": { "bad_gateway": "late", "conflict": "late" }, "body": { "code": "{code}" } }""")))
			.contains("errors.set(\"ticket_invalid\"")
			.doesNotContain("code: \"conflict\"", "code: \"bad_gateway\"", "readonly conflict");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\u0060',
			textBlock = """
					problem-details | {"at":["errors"],"keyed":false,"message":["detail"],"code":["code"],"path":["pointer"],"prefix":"#/","separator":"/","shared":false}
					details-map     | {"at":["details"],"keyed":true,"rows":[],"message":[],"path":[],"prefix":"","separator":"[","shared":true}
					nested-code     | {"at":["error","details"],"keyed":true,"rows":[],"message":[],"path":[],"prefix":"","separator":"[","shared":true}
					details-array   | {"at":["details"],"keyed":false,"message":["message"],"code":["code"],"path":["field"],"prefix":"","separator":"[","shared":false}
					status-message  | null
					nested-type     | null
					""")
	void violationsHaveTheirPlaces(String format, String places) {
		assertThat(write(preset(format))).contains("const VIOLATIONS: ViolationPlaces | null = " + places + ";\n");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = "=>", quoteCharacter = '\u0060',
			textBlock = """
					[{ "$each violation": { "at": "$.{violation.path|dotted}", "why": "{violation.code}" } }] => "code":["why"],"path":["at"],"prefix":"$.","separator":"."
					[{ "$each violation": { "loc": ["body", { "$each segment": "{segment}" }], "msg": "{violation.message}" } }] => "message":["msg"],"path":["loc"],"prefix":1,"separator":""
					[{ "$each violation.path": { "in": "{violation.path|pointer}", "all": [{ "$each violation": { "msg": "{violation.message}", "in": "{violation.path}" } }] } }] => "rows":["all"],"message":["msg"],"path":["in"],"prefix":"/","separator":"/"
					[{ "$each violation": "{violation.message}" }] => "keyed":false,"message":[],"shared":false
					{ "$each violation": { "{violation.path|last}": "{violation.message}" } } => "keyed":true,"message":[],"shared":false
					[{ "$each violation": { "msg": "{violation.message}" }, "$else": { "msg": "{message}" } }] => "message":["msg"],"shared":true
					""")
	void violationsOfATemplateHaveTheirPlaces(String violations, String places) {
		assertThat(write(compile("{ \"body\": { \"code\": \"{code}\", \"errors\": " + violations + " } }")))
			.contains("const VIOLATIONS: ViolationPlaces | null = {\"at\":[\"errors\"],", places);
	}

	@Test
	void referenceHasItsPlace() {
		assertThat(write(compile("{ \"body\": { \"code\": \"{code}\", \"trace\": { \"id\": \"{reference}\" } } }")))
			.contains("const REFERENCE: Path | null = [\"trace\",\"id\"];\n",
					"const REFERENCE_HEADER = \"X-Error-Reference\";\n");
		assertThat(write(preset("details-map"))).contains("const REFERENCE: Path | null = null;\n");
	}

	@Test
	void operationsHaveTheCodesOfTheirExamples() {
		assertThat(typeScript(preset("details-map")).write("""
				{ "openapi": "3.1.0", "paths": { "/tickets/{number}": {
				    "parameters": [],
				    "get": { "responses": { "200": {}, "409": { "content": { "application/json": { "examples": {
				      "ticket_invalid": {}, "conflict": {}, "other": {} } } } } } },
				    "delete": {} } } }""")).contains(
				"export interface Operations {\n"
						+ "  readonly \"GET /tickets/{number}\": (\"ticket_invalid\" | \"conflict\");\n"
						+ "  readonly \"DELETE /tickets/{number}\": never;\n}\n",
				"operations.set(\"GET /tickets/{number}\", new Set([\"ticket_invalid\",\"conflict\"]));\n"
						+ "operations.set(\"DELETE /tickets/{number}\", new Set([]));\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "openapi: 3.1.0", "[]", "{}", "\"openapi\"" })
	void otherTextThanADescriptionIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> typeScript(preset("details-map")).write(text))
			.withMessage("The OpenAPI description is not JSON with the member 'openapi'.");
	}

	@Test
	void codeIsThatOfTheCatalogWhateverTheFormatWrites() {
		assertThat(registration("authentication_required", write(preset("nested-code"))))
			.startsWith("errors.set(\"UNAUTHENTICATED\", { code: \"authentication_required\"");
	}

	@Test
	void factsThatTheFormatChangesAreLeftOut() {
		assertThat(write(compile("""
				{ "body": { "code": "{code}", "text": "Number {fact.number}" } }""")))
			.contains("  readonly ticket_invalid: NoFacts;\n");
	}

	@Test
	void schemasThatReferToThemselvesBecomeTypes() {
		String module = write(compile("""
				{ "body": { "code": "{code}", "errors": { "$nest violation": ["{violation.message}"] } } }"""));
		assertThat(module).contains("export type Part1_nested1 = ", "definitions.set(\"Part1_nested1\", ");
	}

	@Test
	void textsOfTheCatalogStayInTheirComments() {
		String module = write(preset("details-map"));
		assertThat(module).contains("  /** A *\\/ alert(1); // B */\n",
				"  readonly hostile: { readonly __proto__: string };\n");
	}

	@Test
	void nameOfThePrototypeIsAMember() {
		String module = write(new HouseFormat("""
				{ "type": "object", "properties": { "__proto__": { "type": "string" } } }"""));
		assertThat(module).contains("export type Body = { readonly __proto__?: string };\n",
				"const BODY: Schema = {\"type\":\"object\",\"properties\":{[\"__proto__\"]:{\"type\":\"string\"}}};\n");
	}

	@Test
	void schemaOfTheApplicationIsTranslatedAsFarAsTypesGo() {
		assertThat(write(new HouseFormat("""
				{ "type": ["object", "null"], "required": ["a-b", "other"], "properties": {
				    "a-b": { "enum": ["x", 1, null] }, "never": false, "any": true, "object": { "const": {} },
				    "tuple": { "type": "array", "prefixItems": [{ "type": "string" }], "items": { "type": "number" } },
				    "both": { "allOf": [{ "$ref": "#/$defs/a b" }, { "type": "object", "patternProperties": {},
				      "additionalProperties": { "type": "integer" } }] },
				    "list": { "type": "array", "items": { "oneOf": [{ "type": "integer" }, { "type": "boolean" }] } } },
				  "$defs": { "a b": { "type": "object", "additionalProperties": { "$ref": "#/$defs/a b" } } } }""")))
			.contains("export type Body = ({ readonly \"a-b\": (\"x\" | 1 | null); readonly never?: never; "
					+ "readonly any?: unknown; readonly object?: unknown; readonly tuple?: ReadonlyArray<unknown>; "
					+ "readonly both?: (Part1_a_b & { readonly [name: string]: unknown }); "
					+ "readonly list?: ReadonlyArray<(number | boolean)>; readonly other: unknown } | null);\n",
					"export type Part1_a_b = { readonly [name: string]: Part1_a_b | undefined };\n");
	}

	@Test
	void formatWithoutSchemaHasAnyBody() {
		assertThat(write(new HouseFormat(null))).contains("export type Body = unknown;\n", "const BODY: Schema = {};\n",
				"const MESSAGE: Path | null = null;\n");
	}

	private static String registration(String code, String module) {
		return module.lines()
			.filter((line) -> line.startsWith("errors.set(") && line.contains("code: \"" + code + "\""))
			.findFirst()
			.orElseThrow();
	}

	private static WireFormat preset(String name) {
		return new WireFormats(JsonMapper.shared(), "/errors").preset(name);
	}

	private static WireFormat compile(String template) {
		List<Finding> findings = new ArrayList<>();
		WireFormat format = new WireFormats(JsonMapper.shared(), null).compile("house", template, findings);
		assertThat(findings).isEmpty();
		assertThat(format).isNotNull();
		return format;
	}

	private static String write(WireFormat format) {
		return typeScript(format).write();
	}

	private static DocumentationTypeScript typeScript(WireFormat format) {
		ErrorDocumentation documentation = new ErrorDocumentation(ErrorCatalog.of(List.of(Failure.values())),
				List.of(format), new ErrorTexts(ErrorMessages.NONE));
		return new DocumentationTypeScript(documentation.in(Locale.ENGLISH), format);
	}

	private enum Failure implements ErrorCode {

		TICKET_INVALID(ErrorDefinition.of(409, "Ticket {number} is not valid.")
			.parameter("number", Integer.class, "The number")
			.parameter("seats", List.class, "The seats")
			.retry(Retry.IDEMPOTENT)
			.deprecated("2", "conflict")),

		HOSTILE(ErrorDefinition.of(400, "A */\nalert(1); // B").parameter("__proto__", String.class, "A name"));

		private final ErrorDefinition definition;

		Failure(ErrorDefinition definition) {
			this.definition = definition;
		}

		@Override
		public ErrorDefinition definition() {
			return this.definition;
		}

	}

	/**
	 * A format that is written in Java, and that insists on the types of its facts.
	 *
	 * @param schema the schema
	 */
	private record HouseFormat(@Nullable String schema) implements WireFormat {

		@Override
		public String name() {
			return "house";
		}

		@Override
		public byte[] write(ApiError error, ErrorRequest request) {
			return ("Number " + (Number) error.facts().getOrDefault("number", 1)).getBytes(StandardCharsets.UTF_8);
		}

	}

}
