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

package io.github.faultbook.autoconfigure.attack;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A malicious request and its permitted responses.
 *
 * @param kind the kind of the attack
 * @param request the request, each character one byte
 * @param statuses the permitted statuses
 * @param framed whether the server can determine the end of the request
 */
record Attack(String kind, String request, Set<Integer> statuses, boolean framed) {

	/**
	 * The statuses for unreadable requests: every client error, and the statuses with
	 * which containers reject unsupported requests.
	 */
	static final Set<Integer> UNKNOWN = statuses(200, 201, 204, 206, 302, 304, 501, 505, 400, 499);

	/**
	 * The statuses of an exception that may have any status.
	 */
	static final Set<Integer> ANY_ERROR = statuses(400, 599);

	static Attack of(String kind, String request, Integer... statuses) {
		return new Attack(kind, request, Set.copyOf(List.of(statuses)), true);
	}

	/**
	 * Return a set of statuses.
	 * @param statuses single statuses, of which the last two are the ends of a range
	 * @return the set
	 */
	private static Set<Integer> statuses(int... statuses) {
		Set<Integer> all = IntStream.of(statuses).boxed().collect(Collectors.toCollection(TreeSet::new));
		IntStream.rangeClosed(statuses[statuses.length - 2], statuses[statuses.length - 1]).forEach(all::add);
		return Set.copyOf(all);
	}

	Attack header(String line, Set<Integer> more) {
		int end = this.request.indexOf("\r\n");
		if (end < 0) {
			// Not even the request line is complete
			return this;
		}
		Set<Integer> extended = new TreeSet<>(this.statuses);
		extended.addAll(more);
		return new Attack(this.kind, this.request.substring(0, end) + "\r\n" + line + this.request.substring(end),
				Set.copyOf(extended), this.framed);
	}

	/**
	 * Return an attack that permits any number of responses and any state of the
	 * connection.
	 * @return the attack
	 */
	Attack unframed() {
		return new Attack(this.kind, this.request, this.statuses, false);
	}

	/**
	 * Return whether the response has no body, if the server can read the request.
	 * @return whether the method is HEAD
	 */
	boolean isHead() {
		return this.request.startsWith("HEAD ");
	}

	/**
	 * Return whether a server may not know the method of the request. Without a version,
	 * it is a request of HTTP/0.9, which has GET only.
	 * @return whether a request for HEAD may be answered with a body
	 */
	boolean isUnclear() {
		return !this.framed || this.request.split("\n", 2)[0].matches("HEAD \\S*\\s*");
	}

}
