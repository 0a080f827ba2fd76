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

import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.faultbook.format.JsonSource.Member;
import io.github.faultbook.format.JsonSource.Struct;
import io.github.faultbook.format.Placeholder.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Compiles elements of arrays, each of which may stand for several elements, and the
 * items that {@code $each} repeats over.
 */
final class RepetitionCompiler {

	private final TemplateCompiler values;

	private final ConditionParser conditions;

	private final TemplateProblems problems;

	RepetitionCompiler(TemplateCompiler values, ConditionParser conditions, TemplateProblems problems) {
		this.values = values;
		this.conditions = conditions;
		this.problems = problems;
	}

	/**
	 * Compile an element of an array, which may stand for several elements.
	 * @param source the element
	 * @param scopes the parts of the error that can be used
	 * @return the element
	 */
	Node element(JsonSource source, Set<Scope> scopes) {
		if (!(source instanceof Struct struct) || struct.members().isEmpty() || struct.members().size() > 2
				|| (struct.members().size() == 2 && !struct.members().get(1).name().equals("$else"))) {
			return spliced(source, scopes);
		}
		Member operator = struct.members().get(0);
		if (operator.name().startsWith("$nest ") && struct.members().size() == 1) {
			Node elements = new NestCompiler(this.values, this.problems).elements(operator, scopes);
			return (elements != null) ? elements : TemplateCompiler.INVALID;
		}
		if (!operator.name().startsWith("$each ")) {
			return spliced(source, scopes);
		}
		RepeatedItems items = items(operator, scopes);
		Node otherwise = (struct.members().size() > 1) ? spliced(struct.members().get(1).value(), scopes) : null;
		return (items != null)
				? new RepeatNode(items, spliced(operator.value(), items.inside().apply(scopes)), otherwise)
				: TemplateCompiler.INVALID;
	}

	private Node spliced(JsonSource source, Set<Scope> scopes) {
		return (source instanceof Struct struct && struct.members().size() == 1
				&& struct.members().get(0).name().equals("$splice"))
						? new SpliceNode(this.values.value(struct.members().get(0).value(), scopes))
						: this.values.value(source, scopes);
	}

	/**
	 * Return the items that an operator repeats over.
	 * @param each the operator
	 * @param scopes the parts of the error that can be used
	 * @return the items, or {@code null} if they are not valid
	 */
	@Nullable RepeatedItems items(Member each, Set<Scope> scopes) {
		String name = each.name().substring(6).strip();
		RepeatedItems items = switch (name) {
			case "violation" -> RepeatedItems.VIOLATION;
			case "fact" -> RepeatedItems.FACT;
			case "segment" -> RepeatedItems.SEGMENT;
			default -> null;
		};
		if (items == null && name.startsWith("violation.")) {
			Value key = this.conditions.key(name, each.position(), RepeatedItems.VIOLATION.inside().apply(scopes));
			items = (key != null) ? RepeatedItems.groups(key) : null;
		}
		else if (items == null) {
			this.problems.add(each.position(), "\"%s\" repeats over something unknown.".formatted(each.name()),
					TemplateProblems.suggest(Objects.requireNonNullElse(Synonyms.placeholder(name), name),
							List.of("violation", "violation.path", "fact", "segment")));
		}
		if (items == null || scopes.contains(items.needed())) {
			return items;
		}
		if (items == RepeatedItems.SEGMENT) {
			this.problems.add(each.position(), "\"%s\" has no path to repeat over.".formatted(each.name()),
					"Put it inside \"$each violation\".");
		}
		else {
			this.problems.add(each.position(),
					"\"%s\" stands inside a repetition over the same.".formatted(each.name()),
					"Use the placeholders of the repetition around it.");
		}
		return null;
	}

}
