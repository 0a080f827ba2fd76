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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.contract.ContractCase;
import io.github.faultbook.autoconfigure.contract.ContractCases;
import io.github.faultbook.autoconfigure.contract.Markers;
import io.github.faultbook.format.WireFormats;

/**
 * Creates attacks, which are the same for the same seed. {@link Markers#SECRET} is placed
 * everywhere except in the path, which formats may repeat.
 */
final class Attacks {

	/**
	 * The requests to vary. A body that can be written, for another {@code Accept}
	 * header, would be a response of the application.
	 */
	private static final List<ContractCase> CASES = ContractCases.all()
		.filter((known) -> !known.path().startsWith("/unwritable/"))
		.toList();

	private static final List<String> PLACES = List.of("controller", "callable", "future", "deferred", "stream",
			"getter", "interceptor", "filter", "last-filter");

	private static final Map<String, Integer> MANNERS = Map.ofEntries(Map.entry("interrupt", 409),
			Map.entry("interrupt-throw", 500), Map.entry("write-throw", 500), Map.entry("headers-throw", 500),
			Map.entry("status-throw", 500), Map.entry("stream-kept", 403), Map.entry("writer-kept", 403),
			Map.entry("writer-closed", 404), Map.entry("redirect-after", 403), Map.entry("send-error-throw", 500),
			Map.entry("async-throw", 500), Map.entry("async-send-error", 409), Map.entry("async-late-write", 409),
			Map.entry("wrap", 409), Map.entry("buffer", 409), Map.entry("huge-header", 409),
			Map.entry("many-headers", 409), Map.entry("twice", 409), Map.entry("forward", 404));

	private static final List<String> FACTS = List.of("entity", "entities", "file", "path", "throwable", "throwables",
			"class", "stream", "thread");

	private static final List<String> TOKENS = List.of("\r\n", "\n", "\r", "\u0000", "\u007f", "\u00ff", "%", "%00",
			"%zz", "%2f", "%2e%2e/", "%c0%ae", "%ff", ";", ";x=y", "//", "/../", "\\", "?", "#", "&", "=", "[", "{",
			"\"", "<b>", "${x}", "#{1+1}", "{0}", ":", " ", "\t", ",", "HTTP/1.0", "HTTP/1.1", "HTTP/2.0", "HTTP/0.9",
			"0", "-1", "a".repeat(9000));

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
			"TRACE", "CONNECT", "PROPFIND", "get", "G\u00ebT", "", "M".repeat(500));

	private static final List<String> TARGETS = List.of("/", "*", "//", "/%2e%2e/", "/orders/", "/orders;x=y", "/error",
			"/%65rror", "http://localhost/orders", "http://", "//evil.example/nope", "/input/x",
			"/input/99999999999999999999", "/input/form?page=x", "/input/form?page=%zz", "/input/form?%ff=%ff",
			"/input/form?" + "a=b&".repeat(1000), "/\u00e4", "/a b", "/actuator", "/actuator/%2e",
			"/actuator/faultbook", "/actuator/faultbook/java.lang.Thread", "/document/../orders", "/cors/%2f",
			"/basic/hello/", "/nope.json", "/nope.", "/errors", "/errors/conflict", "/errors/%2e%2e",
			"/errors?q=" + Markers.SECRET);

	/**
	 * Headers, and the statuses that each of them adds to those of a request.
	 */
	private static final Map<String, Set<Integer>> HEADERS = headers();

	private static final List<String> VALUES = List.of("null", "[]", "{}", "[null]", "1e400", "-0", "true", "[[[]]]",
			"99999999999999999999", "\"" + Markers.SECRET + "\"", "{\"a\":\"" + Markers.SECRET + "\"}", "\"\\ud800\"",
			"\"\\u0000\"", "[2024,13,45]", "NaN", "'a'", "\"" + "a".repeat(9000) + "\"", "\"\u00ff\u00fe\"", "",
			"[".repeat(3000), "{\"a\":".repeat(1500), "\"{0}{1}\"", "\"${7*7}\"", "/*" + Markers.SECRET + "*/1");

	private static final String LETTERS = "bcdfghklmnpqrstvwxz";

	private static final String ORDER = """
			{"customer_name":"Ada","email":"a@b.c","currency":"EUR","due":"2024-01-01","items":[{"sku":"x","qty":1}]}""";

	private final Map<String, Supplier<Attack>> kinds = new LinkedHashMap<>();

	private final Random random;

	private Attacks(long seed) {
		// Neighboring seeds would start with the same numbers
		this.random = new Random(new SplittableRandom(seed).nextLong());
		this.kinds.put("contract", this::contract);
		this.kinds.put("bytes", this::bytes);
		this.kinds.put("exception", this::exception);
		this.kinds.put("filter", this::filter);
		this.kinds.put("json", this::json);
		this.kinds.put("chunks", this::chunks);
		this.kinds.put("length", this::length);
		this.kinds.put("inflated", this::inflated);
		this.kinds.put("facts", () -> get("facts", "/attack/facts/" + pick(FACTS), 409));
		this.kinds.put("reason", () -> get("reason", "/attack/reason", 500));
		this.kinds.put("problem", () -> get("problem", "/attack/problem", 409));
		this.kinds.put("binding", () -> get("binding",
				"/attack/criteria?" + pick(List.of("limit=0", "sort=x", "limit=x", "limit=0&sort=x")), 400, 422));
		this.kinds.put("pattern", this::pattern);
		this.kinds.put("no type",
				() -> post("no type", "/orders", pick(List.of("*/*", "text/*", "application/*")), "{}", 415));
		this.kinds.put("costly", () -> costly(pick(COSTLY)));
	}

	/**
	 * The kinds of attacks on time and memory.
	 */
	static final List<String> COSTLY = List.of("long path", "variants", "made-up languages", "language ranges",
			"language ranges of a page", "unknown fields", "brackets", "deep JSON", "wrong values", "media types",
			"cookies", "parameters", "one long text", "exceptions", "pages", "codes of a page");

	static Attack of(long seed) {
		Attacks attacks = new Attacks(seed);
		Attack attack = attacks.pick(List.copyOf(attacks.kinds.values())).get();
		return attacks.random.nextBoolean() ? attack
				: attack.header("X-Format: " + attacks.pick(WireFormats.presets()), Set.of());
	}

	static Attack costly(String kind, long seed) {
		return new Attacks(seed).costly(kind);
	}

	private static Map<String, Set<Integer>> headers() {
		String secret = Markers.SECRET;
		Map<String, Set<Integer>> headers = new LinkedHashMap<>();
		List.of("Connection: keep-alive", "Content-Encoding: " + secret, "Accept-Language: ;;;",
				"Accept-Language: " + secret, "Accept-Language: de-\u00e4,*;q=x", "Accept-Language: it, de",
				"Accept-Language: de-AT;q=0.9, fr", "Accept-Charset: " + secret, "Accept-Encoding: " + secret,
				"Cookie: JSESSIONID=\"", "Cookie: ;=;", "X-Forwarded-Host: a b", "X-HTTP-Method-Override: " + secret,
				"traceparent: 00-" + secret, "X-Request-Id: " + secret, "X: " + "x".repeat(6000),
				"If-Modified-Since: " + secret)
			.forEach((line) -> headers.put(line, Set.of()));
		List.of("Accept: " + secret, "Accept: */*;q=2", "Accept: text/html", "Accept: application/problem+json",
				"Accept: image/png", "Accept: bad//\r\nAccept: application/json")
			.forEach((line) -> headers.put(line, Set.of(406)));
		List.of("Authorization: Basic " + secret, "Authorization: Basic eDp5", "Authorization: Bearer a.b.c",
				"Authorization: Bearer " + secret, "Authorization: Basic")
			.forEach((line) -> headers.put(line, Set.of(401)));
		// The cookie that a request may lack
		headers.put("Cookie: session=" + secret, Set.of(200));
		headers.put("Origin: https://" + secret + ".example", Set.of(403));
		headers.put("Origin: null", Set.of(403));
		headers.put("Range: bytes=9-1", Set.of(416));
		headers.put("Expect: " + secret, Set.of(417));
		// Jetty rejects an invalid upgrade
		headers.put("Upgrade: h2c", Set.of(400));
		headers.put("If-None-Match: \"", Set.of(304));
		List.of("Host: a b", "Host: localhost:99999999", "X: y\r\n folded: " + secret, "a b: c", ": x", "\u00e4: b",
				"X: y\r\n".repeat(200) + "X: y", "Y: " + "x".repeat(9000), "X: a\u0000b")
			.forEach((line) -> headers.put(line, Set.of(400, 431)));
		return headers;
	}

	private Attack get(String kind, String target, Integer... statuses) {
		return Attack.of(kind, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", statuses);
	}

	private Attack post(String kind, String target, String type, String body, Integer... statuses) {
		return Attack.of(kind, "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
				+ type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body, statuses);
	}

	private Attack contract() {
		ContractCase base = pick(CASES);
		Attack attack = Attack.of("contract", base.request(), base.error().status());
		if (base.error().errorCode() == CommonError.VALIDATION_ERROR) {
			attack = Attack.of("contract", base.request(), 400, 422);
		}
		List<String> lines = List.copyOf(HEADERS.keySet());
		for (int i = this.random.nextInt(4); i > 0; i--) {
			String line = pick(lines);
			// A second media type could be one that is available, and a second long
			// header
			// one too many
			if (!attack.request().contains("\r\n" + (line.startsWith("Accept:") ? "Accept:" : line))) {
				attack = attack.header(line, HEADERS.get(line));
			}
		}
		// Tomcat closes the connection without a Connection header
		return attack.request().contains("\r\nExpect: ") ? attack.unframed() : attack;
	}

	private Attack exception() {
		return new Attack("exception",
				get("", "/attack/throw/" + pick(PLACES) + "/" + this.random.nextInt(1_000_000)).request(),
				Attack.ANY_ERROR, true);
	}

	private Attack filter() {
		String manner = pick(MANNERS.keySet().stream().sorted().toList());
		Attack attack = get("filter", "/attack/filter/" + manner, MANNERS.get(manner));
		// The second failure meets a response that is on its way, and Tomcat closes the
		// connection of a thread that is interrupted
		return Set.of("twice", "interrupt").contains(manner) ? attack.unframed() : attack;
	}

	private Attack json() {
		String body = ORDER;
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			List<String> values = List.of("\"Ada\"", "\"a@b.c\"", "\"EUR\"", "\"2024-01-01\"", "\"x\"", "1}", ORDER,
					"[{\"sku\"", "\"customer_name\":");
			body = body.replace(pick(values), pick(VALUES));
		}
		if (this.random.nextInt(4) == 0) {
			body = body.substring(0, this.random.nextInt(body.length() + 1));
		}
		return post("json", pick(List.of("/orders", "/orders/mixed?limit=1", "/orders/list", "/attack/wide")),
				"application/json", body, 200, 400, 422);
	}

	private Attack chunks() {
		StringBuilder chunks = new StringBuilder();
		for (int position = 0; position < ORDER.length(); position += 9) {
			String chunk = ORDER.substring(position, Math.min(position + 9, ORDER.length()));
			String size = (this.random.nextInt(30) == 0) ? pick(List.of("zz", "-1", "fffffffff", "", "0x9", "1;x=\""))
					: Integer.toHexString(chunk.length());
			chunks.append(size).append("\r\n").append(chunk).append((this.random.nextInt(90) == 0) ? "x" : "\r\n");
		}
		String head = "POST /orders HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
		return new Attack("chunks", head + chunks + "0\r\n\r\n", Attack.UNKNOWN, false);
	}

	private Attack length() {
		String length = pick(
				List.of("0", "5", "1000", "-1", "99999999999999999999", "1, 2", "x", "5\r\nContent-Length: 6"));
		String request = post("", "/orders", "application/json", ORDER).request()
			.replace("Length: " + ORDER.length(), "Length: " + length);
		return new Attack("length", request, Attack.UNKNOWN, false);
	}

	private Attack inflated() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		boolean valid = this.random.nextBoolean();
		try (GZIPOutputStream output = new GZIPOutputStream(bytes)) {
			String body = valid ? ORDER.replace("Ada", "Ada" + " ".repeat(1000)) : "{\"items\":" + pick(VALUES) + "}";
			output.write(body.getBytes(StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		String body = bytes.toString(StandardCharsets.ISO_8859_1);
		Attack attack = valid ? post("inflated", "/orders", "application/json", body, 200)
				: post("inflated", "/orders", "application/json", body, 400, 422);
		return attack.header("X-Inflate: yes", Set.of());
	}

	private Attack pattern() {
		String value = pick(List.of("{0}{1}{2}{3}", "{0}{2,date,yyyy}", "${regexp}", "{regexp}", "{", "'", "{}",
				"{message}", "#{7*7}", "${validatedValue}", "\\\\{0}", "%s%n"));
		return post("pattern", "/attack/names", "application/json", "{\"name\":\"" + value + "\"}", 400, 422);
	}

	/**
	 * Create a request that differs from all previous ones, so that no cache applies.
	 * @param kind the kind
	 * @return the attack
	 */
	private Attack costly(String kind) {
		return switch (kind) {
			case "variants" ->
				get(kind, "/nope", 404).header("Accept-Language: en-US" + many(850, (i) -> "-" + word(8)), Set.of());
			case "made-up languages" -> get(kind, "/nope", 404)
				.header("Accept-Language: " + word(3) + "-" + word(4) + "-" + word(2) + "-" + word(7), Set.of());
			case "language ranges" -> get(kind, "/nope", 404).header(ranges(), Set.of());
			case "language ranges of a page" -> get(kind, "/errors", 200).header(ranges(), Set.of());
			case "unknown fields" -> post(kind, "/attack/wide", "application/json",
					"{" + many(2400, (i) -> "\"" + word(18) + "\":0,") + "\"a\":0}", 400);
			case "brackets" -> post(kind, "/attack/prices", "text/plain", word(5) + "[".repeat(60_000), 409);
			case "deep JSON" -> post(kind, "/orders", "application/json", "[".repeat(60_000), 400);
			case "wrong values" -> post(kind, "/orders/list", "application/json",
					"[" + many(4000, (i) -> "{\"qty\":\"x\"},") + "{}]", 400);
			case "long path" -> get(kind, "/" + many(3500, (i) -> word(1) + "/"), 404);
			case "media types" ->
				get(kind, "/nope", 404).header("Accept: a/b" + many(900, (i) -> "," + word(2) + "/b"), Set.of());
			case "cookies" ->
				get(kind, "/nope", 404).header("Cookie: a=b" + many(800, (i) -> "; " + word(2) + "=" + i), Set.of(400));
			case "parameters" -> get(kind, "/nope?" + many(900, (i) -> word(3) + "=b&"), 404);
			case "one long text" ->
				post(kind, "/attack/names", "application/json", "{\"name\":\"" + word(60_000) + "1\"}", 400, 422);
			case "exceptions" -> exception();
			case "pages" -> get(kind, "/errors?q=" + word(2000), 200);
			case "codes of a page" -> get(kind, "/errors/" + word(2000), 404);
			default -> throw new IllegalArgumentException(kind);
		};
	}

	private String ranges() {
		return "Accept-Language: a" + many(1800, (i) -> "," + word(3));
	}

	private static String many(int count, Function<Integer, String> text) {
		return IntStream.range(0, count).boxed().map(text).collect(Collectors.joining());
	}

	/**
	 * Create a word that differs from all previous ones and does not happen to name
	 * something internal.
	 * @param length the number of letters
	 * @return the word
	 */
	private String word(int length) {
		return this.random.ints(length, 0, LETTERS.length())
			.map(LETTERS::charAt)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private Attack bytes() {
		ContractCase base = pick(CASES);
		StringBuilder request = new StringBuilder(base.request());
		for (int i = this.random.nextInt(4); i >= 0; i--) {
			mutate(request);
		}
		String path = request.toString().split("[?\n]", 2)[0];
		String harmless = path.replace(Markers.SECRET, "x") + request.substring(path.length());
		Set<Integer> statuses = new TreeSet<>(Attack.UNKNOWN);
		statuses.add(base.error().status());
		if (path.contains("/throw/")) {
			// The controller throws something for every name
			statuses.add(500);
		}
		return new Attack("bytes", harmless, statuses, false);
	}

	private void mutate(StringBuilder request) {
		int position = this.random.nextInt(request.length() + 1);
		int until = Math.min(request.length(), position + this.random.nextInt(20));
		int space = request.indexOf(" ");
		int target = request.indexOf(" ", space + 1);
		int line = Math.max(request.indexOf("\r\n"), 0);
		switch (this.random.nextInt(8)) {
			case 0 -> request.replace(position, Math.min(position + 1, request.length()),
					String.valueOf((char) this.random.nextInt(256)));
			case 1 -> request.delete(position, until);
			case 2 -> request.insert(position, request.substring(position, until));
			case 3 -> request.insert(position, pick(TOKENS));
			case 4 -> request.replace(0, Math.max(space, 0), pick(METHODS));
			case 5 -> request.replace(Math.max(space + 1, 0), Math.max(target, space + 1), pick(TARGETS));
			default -> request.insert(line, "\r\n" + pick(List.copyOf(HEADERS.keySet())));
		}
	}

	private <T> T pick(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

}
