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

package io.github.faultbook.autoconfigure.servlet;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.faultbook.pipeline.ErrorReply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Sends answers over the Servlet API in place of whatever the response holds.
 */
final class ServletReplies {

	/**
	 * Headers that describe the content that is replaced (RFC 9110, section 8), beside
	 * those that start with {@code Content-}.
	 */
	private static final Set<String> REPRESENTATION = Set.of("etag", "last-modified", "accept-ranges", "expires",
			"pragma", "cache-control", "transfer-encoding", "trailer");

	private ServletReplies() {
	}

	/**
	 * Send an answer. Headers that were set before survive, such as those of CORS, of
	 * security and of cookies, unless they describe the content that is replaced.
	 * @param reply the answer
	 * @param request the request
	 * @param response the response, not committed
	 * @throws IOException if the client cannot be reached
	 */
	static void send(ErrorReply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Map<String, Collection<String>> survivors = survivors(response, reply.status());
		reset(response);
		response.setStatus(reply.status());
		survivors.forEach((name, values) -> set(response, name, values));
		reply.headers().forEach((name, values) -> {
			if (name.equalsIgnoreCase(HttpHeaders.VARY)) {
				values.forEach((value) -> response.addHeader(name, value));
			}
			else {
				set(response, name, values);
			}
		});
		response.setContentLength(reply.body().length);
		if (!HttpMethod.HEAD.matches(request.getMethod())) {
			response.getOutputStream().write(reply.body());
		}
	}

	private static void reset(HttpServletResponse response) {
		try {
			response.reset();
		}
		catch (RuntimeException ex) {
			// Jetty reads the Connection header on the way, which may be malformed
			response.resetBuffer();
			response.getHeaderNames().forEach((name) -> response.setHeader(name, null));
		}
	}

	private static void set(HttpServletResponse response, String name, Collection<String> values) {
		boolean first = true;
		for (String value : values) {
			if (first) {
				response.setHeader(name, value);
			}
			else {
				response.addHeader(name, value);
			}
			first = false;
		}
	}

	private static Map<String, Collection<String>> survivors(HttpServletResponse response, int status) {
		Collection<String> names = response.getHeaderNames();
		if (names.isEmpty()) {
			return Map.of();
		}
		Map<String, Collection<String>> survivors = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String name : names) {
			if (!describesContent(name.toLowerCase(Locale.ROOT))) {
				survivors.put(name, List.copyOf(response.getHeaders(name)));
			}
		}
		if (status != HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE) {
			survivors.remove(HttpHeaders.CONTENT_RANGE);
		}
		return survivors;
	}

	private static boolean describesContent(String name) {
		// With 416, Content-Range says which ranges there are (RFC 9110, section 14.4)
		return REPRESENTATION.contains(name) || (name.startsWith("content-")
				&& !name.startsWith("content-security-policy") && !name.equals("content-range"));
	}

}
