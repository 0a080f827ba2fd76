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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.faultbook.Violation;
import io.github.faultbook.autoconfigure.contract.Markers;

/**
 * Creates unusual facts, headers and violations.
 */
final class RandomFacts {

	private static final List<String> NAMES = List.of("id", "status", "code", "type", "title", "detail", "instance",
			"error", "error_code", "details", "errors", "message", "", " ", "a b", "a.b", "__proto__", "\u0000",
			"\r\nX: y", "\u2028", "\ud800", "${name}", "#{1+1}", "{0}", "\"", "<b>", "n\u00e4me", "\ud83d\ude00");

	private static final List<String> PATHS = List.of("", "a", "a.b", "a[0]", "a[", "]", "[[", "a..b", "a[99999999999]",
			"a[-1]", "a[b.c]", "__proto__", "\u0000", "${x}", "\ud800", ".".repeat(50), "a[0]".repeat(200),
			"[0][1][2]");

	private static final List<String> HEADERS = List.of("X-Hint", "x-hint", "Content-Type", "Content-Length",
			"Transfer-Encoding", "Connection", "Set-Cookie", "Location", "Vary", "X-Error-Reference", "Retry-After",
			"WWW-Authenticate", "", "a b", "a:b", "a\r\nX-Evil", "n\u00e4me", "Date", "Keep-Alive", "Upgrade", "Allow");

	private static final List<String> VALUES = List.of("", "1", "-1", "a\r\nX-Evil: b", "\u0000", "n\u00e4me",
			"\ud83d\ude00", "chunked", "gzip", "text/html", "x".repeat(3000), "\u2028", "\u007f");

	private final Random random;

	RandomFacts(Random random) {
		this.random = random;
	}

	Map<String, Object> next(int most) {
		Map<String, Object> facts = new LinkedHashMap<>();
		for (int i = this.random.nextInt(most + 1); i > 0; i--) {
			facts.put(pick(NAMES), value());
		}
		return facts;
	}

	Map<String, String> headers() {
		Map<String, String> headers = new LinkedHashMap<>();
		for (int i = this.random.nextInt(3); i > 0; i--) {
			headers.put(pick(HEADERS), pick(VALUES));
		}
		return headers;
	}

	List<Violation> violations() {
		List<Violation> violations = new ArrayList<>();
		for (int i = (this.random.nextInt(20) == 0) ? 500 : this.random.nextInt(4); i > 0; i--) {
			Violation.In in = Violation.In.values()[this.random.nextInt(Violation.In.values().length)];
			violations.add(new Violation(Violation.parsePath(path()), in, pick(NAMES), pick(VALUES), next(1)));
		}
		return violations;
	}

	String path() {
		return pick(PATHS);
	}

	private Object value() {
		return switch (this.random.nextInt(14)) {
			case 0 -> this.random.nextLong();
			case 1 -> this.random.nextBoolean();
			case 2 -> new BigDecimal("1e" + this.random.nextInt(400));
			case 3 -> Double.NaN;
			case 4 -> "x".repeat(100_000);
			case 5 -> new AttackController.ThrowingGetter(this.random.nextLong());
			case 6 -> ring();
			case 7 -> nested(2000);
			case 8 -> new int[100_000];
			case 9 -> Map.of(pick(NAMES), next(2), 7, List.of());
			case 10 -> new Object();
			case 11 -> Thread.currentThread().getThreadGroup();
			case 12 -> new HostileValue();
			default -> pick(VALUES);
		};
	}

	private static Map<String, Object> ring() {
		Map<String, Object> ring = new LinkedHashMap<>();
		ring.put("ring", List.of(ring));
		return ring;
	}

	private static List<Object> nested(int depth) {
		List<Object> outer = new ArrayList<>();
		List<Object> inner = outer;
		for (int i = 0; i < depth; i++) {
			List<Object> next = new ArrayList<>();
			inner.add(next);
			inner = next;
		}
		return outer;
	}

	private <T> T pick(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/**
	 * A number whose methods fail.
	 */
	static class HostileValue extends Number {

		@Override
		public int intValue() {
			throw new IllegalStateException(Markers.SECRET);
		}

		@Override
		public long longValue() {
			throw new IllegalStateException(Markers.SECRET);
		}

		@Override
		public float floatValue() {
			throw new IllegalStateException(Markers.SECRET);
		}

		@Override
		public double doubleValue() {
			throw new IllegalStateException(Markers.SECRET);
		}

		@Override
		public String toString() {
			throw new IllegalStateException(Markers.SECRET);
		}

	}

}
