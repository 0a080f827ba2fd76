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

package io.github.faultbook.autoconfigure.container;

import java.util.Locale;
import java.util.Set;

/**
 * Decides which headers of a failed response stay in the answer. Headers of CORS,
 * security and cookies stay, for example. Headers that describe the content that the
 * application would have sent do not.
 */
public final class SurvivingHeaders {

	/**
	 * Headers that describe the content or the resource (RFC 9110, sections 8 and
	 * 10.2.2), and headers that make a proxy or a browser replace the answer.
	 */
	private static final Set<String> DROPPED = Set.of("accept-ranges", "cache-control", "etag", "expires",
			"last-modified", "location", "pragma", "refresh", "trailer", "transfer-encoding", "x-lighttpd-send-file",
			"x-reproxy-url", "x-sendfile", "x-sendfile2");

	private static final int RANGE_NOT_SATISFIABLE = 416;

	private SurvivingHeaders() {
	}

	/**
	 * Return whether a header stays.
	 * @param header the name of the header, in any case
	 * @param status the status of the answer
	 * @return {@code false} to drop it
	 */
	public static boolean survives(String header, int status) {
		String name = header.toLowerCase(Locale.ROOT);
		if (name.equals("content-range")) {
			// With 416, the header has the size of the content (RFC 9110, section 14.4)
			return status == RANGE_NOT_SATISFIABLE;
		}
		if (name.startsWith("content-security-policy")) {
			return true;
		}
		// Headers that describe the content, or that make nginx send other content
		// instead
		boolean content = name.startsWith("content-") || name.startsWith("x-accel-");
		return !content && !DROPPED.contains(name);
	}

}
