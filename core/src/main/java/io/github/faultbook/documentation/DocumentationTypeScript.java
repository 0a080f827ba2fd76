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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.faultbook.ApiError;
import io.github.faultbook.format.BodySchema;
import io.github.faultbook.format.SchemaScope;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes the documentation as a module of TypeScript, for clients: the types of the
 * errors in a format, and a function that decodes responses. The module does not depend
 * on any other one.
 */
public final class DocumentationTypeScript {

	private static final String DECODER = CodeSamples.load("decode.ts");

	private final DocumentationEdition edition;

	private final WireFormat format;

	/**
	 * Create a writer.
	 * @param edition the documentation to write
	 * @param format the format of the responses
	 */
	public DocumentationTypeScript(DocumentationEdition edition, WireFormat format) {
		this.edition = edition;
		this.format = format;
	}

	/**
	 * Write the types of the errors of the index. In a format whose bodies do not contain
	 * the code, errors cannot be told apart, so that the module has only the type of the
	 * body. Errors that the format writes with the same code are left out.
	 * @return the module
	 */
	public String write() {
		return write((codes) -> Map.of());
	}

	/**
	 * Write the types of the errors of the index, and which of them each operation can
	 * answer with.
	 * @param openApi the OpenAPI description of the API, as JSON. The examples of its
	 * responses have the codes of errors as names, as Faultbook writes them.
	 * @return the module
	 * @throws IllegalArgumentException if the text is not an OpenAPI description
	 */
	public String write(String openApi) {
		return write((codes) -> DescribedOperations.find(openApi, codes));
	}

	private String write(Function<Set<String>, Map<String, List<String>>> operationsOf) {
		TypeDefinitions definitions = new TypeDefinitions();
		List<String> code = BodySchema.memberWithTheCode(this.format);
		StructuralSchema any = definitions.reduce(BodySchema.of(this.format, SchemaScope.ANY));
		List<TypedError> errors = code.isEmpty() ? List.of() : errors(code, definitions);
		Map<String, List<String>> operations = operationsOf
			.apply(errors.stream().map((error) -> error.entry().code()).collect(Collectors.toSet()));
		StringBuilder module = new StringBuilder(
				"// %s: errors in the format %s\n// Generated from the catalog by Faultbook. Changes are lost.\n"
					.formatted(TypeScript.line(this.edition.title()), TypeScript.line(this.format.name())));
		types(module, errors, any);
		operationTypes(module, operations);
		definitions.types(module);
		module.append("\n").append(DECODER);
		places(module, code);
		module.append("\nconst BODY: Schema = " + TypeScript.literal(any.root()) + ";\n")
			.append("\nconst definitions = new Map<string, Schema>();\n");
		definitions.values()
			.forEach((name, schema) -> module
				.append("definitions.set(\"%s\", %s);\n".formatted(name, TypeScript.literal(schema.root()))));
		registrations(module, errors);
		module.append("\nconst operations = new Map<string, ReadonlySet<string>>();\n");
		operations.forEach((operation, codes) -> module.append("operations.set(%s, new Set(%s));\n"
			.formatted(TypeScript.literal(operation), TypeScript.literal(codes))));
		return module.toString();
	}

	private void places(StringBuilder module, List<String> code) {
		WrittenPlaces places = new WrittenPlaces(this.format);
		constant(module, "CODE: Path | null", code.isEmpty() ? null : code);
		constant(module, "MESSAGE: Path | null", places.message());
		constant(module, "REFERENCE: Path | null", places.reference());
		constant(module, "REFERENCE_HEADER", this.edition.referenceHeader());
		constant(module, "VIOLATIONS: ViolationPlaces | null", WrittenViolations.places(this.format));
	}

	private static void constant(StringBuilder module, String declaration, @Nullable Object value) {
		module
			.append("\nconst " + declaration + " = " + ((value != null) ? TypeScript.literal(value) : "null") + ";\n");
	}

	private List<TypedError> errors(List<String> code, TypeDefinitions definitions) {
		WrittenPlaces places = new WrittenPlaces(this.format);
		Map<Object, List<TypedError>> bySentCode = new LinkedHashMap<>();
		for (DocumentationEntry entry : this.edition.entries()) {
			ApiError error = this.edition.attempt(entry, this.format).error();
			BodySchema body = BodySchema.of(this.format, new SchemaScope(error, Integer.MAX_VALUE, Integer.MAX_VALUE));
			Object sent = (body != null) ? body.constant(code) : null;
			if (sent != null) {
				StructuralSchema reduced = definitions.reduce(body);
				// The code has been compared when a body is checked
				StructuralSchema check = new StructuralSchema(new BodySchema(reduced.root()).with(code, Map.of()));
				bySentCode.computeIfAbsent(sent, (key) -> new ArrayList<>())
					.add(TypedError.of(entry, sent, reduced, check, places.facts(error), error.errorCode()));
			}
		}
		return bySentCode.values().stream().filter((same) -> same.size() == 1).map((same) -> same.get(0)).toList();
	}

	private static void registrations(StringBuilder module, List<TypedError> errors) {
		Map<StructuralSchema, String> schemas = new LinkedHashMap<>();
		errors.forEach((error) -> schemas.computeIfAbsent(error.check(), (key) -> "BODY_" + (schemas.size() + 1)));
		module.append("\nconst errors = new Map<unknown, Entry>();\n");
		schemas.forEach((schema, name) -> module
			.append("\nconst %s: Schema = %s;\n".formatted(name, TypeScript.literal(schema.root()))));
		module.append("\n");
		errors.forEach((error) -> module.append(error.registration(schemas.get(error.check()))));
	}

	private static void types(StringBuilder module, List<TypedError> errors, StructuralSchema any) {
		module.append("\n/** No facts. */\nexport type NoFacts = Readonly<Record<never, never>>;\n")
			.append("\nexport type NonEmptyArray<T> = readonly [T, ...T[]];\n");
		members(module, "The facts of each error that the format carries.", "Facts", errors, TypedError::factsType);
		members(module, "The body of each error.", "Bodies", errors, (error) -> TypeScript.type(error.body()));
		module.append("\n/** The body of any error. */\nexport type Body = " + TypeScript.type(any) + ";\n");
	}

	private static void members(StringBuilder module, String comment, String name, List<TypedError> errors,
			Function<TypedError, String> type) {
		module.append("\n/** %s */\nexport interface %s {\n".formatted(comment, name));
		errors.forEach((error) -> module.append(error.comment())
			.append("  " + TypeScript.member(error.entry().code(), true, type.apply(error)) + ";\n"));
		module.append("}\n");
	}

	private static void operationTypes(StringBuilder module, Map<String, List<String>> operations) {
		module.append("\n/** The codes of the errors of each operation, by its method and path. */\n")
			.append("export interface Operations {\n");
		operations.forEach((operation, codes) -> module
			.append("  " + TypeScript.member(operation, true, TypeScript.oneOf(codes)) + ";\n"));
		module.append("}\n");
	}

}
