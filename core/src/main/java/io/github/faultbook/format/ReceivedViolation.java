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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.faultbook.Violation.In;
import org.jspecify.annotations.Nullable;

/**
 * One invalid input of a received error.
 *
 * @param path where the input is, outermost first: names ({@link String}) and positions
 * in a list ({@link Integer}, from 0), or {@code null} if the body does not say. A name
 * that consists of digits, or contains the separators of the format, cannot be told from
 * several segments.
 * @param in the part of the request that holds it, or {@code null}
 * @param code the code of the violation, for programs, or {@code null}
 * @param message the message of the violation, for people, or {@code null}
 * @param attributes further details, empty if the body has none
 */
public record ReceivedViolation(@Nullable List<Object> path, @Nullable In in, @Nullable String code,
		@Nullable String message, Map<String, Object> attributes) {

	public ReceivedViolation {
		path = (path != null) ? List.copyOf(path) : null;
		attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
	}

}
