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

package io.github.faultbook.autoconfigure.input;

import java.util.List;
import java.util.stream.Stream;

import io.github.faultbook.ApiType;
import org.jspecify.annotations.Nullable;

/**
 * The expected type of a value, as clients know it.
 *
 * @param name the name of the type, or {@code null} if only the choices are known
 * @param choices the allowed values, empty if there are too many to list
 */
record ExpectedType(@Nullable String name, List<String> choices) {

	static final ExpectedType OBJECT = new ExpectedType(ApiType.OBJECT.word(), List.of());

	/**
	 * A type without a name for clients.
	 */
	static final ExpectedType UNKNOWN = new ExpectedType(null, List.of());

	/**
	 * Return the expected type for a Java type.
	 * @param type the type, or {@code null} if it is not known
	 * @return the expected type: the names of the constants for an enum, or
	 * {@link #UNKNOWN} if the form of the values is not known
	 */
	static ExpectedType of(@Nullable Class<?> type) {
		if (type != null && type.isEnum()) {
			return new ExpectedType(null,
					Stream.of(type.getEnumConstants()).map((constant) -> ((Enum<?>) constant).name()).toList());
		}
		ApiType known = (type != null) ? ApiType.find(type) : null;
		return (known != null) ? new ExpectedType(known.word(), List.of()) : UNKNOWN;
	}

}
