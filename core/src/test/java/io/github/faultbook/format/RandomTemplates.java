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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import io.github.faultbook.format.Placeholder.Kind;
import io.github.faultbook.format.Placeholder.Scope;

/**
 * Creates unusual valid templates, which are the same for the same seed. Plain members
 * have different names than members inside operators, as the compiler rejects some
 * templates in which they share a name.
 */
final class RandomTemplates {

	private static final List<String> CONDITIONS = List.of("violations", "not violations", "retry-after",
			"status in 4xx", "status in 404, 5xx and violations", "not facts", "fact.a", "code in a, not_found",
			"retry in never", "violations.count in 1, 2");

	private final Random random;

	RandomTemplates(Random random) {
		this.random = random;
	}

	String next() {
		Set<Scope> scopes = Scope.OUTSIDE;
		Map<String, Object> template = new LinkedHashMap<>();
		template.put("headers", Map.of("X-Text", text(scopes)));
		template.put("codes", Map.of("a", "ALIAS"));
		switch (this.random.nextInt(3)) {
			case 0 -> template.put("status", 200);
			case 1 -> template.put("status", Map.of("404", 202, "5xx", 503, "*", 200));
			default -> {
				// Each error has its own status
			}
		}
		template.put("body", (this.random.nextInt(5) > 0) ? object(4, scopes) : value(4, scopes));
		return ExpectedBodies.MAPPER.writeValueAsString(template);
	}

	private Object value(int depth, Set<Scope> scopes) {
		return switch (this.random.nextInt((depth > 0) ? 12 : 4)) {
			case 0 ->
				Arrays.<Object>asList(1, -2.50, true, null, "{{x}}", List.of(), Map.of()).get(this.random.nextInt(7));
			case 1 -> text(scopes);
			case 2, 3 -> placeholder(scopes, false);
			case 4, 5 -> list(depth, scopes);
			case 6 -> Map.of("$lookup status", table("404", "5xx", depth, scopes));
			case 7 -> Map.of("$lookup " + lookup(scopes), table("a", "required", depth, scopes));
			case 8 -> join(scopes);
			case 9 -> orElse("$if " + condition(), value(depth - 1, scopes), depth, scopes);
			default -> object(depth, scopes);
		};
	}

	private String lookup(Set<Scope> scopes) {
		return scopes.contains(Scope.VIOLATION) ? "violation.code" : "first.path|last";
	}

	private Map<String, Object> table(String first, String second, int depth, Set<Scope> scopes) {
		Map<String, Object> table = new LinkedHashMap<>();
		table.put(first, value(depth - 1, scopes));
		table.put(this.random.nextBoolean() ? second : "*", value(depth - 1, scopes));
		return table;
	}

	private Map<String, Object> splice(int depth, Set<Scope> scopes) {
		Object value = this.random.nextBoolean() ? list(depth - 1, scopes) : placeholder(scopes, false);
		return Map.of("$splice", value);
	}

	private Map<String, Object> join(Set<Scope> scopes) {
		List<Object> elements = new ArrayList<>();
		elements.add(text(scopes));
		elements.add(Map.of("$if " + condition(), text(scopes)));
		each(scopes).ifPresent((each) -> elements.add(Map.of(each.operator(), text(each.inside()))));
		return Map.of("$join ; ", elements);
	}

	private Map<String, Object> orElse(String operator, Object value, int depth, Set<Scope> scopes) {
		Map<String, Object> choice = new LinkedHashMap<>();
		choice.put(operator, value);
		if (this.random.nextBoolean()) {
			choice.put("$else", value(depth - 1, scopes));
		}
		return choice;
	}

	private List<Object> list(int depth, Set<Scope> scopes) {
		List<Object> elements = new ArrayList<>();
		for (int number = this.random.nextInt(3); number > 0; number--) {
			elements.add(value(depth - 1, scopes));
		}
		if (this.random.nextInt(3) == 0) {
			elements.add(splice(depth, scopes));
		}
		if (this.random.nextInt(3) == 0 && scopes.contains(Scope.VIOLATIONS)) {
			elements.add(Map.of("$nest violation in q", nested(depth, scopes)));
		}
		each(scopes).ifPresent((each) -> elements.add(orElse(each.operator(),
				this.random.nextBoolean() ? splice(depth, each.inside()) : value(depth - 1, each.inside()), depth,
				scopes)));
		return elements;
	}

	private Map<String, Object> nested(int depth, Set<Scope> scopes) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("s", "{segment}");
		if (this.random.nextBoolean()) {
			members.put("q", List.of());
		}
		members.putAll(object(depth - 1, RepeatedItems.change(scopes, Scope.SEGMENT, Scope.VIOLATION, Scope.FACT)));
		return members;
	}

	private Map<String, Object> object(int depth, Set<Scope> scopes) {
		Map<String, Object> members = new LinkedHashMap<>();
		plain(members, List.of("a", "b"), depth, scopes);
		switch (this.random.nextInt(5)) {
			case 0 -> members.put("$if " + condition(), inOperator(depth, scopes));
			case 1 -> {
				each(scopes).ifPresent((each) -> members.put(each.operator(), inOperator(depth, each.inside())));
				each(scopes).ifPresent((each) -> members.put(each.operator(), inOperator(depth, each.inside())));
			}
			case 2 -> {
				if (scopes.contains(Scope.VIOLATIONS)) {
					members.putIfAbsent("a", "{code}");
					Set<Scope> inside = RepeatedItems.VIOLATION.inside().apply(scopes);
					members.put("$nest violation" + List.of("", " in p", " by position").get(this.random.nextInt(3)),
							this.random.nextBoolean() ? Map.of("o", list(1, inside)) : leaf(depth, inside));
				}
			}
			case 3 -> each(scopes).ifPresent((each) -> members.put(each.operator(), Collections
				.singletonMap("{" + placeholderName(each.inside(), true) + "}", value(depth - 1, each.inside()))));
			default -> members.put("{" + placeholderName(scopes, true) + "}", value(depth - 1, scopes));
		}
		if (members.keySet().stream().anyMatch((name) -> name.startsWith("$")) && this.random.nextBoolean()) {
			members.put("$else", inOperator(depth, scopes));
		}
		plain(members, List.of("c", "d"), depth, scopes);
		return members;
	}

	private Object leaf(int depth, Set<Scope> scopes) {
		return this.random.nextBoolean() ? list(depth, scopes) : text(scopes);
	}

	private void plain(Map<String, Object> members, List<String> names, int depth, Set<Scope> scopes) {
		for (String name : names) {
			if (this.random.nextBoolean()) {
				members.put(name, value(depth - 1, scopes));
			}
		}
	}

	private Map<String, Object> inOperator(int depth, Set<Scope> scopes) {
		Map<String, Object> members = new LinkedHashMap<>();
		plain(members, List.of("o", "p"), depth, scopes);
		members.put(text(scopes), value(depth - 1, scopes));
		return members;
	}

	private Optional<Each> each(Set<Scope> scopes) {
		List<Each> possible = new ArrayList<>();
		if (scopes.contains(Scope.FACTS)) {
			possible.add(new Each("$each fact", RepeatedItems.FACT.inside().apply(scopes)));
		}
		if (scopes.contains(Scope.VIOLATION)) {
			possible.add(new Each("$each segment", RepeatedItems.SEGMENT.inside().apply(scopes)));
		}
		if (scopes.contains(Scope.VIOLATIONS)) {
			possible.add(new Each("$each violation", RepeatedItems.VIOLATION.inside().apply(scopes)));
			String key = List.of("path", "in", "object", "path|last|words").get(this.random.nextInt(4));
			possible.add(new Each("$each violation." + key, RepeatedItems.change(scopes, Scope.VIOLATION)));
		}
		return possible.isEmpty() ? Optional.empty() : Optional.of(possible.get(this.random.nextInt(possible.size())));
	}

	private String condition() {
		return CONDITIONS.get(this.random.nextInt(CONDITIONS.size()));
	}

	private String text(Set<Scope> scopes) {
		return "x " + placeholder(scopes, true) + "{{" + placeholder(scopes, true);
	}

	private String placeholder(Set<Scope> scopes, boolean textual) {
		return "{" + placeholderName(scopes, textual) + "}";
	}

	private String placeholderName(Set<Scope> scopes, boolean textual) {
		List<String> names = Placeholders.names(scopes);
		if (this.random.nextInt(4) == 0) {
			// Paths have the most styles
			names = names.stream().filter((name) -> name.endsWith(".path")).toList();
		}
		while (true) {
			String name = names.get(this.random.nextInt(names.size()));
			name = name.replace("…",
					name.matches("title.*|(.+[.])?message.*") ? (this.random.nextBoolean() ? "de" : "pt-BR") : "a");
			Kind kind = Placeholders.find(name).kind();
			if (kind == Kind.CONDITION || (textual && kind == Kind.OBJECT)) {
				continue;
			}
			StringBuilder styled = new StringBuilder(name);
			while (this.random.nextBoolean() && !Styles.of(kind).isEmpty()) {
				List<String> styles = new ArrayList<>(Styles.of(kind).keySet());
				String style = styles.get(this.random.nextInt(styles.size()));
				if (!(textual && style.equals("segments"))) {
					kind = Styles.of(kind).get(style).kind();
					styled.append('|').append(style);
				}
			}
			return styled.toString();
		}
	}

	/**
	 * A repetition.
	 *
	 * @param operator the operator
	 * @param inside what is at hand inside
	 */
	private record Each(String operator, Set<Scope> inside) {

	}

}
