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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * An error with its types.
 *
 * @param entry the documentation of the error
 * @param sent the code as the format writes it
 * @param body the schema of the body
 * @param check the schema without the code, which many errors share
 * @param facts the facts that the body contains, with their places
 * @param invalidInput whether it is the built-in error for invalid input, which has
 * violations where the format can also write facts
 */
record TypedError(DocumentationEntry entry, Object sent, StructuralSchema body, StructuralSchema check,
		Map<String, List<Object>> facts, boolean invalidInput) {

	private static final Set<ErrorCode> INVALID_INPUT = Set.of(CommonError.VALIDATION_ERROR,
			CommonError.INVALID_REQUEST);

	static TypedError of(DocumentationEntry entry, Object sent, StructuralSchema body, StructuralSchema check,
			Map<String, List<Object>> places, ErrorCode code) {
		Map<String, List<Object>> facts = new LinkedHashMap<>(places);
		facts.values().removeIf((place) -> body.at(place) == null);
		return new TypedError(entry, sent, body, check, facts, INVALID_INPUT.contains(code.declared()));
	}

	String factsType() {
		return this.facts.isEmpty() ? "NoFacts"
				: this.facts.entrySet()
					.stream()
					.map((fact) -> factType(fact.getKey(), this.body.at(fact.getValue())))
					.collect(Collectors.joining("; ", "{ ", " }"));
	}

	private static String factType(String name, StructuralSchema.@Nullable Part part) {
		return (part != null) ? TypeScript.member(name, part.required(), TypeScript.type(part.schema()))
				: TypeScript.member(name, false, "unknown");
	}

	String comment() {
		String replacement = (this.entry.replacedBy() != null) ? " " + this.entry.replacedBy() : "";
		return "  /** " + TypeScript.line(this.entry.message())
				+ ((this.entry.deprecatedSince() != null) ? " @deprecated" + replacement : "") + " */\n";
	}

	String registration(String schema) {
		List<List<Object>> places = this.facts.entrySet()
			.stream()
			.map((fact) -> List.<Object>of(fact.getKey(), fact.getValue()))
			.toList();
		return "errors.set(%s, { code: %s, retry: \"%s\", facts: %s, invalidInput: %s, body: %s });\n".formatted(
				TypeScript.literal(this.sent), TypeScript.literal(this.entry.code()), this.entry.retry().word(),
				TypeScript.literal(places), this.invalidInput, schema);
	}

}
