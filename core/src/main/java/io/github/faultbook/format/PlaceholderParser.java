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

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.faultbook.format.Placeholder.Kind;
import io.github.faultbook.format.Placeholder.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Compiles placeholders and their styles.
 */
final class PlaceholderParser {

	private final Problems problems;

	PlaceholderParser(Problems problems) {
		this.problems = problems;
	}

	/**
	 * Compile the text between two braces.
	 * @param expression a name, optionally followed by a bar and a style
	 * @param position the position in the template
	 * @param scopes the repetitions around it
	 * @return the value to write, or {@code null} if it is not valid
	 */
	@Nullable Value written(String expression, JsonSource.Position position, Set<Scope> scopes) {
		Value value = parse(expression, position, scopes, true);
		if (value != null && value.placeholder().kind() == Kind.CONDITION) {
			this.problems.add(position, "{%s} can be asked for with $if but not written.".formatted(expression),
					"Repeat over it with \"$each violation\", or write {violations.count}.");
			return null;
		}
		return value;
	}

	/**
	 * Compile the placeholder of a condition or table. Codes are compared as the catalog
	 * spells them, even if the format replaces them.
	 * @param expression a name, optionally followed by a bar and a style
	 * @param position the position in the template
	 * @param scopes the repetitions around it
	 * @return the value to compare, or {@code null} if it is not valid
	 */
	@Nullable Value asked(String expression, JsonSource.Position position, Set<Scope> scopes) {
		return parse(expression, position, scopes, false);
	}

	private @Nullable Value parse(String expression, JsonSource.Position position, Set<Scope> scopes, boolean aliased) {
		String[] nameAndStyle = expression.split("\\|", 2);
		Placeholder placeholder = placeholder(nameAndStyle[0].strip(), position, scopes);
		if (placeholder == null) {
			return null;
		}
		Map<String, Style> styles = Styles.of(placeholder.kind());
		if (nameAndStyle.length == 1) {
			Style style = (placeholder.kind() == Kind.PATH) ? Objects.requireNonNull(styles.get("bracket"))
					: Style.NATIVE;
			return new Value(placeholder, style, aliased && placeholder.isCode());
		}
		String name = nameAndStyle[1].strip();
		Style style = styles.get(name);
		if (style == null) {
			this.problems.add(position, "'%s' is not a style of {%s}.".formatted(name, placeholder.name()),
					styles.isEmpty() ? "It has none." : Problems.suggest(name, styles.keySet()));
			return null;
		}
		return new Value(placeholder, style, aliased && placeholder.isCode());
	}

	private @Nullable Placeholder placeholder(String name, JsonSource.Position position, Set<Scope> scopes) {
		Placeholder placeholder = Placeholders.find(name);
		if (placeholder == null) {
			this.problems.add(position, "{%s} is not a placeholder.".formatted(name),
					Problems.suggest(name, Placeholders.names(EnumSet.allOf(Scope.class)), Placeholders.names(scopes)));
			return null;
		}
		if (placeholder.scope() != Scope.ANY && !scopes.contains(placeholder.scope())) {
			boolean violation = placeholder.scope() == Scope.VIOLATION;
			this.problems.add(position,
					"{%s} has no value outside \"$each %s\".".formatted(name, violation ? "violation" : "fact"),
					violation
							? "Repeat over the violations, or write {%s} for the first."
								.formatted(name.replace("violation.", "first."))
							: "Repeat over the facts, or write {fact.…} with the name of one.");
			return null;
		}
		return placeholder;
	}

}
