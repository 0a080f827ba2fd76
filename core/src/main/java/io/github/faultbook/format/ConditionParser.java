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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.faultbook.format.Placeholder.Kind;
import io.github.faultbook.format.Placeholder.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the conditions of {@code $if} and the keys of {@code $lookup}.
 */
final class ConditionParser {

	/**
	 * Finds out at once whether a condition contains anything in {@link #FOREIGN}.
	 */
	private static final Pattern SUSPICIOUS = Pattern.compile("[{}!&=<>\\[\\]()\"']|\\|\\|| or ");

	private static final Pattern TERM = Pattern.compile("(?<not>not )?(?<subject>\\S+?)(?: in (?<values>.+))?");

	/**
	 * Hints for conditions in the syntax of other languages, by what they contain.
	 */
	private static final Map<Pattern, String> FOREIGN = new LinkedHashMap<>();

	static {
		FOREIGN.put(Pattern.compile("[{}]"), "Write the name without braces.");
		FOREIGN.put(Pattern.compile("!(?!=)"), "Write 'not' and a space for '!'.");
		FOREIGN.put(Pattern.compile("!="),
				"Write 'not', and 'in' and the values, such as \"$if not status in 400, 4xx\".");
		FOREIGN.put(Pattern.compile("[<>]"),
				"Sizes cannot be compared. Write 'in' and the values, or the name alone for any value.");
		FOREIGN.put(Pattern.compile("&"), "Write 'and' for '&&'.");
		FOREIGN.put(Pattern.compile("\\|\\|| or "),
				"There is no 'or'. Write several values behind 'in', or one operator for each condition.");
		FOREIGN.put(Pattern.compile("="), "Write 'in' and the values, such as \"$if status in 400, 4xx\".");
		FOREIGN.put(Pattern.compile("[\\[\\]()]"),
				"Write names and values without brackets, such as \"status in 400, 422\".");
		FOREIGN.put(Pattern.compile("[\"']"), "Write the values without quotes.");
	}

	private final TemplateProblems problems;

	private final PlaceholderParser placeholders;

	private final List<NamedCode> codes = new ArrayList<>();

	ConditionParser(TemplateProblems problems, PlaceholderParser placeholders) {
		this.problems = problems;
		this.placeholders = placeholders;
	}

	/**
	 * Compile a condition.
	 * @param text the text after {@code $if}
	 * @param position the position in the template
	 * @param scopes the parts of the error that can be used
	 * @return the condition, or {@code null} if it is not valid
	 */
	@Nullable Condition condition(String text, JsonSource.Position position, Set<Scope> scopes) {
		if (SUSPICIOUS.matcher(text).find()) {
			String hint = FOREIGN.entrySet()
				.stream()
				.filter((foreign) -> foreign.getKey().matcher(text).find())
				.map(Map.Entry::getValue)
				.findFirst()
				.orElseThrow();
			this.problems.add(position, "\"$if %s\" is not a condition.".formatted(text), hint);
			return null;
		}
		List<Condition.Term> terms = new ArrayList<>();
		String[] parts = text.strip().split("\\s+and\\s+");
		for (String part : parts) {
			Matcher matcher = TERM.matcher(part.strip());
			if (!matcher.matches()) {
				this.problems.add(position, "\"$if %s\" is not a condition.".formatted(text),
						"Write \"$if violations\", \"$if not retry-after\" or \"$if status in 400, 4xx\", "
								+ "joined with 'and'.");
				return null;
			}
			Condition.Term term = term(matcher, position, scopes);
			if (term != null) {
				terms.add(term);
			}
		}
		return (terms.size() == parts.length) ? new Condition(List.copyOf(terms)) : null;
	}

	private Condition.@Nullable Term term(Matcher matcher, JsonSource.Position position, Set<Scope> scopes) {
		boolean negated = matcher.group("not") != null;
		String list = matcher.group("values");
		if (list == null) {
			Value value = this.placeholders.asked(matcher.group("subject"), position, scopes);
			return (value != null) ? new Condition.Term(value, negated, null) : null;
		}
		Value value = key(matcher.group("subject"), position, scopes);
		if (value == null) {
			return null;
		}
		Set<String> values = new LinkedHashSet<>();
		for (String item : list.split(",", -1)) {
			String text = item.strip();
			values.add(text);
			if (text.isEmpty() || text.contains(" ")) {
				this.problems.add(position, "'%s' is not a list of values.".formatted(list),
						"Write single words with commas between them.");
				return null;
			}
			check(text, value, position, "Use a status from 400 to 599, 4xx or 5xx.");
		}
		return new Condition.Term(value, negated, Set.copyOf(values));
	}

	/**
	 * Compile a value that is compared with others.
	 * @param expression the name of a placeholder, and a style behind a bar
	 * @param position the position in the template
	 * @param scopes the parts of the error that can be used
	 * @return the value, or {@code null} if it is not valid
	 */
	@Nullable Value key(String expression, JsonSource.Position position, Set<Scope> scopes) {
		if (expression.startsWith("{")) {
			this.problems.add(position, "'%s' is not a name.".formatted(expression), "Write the name without braces.");
			return null;
		}
		Value value = this.placeholders.asked(expression, position, scopes);
		if (value != null && (!value.textual() || value.placeholder().kind() == Kind.CONDITION)) {
			this.problems.add(position, "'%s' cannot be compared with other values.".formatted(expression),
					"Use a placeholder that stands for one text or number, such as status or code.");
			return null;
		}
		return value;
	}

	/**
	 * Return the codes that are named in conditions and tables.
	 * @return the codes in order
	 */
	List<NamedCode> codes() {
		return this.codes;
	}

	/**
	 * Report a value that a placeholder never has.
	 * @param text the value
	 * @param value the placeholder that is compared with it
	 * @param position the position in the template
	 * @param statuses the hint for a text that should be a status
	 */
	void check(String text, Value value, JsonSource.Position position, String statuses) {
		Placeholder placeholder = value.placeholder();
		if (placeholder.canBe(text)) {
			if (placeholder.isCode()) {
				this.codes.add(new NamedCode(position, text, value.style()));
			}
			return;
		}
		if (placeholder.isStatus()) {
			this.problems.add(position, "'%s' is not the status of an error.".formatted(text), statuses);
		}
		else {
			this.problems.add(position, "{%s} is never '%s'.".formatted(placeholder.name(), text),
					placeholder.choices().isEmpty() ? "It is a whole number."
							: TemplateProblems.suggest(text, placeholder.choices()));
		}
	}

}
