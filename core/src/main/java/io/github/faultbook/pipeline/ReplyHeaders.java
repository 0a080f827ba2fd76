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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.faultbook.HttpToken;

/**
 * Collects the headers of an answer. Servers refuse to send more than a few kilobytes of
 * headers, so the headers of errors and formats are limited. A header that does not fit
 * is left out as a whole, because a part of its value may have another meaning. Instances
 * are used by one thread.
 */
final class ReplyHeaders {

	/**
	 * The maximum length of all headers of errors and formats together, including names
	 * and delimiters.
	 */
	static final int MAX_TOTAL = 4096;

	static final int MAX_VALUE = 2048;

	static final int MAX_VALUES = 50;

	/**
	 * Headers that describe the body or the connection. Errors and formats cannot set
	 * them.
	 */
	private static final Set<String> RESERVED = caseInsensitive("Content-Type", "Content-Length", "Content-Encoding",
			"Content-Disposition", "Content-Range", "Transfer-Encoding", "Connection", "Trailer", "Upgrade");

	private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Handling handling;

	private int length;

	private int values;

	/**
	 * Start without a header.
	 * @param handling the failed request, which records the headers that do not fit
	 */
	ReplyHeaders(Handling handling) {
		this.handling = handling;
	}

	private static Set<String> caseInsensitive(String... names) {
		Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		set.addAll(List.of(names));
		return set;
	}

	/**
	 * Set a header that is not limited.
	 * @param name the name
	 * @param value the value
	 */
	void set(String name, String value) {
		this.headers.put(name, List.of(value));
	}

	/**
	 * Set the headers of an error or a format, as far as they fit.
	 * @param brought the values by name
	 */
	void setAll(Map<String, List<String>> brought) {
		if (brought.isEmpty()) {
			return;
		}
		// Other headers cannot take the room of those that a status requires
		brought.forEach((name, lines) -> setIfFits(name, lines, true));
		brought.forEach((name, lines) -> setIfFits(name, lines, false));
	}

	private void setIfFits(String name, List<String> lines, boolean required) {
		if (lines.isEmpty() || RequiredHeaders.contain(name) != required || RESERVED.contains(name)
				|| !HttpToken.isToken(name)) {
			return;
		}
		int added = 0;
		boolean fits = this.values + lines.size() <= MAX_VALUES;
		for (String line : lines) {
			added += name.length() + line.length() + 4;
			fits &= line.length() <= MAX_VALUE && this.length + added <= MAX_TOTAL;
		}
		if (!fits) {
			this.handling.failed(new UnwritablePartException("Header '%s' does not fit into %,d bytes of headers"
				.formatted((name.length() > 100) ? name.substring(0, 100) + "…" : name, MAX_TOTAL)));
			return;
		}
		this.length += added;
		this.values += lines.size();
		List<String> values = new ArrayList<>(lines.size());
		for (String line : lines) {
			values.add(singleLine(line));
		}
		this.headers.put(name, values);
	}

	/**
	 * Replace characters that a header value must not contain. Characters beyond Latin-1
	 * are replaced, too, as a server that truncates them to a byte would turn some of
	 * them into line breaks.
	 * @param value the value
	 * @return the value in one line of Latin-1
	 */
	private static String singleLine(String value) {
		StringBuilder line = null;
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (Character.isISOControl(c) || c > 0xff) {
				line = (line != null) ? line : new StringBuilder(value);
				line.setCharAt(i, Character.isISOControl(c) ? ' ' : '?');
			}
		}
		return (line != null) ? line.toString() : value;
	}

	Map<String, List<String>> toMap() {
		return this.headers;
	}

}
