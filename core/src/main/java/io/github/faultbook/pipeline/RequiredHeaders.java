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

package io.github.faultbook.pipeline;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The headers that some statuses require (RFC 9110, section 15, and RFC 6585, section 4).
 */
public final class RequiredHeaders {

	private static final Map<Integer, String> BY_STATUS = Map.of(401, "WWW-Authenticate", 405, "Allow", 415, "Accept",
			429, "Retry-After", 503, "Retry-After");

	private static final Set<String> NAMES = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

	static {
		NAMES.addAll(BY_STATUS.values());
		// The answers of proxies are not documented
		NAMES.add("Proxy-Authenticate");
	}

	private RequiredHeaders() {
	}

	/**
	 * Return the header that responses with a status should have.
	 * @param status the status
	 * @return the name of the header, or {@code null} if the status requires none
	 */
	public static @Nullable String of(int status) {
		return BY_STATUS.get(status);
	}

	/**
	 * Return whether any status requires a header.
	 * @param name the name of the header, in any case
	 * @return whether a response may be of no use without the header
	 */
	static boolean contain(String name) {
		return NAMES.contains(name);
	}

}
