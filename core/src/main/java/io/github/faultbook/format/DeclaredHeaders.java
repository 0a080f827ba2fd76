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

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.faultbook.HttpToken;

/**
 * The headers that a template declares.
 */
final class DeclaredHeaders {

	/**
	 * The headers that describe the body or the connection, which a format must not set;
	 * in lower case.
	 */
	private static final Set<String> RESERVED = Set.of("content-length", "content-encoding", "content-disposition",
			"content-range", "transfer-encoding", "connection", "trailer", "upgrade");

	private final TemplateProblems problems;

	private final Map<String, Node> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	DeclaredHeaders(TemplateProblems problems) {
		this.problems = problems;
	}

	void add(String name, Node value, JsonSource.Position position) {
		if (!HttpToken.isToken(name)) {
			this.problems.add(position, "'%s' is not the name of a header.".formatted(name),
					"Use letters, digits and hyphens.");
		}
		else if (name.equalsIgnoreCase("Content-Type")) {
			this.problems.add(position, "the content type is not written as a header.",
					"Use the member \"contentType\" of the template.");
		}
		else if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
			this.problems.add(position, "'%s' is set by the server.".formatted(name), "Remove it.");
		}
		if (this.values.putIfAbsent(name, value) != null) {
			this.problems.add(position, "the header '%s' is declared twice.".formatted(name),
					"Remove one of the two, case does not matter.");
		}
	}

	Map<String, Node> values() {
		return this.values;
	}

}
