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

import java.util.Locale;
import java.util.Set;

/**
 * Advice on whether a client may send the same request again.
 */
public enum Retry {

	/**
	 * The request fails again until the client changes something.
	 */
	NEVER,

	/**
	 * The request may be sent again if its method is idempotent (RFC 9110, section
	 * 9.2.2), as the server may have acted on it.
	 */
	IDEMPOTENT,

	/**
	 * The request may be sent again regardless of its method, as the server did not act
	 * on it.
	 */
	ALWAYS;

	private static final Set<String> IDEMPOTENT_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

	/**
	 * Return the name of this advice for clients.
	 * @return the name in lower case
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return whether a request with the given method may be sent again.
	 * @param method the HTTP method, in upper case
	 * @return whether a retry is safe
	 */
	public boolean allows(String method) {
		return (this == ALWAYS) || (this == IDEMPOTENT && IDEMPOTENT_METHODS.contains(method));
	}

}
