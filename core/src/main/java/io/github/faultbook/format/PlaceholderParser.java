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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.format.Placeholder.Kind;
import io.github.faultbook.format.Placeholder.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Compiles placeholders and their styles.
 */
final class PlaceholderParser {

	private static final Pattern TRANSLATED = Pattern
		.compile("(title|message|violation\\.message|first\\.message)\\..+");

	private final TemplateProblems problems;

	private final Set<Locale> languages = new LinkedHashSet<>();

	PlaceholderParser(TemplateProblems problems) {
		this.problems = problems;
	}

	/**
	 * Compile the text between two braces.
	 * @param expression a name, optionally followed by styles behind bars
	 * @param position the position in the template
	 * @param scopes the parts of the error that can be used
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
	 * @param expression a name, optionally followed by styles behind bars
	 * @param position the position in the template
	 * @param scopes the parts of the error that can be used
	 * @return the value to compare, or {@code null} if it is not valid
	 */
	@Nullable Value asked(String expression, JsonSource.Position position, Set<Scope> scopes) {
		return parse(expression, position, scopes, false);
	}

	/**
	 * Return the languages of the placeholders that name one.
	 * @return the languages
	 */
	Set<Locale> languages() {
		return this.languages;
	}

	private @Nullable Value parse(String expression, JsonSource.Position position, Set<Scope> scopes, boolean aliased) {
		String[] parts = expression.split("\\|", -1);
		Placeholder placeholder = placeholder(parts[0].strip(), position, scopes);
		if (placeholder == null) {
			return null;
		}
		Style style = Style.NATIVE;
		Kind kind = placeholder.kind();
		for (String part : List.of(parts).subList(1, parts.length)) {
			Map<String, Style> styles = Styles.of(kind);
			Style next = styles.get(part.strip());
			if (next == null) {
				this.problems.add(position, "'%s' is not a style of {%s}.".formatted(part.strip(), placeholder.name()),
						!styles.isEmpty() ? TemplateProblems.suggest(Synonyms.style(part.strip()), styles.keySet())
								: (style == Style.NATIVE) ? "It has none."
										: "Nothing can stand behind the style before it.");
				return null;
			}
			style = style.then(next);
			kind = next.kind();
		}
		if (kind == Kind.PATH) {
			style = style.then(PathStyles.BRACKET);
		}
		return new Value(placeholder, style, aliased && placeholder.isCode());
	}

	private @Nullable Placeholder placeholder(String name, JsonSource.Position position, Set<Scope> scopes) {
		Placeholder placeholder = Placeholders.find(name);
		if (placeholder == null) {
			unknown(name, position, scopes);
			return null;
		}
		if (!scopes.contains(placeholder.scope())) {
			outside(placeholder, position, scopes);
			return null;
		}
		if (placeholder.language() != null) {
			this.languages.add(placeholder.language());
		}
		return placeholder;
	}

	private void unknown(String name, JsonSource.Position position, Set<Scope> scopes) {
		String meant = Synonyms.placeholder(name);
		String action;
		if (meant == null && TRANSLATED.matcher(name).matches()) {
			action = Finding.didYouMean(name, List.of("title.own", "message.own", "message.template"))
					+ "Write the tag of a language behind the dot, such as 'message.de' or 'message.pt-BR'.";
		}
		else {
			meant = (meant != null) ? meant : Synonyms.similarTo(name);
			action = ((meant != null) ? "Did you mean '%s'? ".formatted(meant) : "")
					+ TemplateProblems.allowed(Placeholders.names(scopes));
		}
		this.problems.add(position, "{%s} is not a placeholder.".formatted(name), action);
	}

	private void outside(Placeholder placeholder, JsonSource.Position position, Set<Scope> scopes) {
		String name = placeholder.name();
		String operator = placeholder.scope().name().toLowerCase(Locale.ROOT);
		String action = switch (placeholder.scope()) {
			case FACT -> "Repeat over the facts, or write {fact.…} with the name of one.";
			case SEGMENT -> "Repeat over the segments of a path.";
			default -> (scopes.contains(Scope.SEGMENT) && !scopes.contains(Scope.VIOLATIONS))
					? "Write it beside the repetition over the segments."
					: "Repeat over the violations, or write {%s} for the first."
						.formatted(name.replace("violation.", "first."));
		};
		this.problems.add(position, "{%s} has no value outside \"$each %s\".".formatted(name, operator), action);
	}

}
