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

package io.github.faultbook.autoconfigure.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.faultbook.ErrorCode;

/**
 * Resolves the mappings from constraints of the database to catalog entries.
 */
public final class ConstraintMappings {

	private final ExceptionMappings mappings;

	private final UnaryOperator<String> keys;

	/**
	 * Create an instance.
	 * @param mappings resolves the codes
	 * @param keys converts a key to the form in which it was written
	 */
	ConstraintMappings(ExceptionMappings mappings, UnaryOperator<String> keys) {
		this.mappings = mappings;
		this.keys = keys;
	}

	/**
	 * Resolve the configured mappings.
	 * @param constraints the codes by the name of the constraint
	 * @return the entries by the {@link #plain plain} name of the constraint
	 */
	Map<String, ErrorCode> resolve(Map<String, String> constraints) {
		Map<String, ErrorCode> valid = new LinkedHashMap<>();
		constraints.forEach((name, code) -> {
			ExceptionMapping mapping = this.mappings.createMapping("faultbook.constraints." + this.keys.apply(name),
					code, null);
			if (mapping != null) {
				valid.putIfAbsent(plain(name), mapping.code());
			}
		});
		return Map.copyOf(valid);
	}

	/**
	 * Return the form of a name in which names of constraints are compared. Databases
	 * change the case of names, and environment variables have no other separator than
	 * the underscore.
	 * @param constraint the name of a constraint
	 * @return its letters and digits, in lower case
	 */
	public static String plain(String constraint) {
		return WrittenProperties.plain(constraint);
	}

}
