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

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A value of the error model that a template can name: what stands in the braces of
 * <code>{violation.path|pointer}</code>.
 *
 * @param name the name in the template
 * @param scope the repetition inside which the name has a value
 * @param kind what the value is
 * @param always whether every error has the value
 * @param choices the values that are possible, empty if there is no end of them
 * @param value reads the value, {@code null} if this error has none
 */
record Placeholder(String name, Scope scope, Kind kind, boolean always, List<String> choices,
		Function<Rendering, @Nullable Object> value) {

	/**
	 * Return whether a condition or table can ask for a value.
	 * @param text the value as text
	 * @return {@code false} if no error ever has it
	 */
	boolean canBe(String text) {
		if (isStatus()) {
			return text.matches("[45](\\d\\d|xx)");
		}
		return (this.choices.isEmpty() || this.choices.contains(text))
				&& (this.kind != Kind.NUMBER || text.matches("\\d+"));
	}

	boolean isStatus() {
		return this.name.equals("status");
	}

	boolean isCode() {
		return this.name.equals("code");
	}

	Map<String, Object> schema() {
		if (isStatus()) {
			return Schemas.STATUS;
		}
		return this.choices.isEmpty() ? this.kind.schema : Map.of("enum", this.choices);
	}

	/**
	 * Where a placeholder has a value.
	 */
	enum Scope {

		ANY, VIOLATION, FACT

	}

	/**
	 * What a placeholder stands for: a {@link #PATH} is a violation whose path is meant,
	 * a {@link #CONDITION} can be asked for but not written.
	 */
	enum Kind {

		TEXT(Schemas.STRING), CODE(Schemas.STRING), NUMBER(Map.of("type", "integer")), PATH(Schemas.STRING),
		OBJECT(Map.of("type", "object")), ANY(Schemas.ANYTHING), CONDITION(Schemas.ANYTHING);

		private final Map<String, Object> schema;

		Kind(Map<String, Object> schema) {
			this.schema = schema;
		}

	}

}
