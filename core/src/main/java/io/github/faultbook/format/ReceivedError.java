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

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.faultbook.Retry;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a received error. A value that the format does not carry is absent.
 * Everything in it comes from another party: texts can be of any length and content.
 *
 * @param status the status that the body states, or {@code null}. It can contradict the
 * status of the response.
 * @param code the code of the catalog, or {@code null}
 * @param title the title, or {@code null}
 * @param message what went wrong, for people, or {@code null}. If a format appends
 * violations to the message, they are part of it.
 * @param type the problem type (RFC 9457, section 3.1.1) as it was sent, or {@code null}
 * @param reference the identifier of the request in the log of the server, from the body
 * or the header {@link ErrorReader#REFERENCE_HEADER}, or {@code null}
 * @param retry whether the request may be sent again, or {@code null}
 * @param retryAfter how long to wait before that, or {@code null}
 * @param facts the facts by name, in the order of the body: texts, numbers, booleans, and
 * lists and maps of them
 * @param violations the invalid inputs, in the order of the body
 * @param omittedViolations the number of violations that the server left out
 */
public record ReceivedError(@Nullable Integer status, @Nullable String code, @Nullable String title,
		@Nullable String message, @Nullable String type, @Nullable String reference, @Nullable Retry retry,
		@Nullable Duration retryAfter, Map<String, Object> facts, List<ReceivedViolation> violations,
		int omittedViolations) {

	/**
	 * An error of which nothing is known.
	 */
	public static final ReceivedError UNKNOWN = new ReceivedError(null, null, null, null, null, null, null, null,
			Map.of(), List.of(), 0);

	public ReceivedError {
		facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
		violations = List.copyOf(violations);
	}

}
