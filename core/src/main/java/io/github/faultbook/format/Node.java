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

import org.jspecify.annotations.Nullable;

/**
 * A compiled part of a template that stands for at most one JSON value.
 */
interface Node extends WritableValue {

	/**
	 * Return whether there is a value to write for this error.
	 * @param rendering the body being written
	 * @return {@code false} to leave it out
	 */
	boolean present(Rendering rendering);

	/**
	 * Return whether there is a value for every error.
	 * @return {@code true} if {@link #present(Rendering)} never returns {@code false}
	 */
	boolean always();

	/**
	 * Describe the values that this node writes.
	 * @param schemas the definitions, for schemas that refer to themselves
	 * @return a JSON Schema
	 */
	Map<String, Object> schema(Schemas schemas);

	/**
	 * Return the value as text.
	 * @param rendering the body being written
	 * @return the text, or {@code null} if there is no value
	 */
	default @Nullable String text(Rendering rendering) {
		throw new UnsupportedOperationException("Refused by the compiler");
	}

	/**
	 * Return whether this node can be used where text is required.
	 * @return whether {@link #text(Rendering)} can be called
	 */
	default boolean textual() {
		return false;
	}

}
