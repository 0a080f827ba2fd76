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

package io.github.faultbook.autoconfigure.contract;

import java.util.List;
import java.util.Random;

/**
 * Requests that no client would send, made of those of the contract, the same for the
 * same seed. {@link Markers#SECRET} is planted everywhere but in the path, which formats
 * may repeat.
 */
final class RandomRequests {

	private static final List<String> SEEDS = ContractCases.clientErrors().map(ContractCase::request).toList();

	private static final List<String> TOKENS = List.of("\r\n", "\n", "\r", "\u0000", "\u007f", "\u00ff", "%", "%00",
			"%zz", "%2f", "%2e%2e/", "%c0%ae", "%ff", ";", ";x=y", "//", "/../", "\\", "?", "#", "&", "=", "[", "{",
			"\"", "<b>", "${x}", "#{1+1}", ":", " ", "\t", ",", "HTTP/1.0", "HTTP/1.1", "HTTP/2.0", "HTTP/0.9", "0",
			"-1", "a".repeat(9000));

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
			"TRACE", "CONNECT", "PROPFIND", "get", "G\u00ebT", "", "M".repeat(500));

	private static final List<String> PATHS = List.of("/", "*", "//", "/%2e%2e/", "/orders/", "/orders;x=y", "/error",
			"http://localhost/orders", "http://", "/input/x", "/input/99999999999999999999", "/input/form?page=x",
			"/input/form?page=%zz", "/input/form?%ff=%ff", "/input/form?" + "a=b&".repeat(1000), "/\u00e4", "/a b",
			"/actuator", "/actuator/%2e", "/document/../orders", "/cors/%2f", "/basic/hello/", "/nope.json", "/nope.");

	private static final List<String> HEADERS = List.of("Host:", "Host: a b", "Host: localhost:99999999", "Host",
			"Content-Length: 5", "Content-Length: -1", "Content-Length: 99999999999999999999", "Content-Length: 1, 2",
			"Transfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: identity",
			"Transfer-Encoding: \u000bchunked", "Expect: 100-continue", "Expect: " + Markers.SECRET,
			"Upgrade: h2c\r\nConnection: Upgrade", "Connection: keep-alive", "Content-Type: " + Markers.SECRET,
			"Content-Type: multipart/form-data; boundary=" + Markers.SECRET, "Content-Type: application/json;charset=x",
			"Content-Type: application/x-www-form-urlencoded", "Content-Encoding: " + Markers.SECRET,
			"Accept: " + Markers.SECRET, "Accept: */*;q=2", "Accept: text/html", "Accept: application/problem+json",
			"Accept-Language: ;;;", "Accept-Language: " + Markers.SECRET, "Accept-Language: de-\u00e4,*;q=x",
			"Accept-Charset: " + Markers.SECRET, "Accept-Encoding: " + Markers.SECRET,
			"Authorization: Basic " + Markers.SECRET, "Authorization: Bearer " + Markers.SECRET,
			"Authorization: Bearer", "Authorization: Bearer a.b.c", "Authorization: Digest username=" + Markers.SECRET,
			"Authorization: ", "Cookie: session=" + Markers.SECRET, "Cookie: JSESSIONID=\"", "Cookie: ;=;",
			"Range: bytes=9-1", "Range: bytes=0-1,900-", "If-Modified-Since: " + Markers.SECRET, "If-None-Match: \"",
			"Origin: null", "Origin: " + Markers.SECRET, "Access-Control-Request-Method: " + Markers.SECRET,
			"X-Forwarded-Host: a b", "X-Tenant: " + Markers.SECRET, "X-HTTP-Method-Override: " + Markers.SECRET, ": x",
			" folded", "a b: c", "\u00e4: b", "X: " + "x".repeat(7000), "X: y\r\n".repeat(120) + "X: y");

	private static final List<String> BODIES = List.of("null", "[]", "{}", "[null]", "\"" + Markers.SECRET + "\"",
			"1e999", "{\"items\":[{\"qty\":1e400}]}", "{\"" + Markers.SECRET + "\":1}",
			"{\"email\":{\"a\":\"" + Markers.SECRET + "\"}}", "{\"due\":[2024,13,45]}", "{\"due\":99999999999}",
			"{\"items\":[[[]]]}", "{\"items\":[null]}", "{\"customer_name\":\"\\ud800\"}",
			"{\"customer_name\":\"\\u0000\"}", "{\"email\":\"" + "a".repeat(9000), "[".repeat(3000),
			"{\"a\":".repeat(1500), "\u00ef\u00bb\u00bf{}", "{'a':1}", "page-size=" + Markers.SECRET,
			"5\r\nhello\r\n0\r\n\r\n", "zz\r\nhello", "5\r\nhelloXX0\r\n", "ffffffffff\r\n", "--x\r\n\r\n--x--",
			"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + Markers.SECRET
					+ "\"\r\n\r\n1\r\n--x--");

	private final Random random;

	private RandomRequests(long seed) {
		this.random = new Random(seed);
	}

	static String of(long seed) {
		RandomRequests requests = new RandomRequests(seed);
		StringBuilder request = new StringBuilder(requests.pick(SEEDS));
		for (int i = requests.random.nextInt(4); i >= 0; i--) {
			requests.mutate(request);
		}
		return withoutSecretPath(request.toString());
	}

	private static String withoutSecretPath(String request) {
		String path = request.split("[?\n]", 2)[0];
		return path.replace(Markers.SECRET, "x") + request.substring(path.length());
	}

	private void mutate(StringBuilder request) {
		int position = this.random.nextInt(request.length() + 1);
		int until = Math.min(request.length(), position + this.random.nextInt(20));
		int space = request.indexOf(" ");
		int target = request.indexOf(" ", space + 1);
		int line = request.indexOf("\r\n");
		switch (this.random.nextInt(9)) {
			case 0 -> request.replace(position, Math.min(position + 1, request.length()),
					String.valueOf((char) this.random.nextInt(256)));
			case 1 -> request.delete(position, until);
			case 2 -> request.insert(position, request.substring(position, until));
			case 3 -> request.insert(position, pick(TOKENS));
			case 4 -> request.replace(0, Math.max(space, 0), pick(METHODS));
			case 5 -> request.replace(Math.max(space + 1, 0), Math.max(target, space + 1), pick(PATHS));
			case 6 -> body(request, pick(BODIES));
			default -> request.insert(Math.max(line, 0), "\r\n" + pick(HEADERS));
		}
	}

	/**
	 * Replace the body, most of the time with its length.
	 * @param request the request
	 * @param body the body
	 */
	private void body(StringBuilder request, String body) {
		int end = request.indexOf("\r\n\r\n");
		if (end >= 0) {
			request.setLength(end);
			String length = "\r\nContent-Length: " + body.length();
			request.append((this.random.nextInt(3) > 0) ? length : "").append("\r\n\r\n").append(body);
		}
	}

	private String pick(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

}
