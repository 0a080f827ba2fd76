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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import io.github.faultbook.ApiError;
import io.github.faultbook.Retry;
import io.github.faultbook.Violation;
import io.github.faultbook.format.Placeholder.Kind;
import io.github.faultbook.format.Placeholder.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The placeholders that templates can use.
 */
final class Placeholders {

	private static final Map<String, Placeholder> ALL = new LinkedHashMap<>();

	static {
		always("status", Kind.NUMBER, (r) -> r.error.status());
		always("reason", Kind.TEXT, (r) -> r.settings.reason(r.error));
		always("code", Kind.CODE, (r) -> r.error.code());
		always("title", Kind.TEXT, (r) -> r.error.title());
		add("title.own", Kind.TEXT, (r) -> r.error.hasOwnTitle() ? r.error.title() : null);
		always("message", Kind.TEXT, (r) -> r.error.message());
		add("message.own", Kind.TEXT, (r) -> bringsMessage(r.error) ? r.error.message() : null);
		add("message.template", Kind.TEXT,
				(r) -> r.error.hasOwnMessage() ? null : r.error.errorCode().definition().message());
		always("type", Kind.TEXT, (r) -> r.settings.typeOf(r.error));
		add("type.own", Kind.TEXT, (r) -> (r.error.type() != null) ? r.error.type().toString() : null);
		add("docs", Kind.TEXT, (r) -> r.settings.docsOf(r.error));
		add("cause", Kind.TEXT, (r) -> textOrNull(r.error.errorCode().definition().cause()));
		add("solution", Kind.TEXT, (r) -> textOrNull(r.error.errorCode().definition().solution()));
		put(new Placeholder("retry", Scope.ANY, Kind.CODE, true, names(Retry.values()),
				(r) -> r.error.errorCode().definition().retry().word()));
		add("retry-after", Kind.NUMBER, (r) -> r.error.retryAfterSeconds());
		add("method", Kind.TEXT, (r) -> textOrNull(r.request.method()));
		add("path", Kind.TEXT, (r) -> textOrNull(UriPath.encode(r.request.path())));
		always("locale", Kind.TEXT, (r) -> r.request.locale().toLanguageTag());
		always("reference", Kind.TEXT, (r) -> r.request.reference());
		always("timestamp", Kind.TEXT, (r) -> r.timestamp().toString());
		always("timestamp.millis", Kind.NUMBER, (r) -> r.timestamp().toEpochMilli());
		always("timestamp.seconds", Kind.NUMBER, (r) -> r.timestamp().getEpochSecond());
		add("facts", Kind.OBJECT, (r) -> r.error.facts().isEmpty() ? null : r.error.facts());
		add("violations", Kind.CONDITION, (r) -> positive(r.violations.size()));
		add("violations.count", Kind.NUMBER, (r) -> positive(countOf(r)));
		add("violations.listed", Kind.NUMBER, (r) -> positive(r.violations.size()));
		add("violations.omitted", Kind.NUMBER, (r) -> positive(r.error.omittedViolations()));
		addViolation("violation", Scope.VIOLATION, (r) -> r.violation);
		addViolation("first", Scope.ANY, Placeholders::first);
		put(new Placeholder("fact.name", Scope.FACT, Kind.CODE, true, List.of(),
				(r) -> (r.fact != null) ? r.fact.getKey() : null));
		put(new Placeholder("fact.value", Scope.FACT, Kind.ANY, true, List.of(),
				(r) -> (r.fact != null) ? r.fact.getValue() : null));
		put(new Placeholder("segment", Scope.SEGMENT, Kind.ANY, false, List.of(), (r) -> r.segment));
		put(new Placeholder("segment.name", Scope.SEGMENT, Kind.TEXT, false, List.of(),
				(r) -> (r.segment instanceof String name) ? name : null));
		put(new Placeholder("segment.position", Scope.SEGMENT, Kind.NUMBER, false, List.of(),
				(r) -> (r.segment instanceof Integer position) ? position : null));
	}

	private Placeholders() {
	}

	private static void add(String name, Kind kind, Function<Rendering, @Nullable Object> value) {
		put(new Placeholder(name, Scope.ANY, kind, false, List.of(), value));
	}

	private static void always(String name, Kind kind, Function<Rendering, @Nullable Object> value) {
		put(new Placeholder(name, Scope.ANY, kind, true, List.of(), value));
	}

	private static void addViolation(String prefix, Scope scope, Function<Rendering, @Nullable Violation> violation) {
		boolean always = scope == Scope.VIOLATION;
		put(new Placeholder(prefix + ".path", scope, Kind.PATH, always, List.of(), violation::apply));
		put(new Placeholder(prefix + ".in", scope, Kind.CODE, always, names(Violation.In.values()),
				ifPresent(violation, (v) -> nameOf(v.in()))));
		put(new Placeholder(prefix + ".code", scope, Kind.CODE, always, List.of(),
				ifPresent(violation, Violation::code)));
		put(new Placeholder(prefix + ".message", scope, Kind.TEXT, always, List.of(),
				ifPresent(violation, Violation::message)));
		put(new Placeholder(prefix + ".template", scope, Kind.TEXT, false, List.of(),
				ifPresent(violation, Violation::template)));
		put(new Placeholder(prefix + ".object", scope, Kind.CODE, false, List.of(),
				ifPresent(violation, Violation::object)));
		put(new Placeholder(prefix + ".constraint", scope, Kind.CODE, false, List.of(),
				ifPresent(violation, Violation::constraint)));
		put(new Placeholder(prefix + ".attributes", scope, Kind.OBJECT, false, List.of(),
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
	 * @param scopes the repetitions around the position
	 * @return the names
	 */
	static List<String> names(Set<Scope> scopes) {
		List<String> names = new ArrayList<>();
		ALL.values()
			.stream()
			.filter((placeholder) -> scopes.contains(placeholder.scope()))
			.forEach((placeholder) -> names.add(placeholder.name()));
		names.addAll(List.of("first.attribute.…", "fact.…", "title.…", "message.…", "first.message.…"));
		if (scopes.contains(Scope.VIOLATION)) {
			names.addAll(List.of("violation.attribute.…", "violation.message.…"));
		}
		return names;
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
			return new Placeholder(name, Scope.ANY, Kind.ANY, false, List.of(), (r) -> r.error.facts().get(fact));
		}
		Placeholder translated = translated(name);
		if (translated != null) {
			return translated;
		}
		for (String prefix : List.of("violation.attribute.", "first.attribute.")) {
			if (name.startsWith(prefix) && name.length() > prefix.length()) {
				String attribute = name.substring(prefix.length());
				Placeholder all = Objects.requireNonNull(ALL.get(prefix.substring(0, prefix.length() - 1) + "s"));
				return new Placeholder(name, all.scope(), Kind.ANY, false, List.of(),
						(r) -> (all.value().apply(r) instanceof Map<?, ?> map) ? map.get(attribute) : null);
			}
		}
		return null;
	}

	/**
	 * Find the placeholder of a text in another language than the one of the request.
	 * @param name the name of the text, a dot and the tag of the language
	 * @return the placeholder, or {@code null} if there is no such text or language
	 */
	private static @Nullable Placeholder translated(String name) {
		int dot = name.lastIndexOf('.');
		String tag = name.substring(dot + 1);
		Locale language = Locale.forLanguageTag(tag);
		// The JDK has a name for each language that exists
		if (dot < 0 || !language.toLanguageTag().equalsIgnoreCase(tag)
				|| language.getDisplayLanguage(Locale.ENGLISH).equals(language.getLanguage())) {
			return null;
		}
		Placeholder text = ALL.get(name.substring(0, dot));
		Function<Rendering, @Nullable Object> value = switch (name.substring(0, dot)) {
			case "title" -> (r) -> r.error.texts(language).title();
			case "message" -> (r) -> r.error.texts(language).message();
			case "violation.message" -> ifPresent((r) -> r.violation, (v) -> messageOf(v, language));
			case "first.message" -> ifPresent(Placeholders::first, (v) -> messageOf(v, language));
			default -> null;
		};
		return (text != null && value != null)
				? new Placeholder(name, text.scope(), text.kind(), text.always(), List.of(), value, language) : null;
	}

	private static String messageOf(Violation violation, Locale language) {
		return violation.translations().getOrDefault(language, violation.message());
	}

	private static @Nullable Violation first(Rendering rendering) {
		return rendering.violations.isEmpty() ? null : rendering.violations.get(0);
	}

	private static List<String> names(Enum<?>[] constants) {
		return Arrays.stream(constants).map(Placeholders::nameOf).toList();
	}

	private static String nameOf(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	private static @Nullable String textOrNull(String text) {
		return text.isEmpty() ? null : text;
	}

	/**
	 * Return the number of violations in total. Those that were left out belong to no
	 * group.
	 * @param rendering the body being written
	 * @return the number
	 */
	private static int countOf(Rendering rendering) {
		List<Violation> violations = rendering.violations;
		boolean all = violations == rendering.error.violations();
		return violations.size() + (all ? rendering.error.omittedViolations() : 0);
	}

	private static @Nullable Integer positive(int number) {
		return (number > 0) ? number : null;
	}

	/**
	 * Return whether an occurrence brings a message that says more than its title.
	 * @param error the error
	 * @return whether it does
	 */
	private static boolean bringsMessage(ApiError error) {
		return error.hasOwnMessage() && !(error.hasOwnTitle() && error.message().equals(error.title()));
	}

}
