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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the oracle finds what is wrong.
 */
class OracleTests {

	private static final String HEADERS = """
			Cache-Control: no-store\r
			X-Content-Type-Options: nosniff\r
			X-Error-Reference: 0123456789abcdef\r
			Content-Type: application/json\r
			""";

	private static final String BODY = """
			{"error":"%s","error_code":"conflict"}""";

	private static final Oracle ORACLE = new Oracle();

	private String problems(int status, int permitted, String header, String body) {
		String answer = "HTTP/1.1 " + status + " \r\n" + HEADERS + (header.isEmpty() ? "" : header + "\r\n")
				+ "Content-Length: " + body.length() + "\r\n\r\n" + body;
		return problems(permitted, answer);
	}

	private String problems(int permitted, String answer) {
		Attack attack = Attack.of("test", "GET /nope HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
				permitted);
		return ORACLE.problems(attack, answer, false).toString();
	}

	@Test
	void answerMayBeRight() {
		assertThat(problems(409, 409, "X-Other: x", BODY.formatted("Taken."))).isEqualTo("[]");
	}

	@ParameterizedTest
	@CsvSource({ "the class org.hibernate.Session, tells 'org.hibernate', ''", "at com.acme.Order, com.acme, ''",
			"x.org.springframework.web, springframework, ''", "x.java.util.List, java., ''",
			"select a from b, select a from, ''", "see /srv/data, /srv/, ''", "must match [a-z]+, [a-z], ''",
			"Account@1a2b3c4d, t@1a2b3c4d, ''", "fine, has the Content-Encoding, Content-Encoding: gzip",
			"fine, has the ETag, ETag: x", "fine, has the language, Content-Language: tlh",
			"fine, has Cache-Control, Cache-Control: public", "fine, tells, X-Hint: s3cr3t-m4rk3r" })
	void textsAndHeadersAreFound(String text, String problem, String header) {
		assertThat(problems(409, 409, header, BODY.formatted(text))).contains(problem);
	}

	@ParameterizedTest
	@CsvSource({ "401, WWW-Authenticate", "405, Allow", "415, Accept", "416, Content-Range", "429, Retry-After",
			"503, Retry-After" })
	void owedHeadersAreMissed(int status, String header) {
		assertThat(problems(status, status, "", BODY.formatted("fine"))).isEqualTo("[owes " + header + "]");
	}

	@Test
	void framingIsChecked() {
		String answer = "HTTP/1.1 409 \r\n" + HEADERS + "Content-Length: " + BODY.formatted("fine").length()
				+ "\r\n\r\n" + BODY.formatted("fine");
		assertThat(problems(404, answer)).isEqualTo("[has the status 409]");
		assertThat(problems(409, "")).contains("has 0 answers");
		assertThat(problems(409, answer + "x")).contains("is no answer");
		assertThat(problems(409, answer + answer)).contains("has 2 answers");
		assertThat(problems(409, answer.substring(0, answer.length() - 1))).contains("is shorter");
		assertThat(problems(409, answer.replace("fine", "\"ne"))).isNotEqualTo("[]");
	}

	@ParameterizedTest
	@CsvSource({ "HEAD /nope HTTP/1.1, false", "HEAD /nope, true", "HEAD /nope^HTTP/1.1, true" })
	void bodyFollowsHeadOnlyIfServersMayNotKnowIt(String line, boolean permitted) {
		String body = BODY.formatted("fine");
		String head = "HTTP/1.1 409 \r\n" + HEADERS + "Content-Length: " + body.length() + "\r\n\r\n";
		Attack attack = Attack.of("test", line + "\r\nHost: localhost\r\n\r\n", 409);
		assertThat(ORACLE.problems(attack, head, false)).isEmpty();
		assertThat(ORACLE.problems(attack, head + body, false).isEmpty()).isEqualTo(permitted);
	}

}
