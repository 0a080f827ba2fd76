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
import java.util.Map;
import java.util.TreeMap;

import io.github.faultbook.format.BodySchema;
import org.jspecify.annotations.Nullable;

/**
 * The definitions that schemas refer to. Schemas with the same definitions share them.
 */
final class TypeDefinitions {

	private final Map<Object, String> prefixes = new LinkedHashMap<>();

	private final Map<String, StructuralSchema> values = new TreeMap<>();

	StructuralSchema reduce(@Nullable BodySchema body) {
		if (body == null) {
			return StructuralSchema.ANYTHING;
		}
		if (!(body.root().get("$defs") instanceof Map<?, ?> definitions)) {
			return StructuralSchema.of(body.root(), "");
		}
		String known = this.prefixes.get(definitions);
		String prefix = (known != null) ? known : "Part" + (this.prefixes.size() + 1) + "_";
		if (known == null) {
			this.prefixes.put(definitions, prefix);
			definitions.forEach((name, schema) -> this.values.put(StructuralSchema.nameOf(name.toString(), prefix),
					StructuralSchema.of(schema, prefix)));
		}
		return StructuralSchema.of(body.root(), prefix);
	}

	void types(StringBuilder module) {
		this.values.forEach(
				(name, schema) -> module.append("\nexport type " + name + " = " + TypeScript.type(schema) + ";\n"));
	}

	Map<String, StructuralSchema> values() {
		return this.values;
	}

}
