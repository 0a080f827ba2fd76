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
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.faultbook.Violation;
import io.github.faultbook.format.Placeholder.Kind;
import io.github.faultbook.format.Placeholder.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the strings of a template: texts with placeholders, and conditions.
 */
final class TextParser {

	private static final Pattern TOKEN = Pattern.compile("\\{\\{|}}|\\{([^{}]*)}|[{}]");

	private static final Pattern TERM = Pattern.compile("(?<not>not )?(?<subject>\\S+?)(?: (?<in>in) (?<values>.+))?");

	private final Problems problems;

	TextParser(Problems problems) {
		this.problems = problems;
	}

	/**
	 * Compile a text.
	 * @param text the text
	 * @param place where it stands
	 * @param scopes the repetitions around it
	 * @return a value if the text is one placeholder, else a text or literal
	 */
	Node parse(String text, Source.Place place, Set<Scope> scopes) {
		List<Node> parts = new ArrayList<>();
		StringBuilder literal = new StringBuilder();
		Matcher matcher = TOKEN.matcher(text);
		int position = 0;
		while (matcher.find()) {
			literal.append(text, position, matcher.start());
			position = matcher.end();
			String token = matcher.group();
			if (token.equals("{{") || token.equals("}}")) {
				literal.append(token.charAt(0));
			}
			else if (token.length() == 1) {
				this.problems.add(place, "the brace '%s' in \"%s\" has no counterpart.".formatted(token, text),
						"Write '%s%s' for a brace that is part of the text.".formatted(token, token));
			}
			else {
				flush(literal, parts);
				Value value = value(matcher.group(1), place, scopes);
				if (value != null) {
					parts.add(value);
				}
			}
		}
		literal.append(text, position, text.length());
		if (parts.isEmpty()) {
			return new Node.Literal(literal.toString());
		}
		flush(literal, parts);
		return (parts.size() == 1) ? parts.get(0) : text(parts, text, place);
	}

	private Node text(List<Node> parts, String text, Source.Place place) {
		for (Node part : parts) {
			if (!part.textual()) {
				this.problems.add(place, "\"%s\" puts an object or an array into a text.".formatted(text),
						"Let it stand alone.");
			}
		}
		return new Node.Text(List.copyOf(parts));
	}

	private static void flush(StringBuilder literal, List<Node> parts) {
		if (!literal.isEmpty()) {
			parts.add(new Node.Literal(literal.toString()));
			literal.setLength(0);
		}
	}

	private @Nullable Value value(String expression, Source.Place place, Set<Scope> scopes) {
		String[] nameAndStyle = expression.split("\\|", 2);
		Placeholder placeholder = placeholder(nameAndStyle[0].strip(), place, scopes);
		if (placeholder == null) {
			return null;
		}
		if (placeholder.kind() == Kind.CONDITION) {
			this.problems.add(place, "{%s} can be asked for with $if but not written.".formatted(placeholder.name()),
					"Repeat over it with \"$each violation\", or write {violations.count}.");
			return null;
		}
		String style = (nameAndStyle.length > 1) ? nameAndStyle[1].strip() : null;
		return styled(placeholder, style, place);
	}

	@Nullable Placeholder placeholder(String name, Source.Place place, Set<Scope> scopes) {
		Placeholder placeholder = Placeholder.find(name);
		if (placeholder == null) {
			this.problems.add(place, "{%s} is not a placeholder.".formatted(name),
					Problems.suggest(name, Placeholder.names()));
			return null;
		}
		if (placeholder.scope() != Scope.ANY && !scopes.contains(placeholder.scope())) {
			String each = placeholder.scope().name().toLowerCase(Locale.ROOT);
			this.problems.add(place, "{%s} has no value outside a repetition.".formatted(name),
					"Use it inside \"$each %s\"%s.".formatted(each,
							each.equals("violation") ? ", or {first.…} for the first violation" : ""));
			return null;
		}
		return placeholder;
	}

	private @Nullable Value styled(Placeholder placeholder, @Nullable String style, Source.Place place) {
		Function<Object, Object> function = switch (placeholder.kind()) {
			case TEXT, CODE -> textStyle(style);
			case PATH -> pathStyle((style != null) ? style : "bracket");
			case NUMBER, ANY, OBJECT, CONDITION -> plainStyle(style);
		};
		if (function == null) {
			Collection<String> known = switch (placeholder.kind()) {
				case TEXT, CODE -> Styles.ofText().keySet();
				case PATH -> Styles.ofPath().keySet();
				default -> Set.of("text");
			};
			this.problems.add(place, "'%s' is not a style of {%s}.".formatted(style, placeholder.name()),
					Problems.suggest(String.valueOf(style), known));
			return null;
		}
		return new Value(placeholder, function);
	}

	private static @Nullable Function<Object, Object> textStyle(@Nullable String style) {
		if (style == null) {
			return Function.identity();
		}
		Function<String, String> function = Styles.ofText().get(style);
		return (function != null) ? (value) -> function.apply((String) value) : null;
	}

	private static @Nullable Function<Object, Object> plainStyle(@Nullable String style) {
		if (style == null) {
			return Function.identity();
		}
		return style.equals("text") ? Value::asText : null;
	}

	private static @Nullable Function<Object, Object> pathStyle(String style) {
		Function<Violation, Object> function = Styles.ofPath().get(style);
		return (function != null) ? (value) -> function.apply((Violation) value) : null;
	}

	/**
	 * Compile a condition.
	 * @param text what stands behind {@code $if}
	 * @param place where it stands
	 * @param scopes the repetitions around it
	 * @return the condition, or {@code null} if it is not valid
	 */
	@Nullable Condition condition(String text, Source.Place place, Set<Scope> scopes) {
		List<Condition.Term> terms = new ArrayList<>();
		for (String part : text.strip().split("\\s+and\\s+")) {
			Matcher matcher = TERM.matcher(part.strip());
			if (!matcher.matches()) {
				this.problems.add(place, "\"$if %s\" is not a condition.".formatted(text),
						"Write \"$if violations\", \"$if not retry-after\" or \"$if status in 400, 4xx\", "
								+ "joined with 'and'.");
				return null;
			}
			Placeholder placeholder = placeholder(matcher.group("subject"), place, scopes);
			if (placeholder == null) {
				return null;
			}
			Set<String> values = (matcher.group("in") != null)
					? Set.of(matcher.group("values").strip().split("\\s*,\\s*")) : null;
			Value value = (placeholder.kind() == Kind.CONDITION) ? new Value(placeholder, Function.identity())
					: styled(placeholder, null, place);
			if (value != null) {
				terms.add(new Condition.Term(value, matcher.group("not") != null, values));
			}
		}
		return new Condition(List.copyOf(terms));
	}

}
