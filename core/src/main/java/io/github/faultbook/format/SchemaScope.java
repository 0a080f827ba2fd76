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

import io.github.faultbook.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * The errors whose bodies a schema describes, and the limits of these bodies.
 *
 * @param example an occurrence of the error that all bodies tell of, with its facts as
 * they are written, or {@code null} if the bodies may tell of any error
 * @param violations the maximum number of violations that are listed
 * @param text the maximum length of each text, in characters
 */
public record SchemaScope(@Nullable ApiError example, int violations, int text) {

	/**
	 * Nothing is known.
	 */
	public static final SchemaScope ANY = new SchemaScope(null, Integer.MAX_VALUE, Integer.MAX_VALUE);

}
