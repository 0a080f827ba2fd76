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

package io.github.faultbook;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Interface to be implemented by exceptions that stand for a catalog entry but cannot
 * extend {@link ApiException}. Only {@link #errorCode()} is required.
 */
public interface ApiFault {

	/**
	 * Return the catalog entry.
	 * @return the entry
	 */
	ErrorCode errorCode();

	/**
	 * Return the text for clients that replaces the entry's message in this occurrence.
	 * @return the text, or {@code null} to use the message of the entry
	 */
	default @Nullable String clientMessage() {
		return null;
	}

	/**
	 * Return the values that this occurrence carries. Clients see them.
	 * @return the values by name, in the order they are sent
	 */
	default Map<String, Object> facts() {
		return Map.of();
	}

	/**
	 * Return the invalid inputs that led to this occurrence.
	 * @return the violations, in the order they are sent
	 */
	default List<Violation> violations() {
		return List.of();
	}

	/**
	 * Return the headers to send with the response.
	 * @return the values by header name
	 */
	default Map<String, List<String>> headers() {
		return Map.of();
	}

	/**
	 * Return how long the client should wait before it sends the request again.
	 * @return the delay, sent as whole seconds rounded up, or {@code null} to use the
	 * delay of the entry
	 */
	default @Nullable Duration retryAfter() {
		return null;
	}

}
