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

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.github.faultbook.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A value of the error model that a template can name: what stands in the braces of
 * <code>{violation.path|pointer}</code>.
 *
 * @param name the name in the template
 * @param scope the repetition inside which the name has a value
 * @param kind what the value is
 * @param value reads the value, {@code null} if this error has none
 */
record Placeholder(String name, Scope scope, Kind kind, Function<Rendering, @Nullable Object> value) {

	private static final Map<String, Placeholder> ALL = new LinkedHashMap<>();

	static {
		add("status", Kind.NUMBER, (r) -> r.error.status());
		add("reason", Kind.TEXT, (r) -> r.settings.reason(r.error));
		add("code", Kind.CODE, (r) -> r.error.code());
		add("title", Kind.TEXT, (r) -> r.error.title());
		add("message", Kind.TEXT, (r) -> r.error.message());
		add("type", Kind.TEXT, (r) -> r.settings.typeOf(r.error));
		add("docs", Kind.TEXT, (r) -> r.settings.docsOf(r.error));
		add("cause", Kind.TEXT, (r) -> textOrNull(r.error.errorCode().definition().cause()));
		add("solution", Kind.TEXT, (r) -> textOrNull(r.error.errorCode().definition().solution()));
		add("retry", Kind.TEXT, (r) -> r.error.errorCode().definition().retry().name().toLowerCase(Locale.ROOT));
		add("retry-after", Kind.NUMBER, (r) -> r.error.retryAfterSeconds());
		add("method", Kind.TEXT, (r) -> textOrNull(r.request.method()));
		add("path", Kind.TEXT, (r) -> textOrNull(r.request.path()));
		add("locale", Kind.TEXT, (r) -> r.request.locale().toLanguageTag());
		add("reference", Kind.TEXT, (r) -> r.request.reference());
		add("timestamp", Kind.TEXT, (r) -> Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
		add("timestamp.millis", Kind.NUMBER, (r) -> Instant.now().toEpochMilli());
		add("timestamp.seconds", Kind.NUMBER, (r) -> Instant.now().getEpochSecond());
		add("facts", Kind.OBJECT, (r) -> r.error.facts().isEmpty() ? null : r.error.facts());
		add("violations", Kind.CONDITION, (r) -> positive(r.error.violations().size()));
		add("violations.count", Kind.NUMBER,
				(r) -> positive(r.error.violations().size() + r.error.omittedViolations()));
		add("violations.listed", Kind.NUMBER, (r) -> positive(r.error.violations().size()));
		add("violations.omitted", Kind.NUMBER, (r) -> positive(r.error.omittedViolations()));
		addViolation("violation", Scope.VIOLATION, (r) -> r.violation);
		addViolation("first", Scope.ANY, (r) -> r.error.violations().isEmpty() ? null : r.error.violations().get(0));
		put(new Placeholder("fact.name", Scope.FACT, Kind.CODE, (r) -> (r.fact != null) ? r.fact.getKey() : null));
		put(new Placeholder("fact.value", Scope.FACT, Kind.ANY, (r) -> (r.fact != null) ? r.fact.getValue() : null));
	}

	private static void add(String name, Kind kind, Function<Rendering, @Nullable Object> value) {
		put(new Placeholder(name, Scope.ANY, kind, value));
	}

	private static void addViolation(String prefix, Scope scope, Function<Rendering, @Nullable Violation> violation) {
		put(new Placeholder(prefix + ".path", scope, Kind.PATH, violation::apply));
		put(new Placeholder(prefix + ".in", scope, Kind.CODE,
				ifPresent(violation, (v) -> v.in().name().toLowerCase(Locale.ROOT))));
		put(new Placeholder(prefix + ".code", scope, Kind.CODE, ifPresent(violation, Violation::code)));
		put(new Placeholder(prefix + ".message", scope, Kind.TEXT, ifPresent(violation, Violation::message)));
		put(new Placeholder(prefix + ".attributes", scope, Kind.OBJECT,
				ifPresent(violation, (v) -> v.attributes().isEmpty() ? null : v.attributes())));
	}

	private static void put(Placeholder placeholder) {
		ALL.put(placeholder.name(), placeholder);
	}

	private static Function<Rendering, @Nullable Object> ifPresent(Function<Rendering, @Nullable Violation> violation,
			Function<Violation, @Nullable Object> value) {
		return (rendering) -> {
			Violation found = violation.apply(rendering);
			return (found != null) ? value.apply(found) : null;
		};
	}

	/**
	 * Return the names that a template can use.
	 * @return the names, those with a free part excepted
	 */
	static Iterable<String> names() {
		return ALL.keySet();
	}

	/**
	 * Find a placeholder by its name.
	 * @param name the name
	 * @return the placeholder, or {@code null} if there is none
	 */
	static @Nullable Placeholder find(String name) {
		Placeholder known = ALL.get(name);
		if (known != null) {
			return known;
		}
		if (name.startsWith("fact.") && name.length() > 5) {
			String fact = name.substring(5);
			return new Placeholder(name, Scope.ANY, Kind.ANY, (r) -> r.error.facts().get(fact));
		}
		for (String prefix : List.of("violation.attribute.", "first.attribute.")) {
			if (name.startsWith(prefix) && name.length() > prefix.length()) {
				String attribute = name.substring(prefix.length());
				Placeholder all = Objects.requireNonNull(ALL.get(prefix.substring(0, prefix.length() - 1) + "s"));
				return new Placeholder(name, all.scope(), Kind.ANY,
						(r) -> (all.value().apply(r) instanceof Map<?, ?> map) ? map.get(attribute) : null);
			}
		}
		return null;
	}

	private static @Nullable String textOrNull(String text) {
		return text.isEmpty() ? null : text;
	}

	private static @Nullable Integer positive(int number) {
		return (number > 0) ? number : null;
	}

	/**
	 * Where a placeholder has a value.
	 */
	enum Scope {

		ANY, VIOLATION, FACT

	}

	/**
	 * What a placeholder stands for: a {@link #PATH} is a violation whose path is meant,
	 * a {@link #CONDITION} can be asked for but not written.
	 */
	enum Kind {

		TEXT, CODE, NUMBER, PATH, OBJECT, ANY, CONDITION

	}

}
