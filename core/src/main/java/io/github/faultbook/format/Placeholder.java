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

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A value of the error model that a template can refer to, such as
 * <code>violation.path</code> in <code>{violation.path|pointer}</code>.
 *
 * @param name the name in the template
 * @param scope the repetition inside which the name has a value
 * @param kind the kind of the value
 * @param always whether every error has the value
 * @param choices the possible values, empty if they are not limited
 * @param value the function that returns the value, or {@code null} if the error has none
 * @param language the language of the value, or {@code null} for the language of the
 * request
 */
record Placeholder(String name, Scope scope, Kind kind, boolean always, List<String> choices,
		Function<Rendering, @Nullable Object> value, @Nullable Locale language) {

	Placeholder(String name, Scope scope, Kind kind, boolean always, List<String> choices,
			Function<Rendering, @Nullable Object> value) {
		this(name, scope, kind, always, choices, value, null);
	}

	/**
	 * Return whether the placeholder can have the given value.
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
			return JsonSchema.STATUS;
		}
		return this.choices.isEmpty() ? this.kind.schema : Map.of("enum", this.choices);
	}

	/**
	 * The parts of an error that placeholders and repetitions at a position in a template
	 * can use.
	 */
	enum Scope {

		ANY, VIOLATIONS, FACTS, VIOLATION, FACT, SEGMENT;

		/**
		 * The parts that can be used outside all repetitions.
		 */
		static final Set<Scope> OUTSIDE = Collections.unmodifiableSet(EnumSet.of(ANY, VIOLATIONS, FACTS));

	}

	/**
	 * The kind of value that a placeholder stands for. A {@link #PATH} is a violation, of
	 * which the path is written; a {@link #LIST} is the path as an array; a
	 * {@link #CONDITION} can be tested but not written.
	 */
	enum Kind {

		TEXT(JsonSchema.STRING), CODE(JsonSchema.STRING), NUMBER(Map.of("type", "integer")), PATH(JsonSchema.STRING),
		LIST(JsonSchema.SEGMENTS), OBJECT(Map.of("type", "object")), ANY(JsonSchema.ANYTHING),
		CONDITION(JsonSchema.ANYTHING);

		private final Map<String, Object> schema;

		Kind(Map<String, Object> schema) {
			this.schema = schema;
		}

		Map<String, Object> schema() {
			return this.schema;
		}

	}

}
