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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.faultbook.autoconfigure.contract.AnswerCheck;
import io.github.faultbook.autoconfigure.contract.Wire;
import io.github.faultbook.format.WireFormats;

/**
 * Checks the responses to an attack: each must be complete and sent once, with a
 * permitted status, the required headers and the requested format, and without internals
 * of the server.
 */
final class Oracle {

	static final String FORMAT = "details-map";

	/**
	 * The headers that a status owes. The attacked application configures a delay for 429
	 * and 503.
	 */
	private static final Map<Integer, String> OWED = Map.of(401, "WWW-Authenticate", 405, "Allow", 415, "Accept", 416,
			"Content-Range", 429, "Retry-After", 503, "Retry-After");

	/**
	 * Headers of a content that was not sent, and of one that a proxy would send instead.
	 */
	private static final List<String> LEFT_OVER = List.of("Content-Encoding", "Content-Disposition", "ETag",
			"Last-Modified", "Location", "Refresh", "X-Accel-Redirect", "X-Sendfile");

	/**
	 * The languages that the application or Faultbook has texts in.
	 */
	private static final Pattern LANGUAGE = Pattern.compile("de|en|es|fr|pt");

	/**
	 * The statuses of requests whose headers may not have been read.
	 */
	private static final Set<Integer> UNREAD = Set.of(400, 414, 431);

	private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3})( [^\r\n]*)?");

	private final Map<String, AnswerCheck> checks = WireFormats.presets()
		.stream()
		.collect(Collectors.toMap((name) -> name, AnswerCheck::new));

	private final Internals internals = new Internals();

	/**
	 * Check all data received over a connection.
	 * @param attack the attack that was sent
	 * @param bytes the received data, each character one byte
	 * @param followed whether a plain request followed the attack
	 * @return the problems, empty if there are none
	 */
	List<String> problems(Attack attack, String bytes, boolean followed) {
		List<String> problems = new ArrayList<>();
		List<Wire.Answer> answers = new ArrayList<>();
		boolean head = attack.isHead() && !(attack.isUnclear() && bytes.contains("\r\n\r\n{"));
		int position = 0;
		while (position < bytes.length() && problems.isEmpty()) {
			if (!attack.framed() && !bytes.startsWith("HTTP/", position)) {
				// A response of HTTP/0.9 consists of the body only
				String body = bytes.substring(position);
				return body.startsWith("{") ? this.checks.get(FORMAT).bodyProblems(body) : problems;
			}
			position = read(head && answers.isEmpty(), bytes, position, answers, problems);
		}
		if (!problems.isEmpty()) {
			return problems;
		}
		// The answer to what stands behind a request may follow a page
		answers.stream()
			.filter((answer) -> answer.status() >= 400)
			.map((answer) -> this.internals.find(answer.toString()))
			.filter((internal) -> internal != null && !path(attack).contains(internal))
			.forEach((internal) -> problems.add("tells '%s'".formatted(internal)));
		if (attack.framed()) {
			number(answers, followed, attack.request().contains("\r\nContent-Length: "), problems);
		}
		for (int i = 0; i < answers.size(); i++) {
			check(attack, answers.get(i), i == 0, problems);
		}
		return problems;
	}

	private static String path(Attack attack) {
		return attack.request().split("[?\r\n]", 2)[0];
	}

	private static void number(List<Wire.Answer> answers, boolean followed, boolean hasBody, List<String> problems) {
		// Containers close a connection silently if they have not read all of a body
		boolean closed = !followed || answers.isEmpty()
				|| answers.get(0).headers().getOrDefault("Connection", List.of()).contains("close")
				|| (hasBody && answers.size() == 1 && answers.get(0).status() >= 400);
		if (answers.size() != (closed ? 1 : 2)) {
			problems.add("has %d answers, closed is %s".formatted(answers.size(), closed));
		}
		else if (!closed && !answers.get(1).body().equals(Client.FOLLOWING_BODY)) {
			problems.add("spoils the connection");
		}
	}

	void check(Attack attack, Wire.Answer answer, boolean first, List<String> problems) {
		int status = answer.status();
		if (first && !attack.statuses().contains(status)) {
			problems.add("has the status %d".formatted(status));
		}
		if (status >= 400 && !isTomcatsOwn(attack, answer)) {
			checkHeaders(attack, answer, problems);
			problems.addAll(check(attack, answer, first));
		}
	}

	private static void checkHeaders(Attack attack, Wire.Answer answer, List<String> problems) {
		String owed = OWED.get(answer.status());
		// An exception may bring any headers, and parts name their types themselves
		boolean any = attack.statuses().equals(Attack.ANY_ERROR);
		boolean part = answer.status() == 415 && attack.request().contains("\nContent-Type: multipart/");
		if (owed != null && !any && !part && !answer.headers().containsKey(owed)) {
			problems.add("owes " + owed);
		}
		LEFT_OVER.stream()
			.filter((name) -> !any && answer.headers().containsKey(name))
			.forEach((name) -> problems.add("has the %s of something else".formatted(name)));
		List<String> language = answer.headers().getOrDefault("Content-Language", List.of());
		if (language.size() > 1 || !language.stream().allMatch(LANGUAGE.asMatchPredicate())) {
			problems.add("has the language " + language);
		}
	}

	/**
	 * Return whether Tomcat responds to a malformed request before any valve.
	 * @param attack the attack that was sent
	 * @param answer the response
	 * @return whether it does
	 */
	private static boolean isTomcatsOwn(Attack attack, Wire.Answer answer) {
		return attack.request().startsWith("OPTIONS * ") && answer.status() == 400 && answer.body().isEmpty();
	}

	/**
	 * Check the format. Requests that a container rejects may have the default format, as
	 * their headers may not have been read.
	 * @param attack the attack that was sent
	 * @param answer the response
	 * @param first whether it is the response to the attack
	 * @return the problems
	 */
	private List<String> check(Attack attack, Wire.Answer answer, boolean first) {
		Matcher format = Pattern.compile("\r\nX-Format: ([a-z-]+)\r\n").matcher(attack.request());
		boolean mayBeEmpty = first && attack.isHead();
		String name = format.find() ? format.group(1) : FORMAT;
		List<String> problems = this.checks.get(name).problems(answer, mayBeEmpty);
		if (!problems.isEmpty() && (!attack.framed() || UNREAD.contains(answer.status()))) {
			return this.checks.get(FORMAT).problems(answer, mayBeEmpty).isEmpty() ? List.of() : problems;
		}
		return problems;
	}

	/**
	 * Read one response.
	 * @param head whether it is a response to HEAD
	 * @param bytes the received data
	 * @param start the index at which the response begins
	 * @param answers the list to add the response to
	 * @param problems the list to add problems to
	 * @return the index at which the response ends
	 */
	private static int read(boolean head, String bytes, int start, List<Wire.Answer> answers, List<String> problems) {
		int end = bytes.indexOf("\r\n\r\n", start) + 4;
		Matcher line = STATUS_LINE.matcher(bytes).region(start, bytes.length());
		if (end < 4 || !line.lookingAt()) {
			problems.add("is no answer at " + start);
			return bytes.length();
		}
		int status = Integer.parseInt(line.group(1));
		if (status < 200) {
			return end;
		}
		Wire.Answer header = Wire.Answer.parse(bytes.substring(start, end));
		int next = bytes.length();
		if (head || status == 204 || status == 304) {
			next = end;
		}
		else if (header.headers().containsKey("Content-Length")) {
			next = end + Integer.parseInt(header.headers().get("Content-Length").get(0));
		}
		else if (header.headers().containsKey("Transfer-Encoding")) {
			int last = bytes.indexOf("\r\n0\r\n\r\n", end - 2);
			next = (last < 0) ? bytes.length() : last + 7;
		}
		if (next > bytes.length()) {
			problems.add("is shorter than it says");
			return bytes.length();
		}
		answers.add(Wire.Answer.parse(bytes.substring(start, next)));
		return next;
	}

}
