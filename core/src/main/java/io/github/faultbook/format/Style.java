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

import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.faultbook.format.Placeholder.Kind;

/**
 * A way to spell a value.
 *
 * @param spelling the function that spells a value
 * @param schema the schema of the result if it differs from the value
 * @param kind the kind of the result, which decides the styles that can follow
 */
record Style(UnaryOperator<Object> spelling, Map<String, Object> schema, Kind kind) {

	/**
	 * The style of values that keep their JSON type.
	 */
	static final Style NATIVE = new Style(UnaryOperator.identity(), JsonSchema.ANYTHING, Kind.ANY);

	/**
	 * The style of values that are written as text.
	 */
	static final Style TEXT = text(Value::asText);

	static Style text(UnaryOperator<Object> spelling) {
		return new Style(spelling, JsonSchema.STRING, Kind.TEXT);
	}

	/**
	 * Return the style that spells what this style spelled.
	 * @param next the style to apply to the result of this one
	 * @return both styles as one
	 */
	Style then(Style next) {
		return (this == NATIVE) ? next
				: new Style((value) -> next.spelling.apply(this.spelling.apply(value)), next.schema, next.kind);
	}

}
