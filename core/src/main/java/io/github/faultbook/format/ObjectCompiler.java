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
import java.util.List;
import java.util.Set;

import io.github.faultbook.format.JsonSource.Member;
import io.github.faultbook.format.JsonSource.Struct;
import io.github.faultbook.format.Placeholder.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/**
 * Compiles the members of one object.
 */
final class ObjectCompiler {

	static final List<String> OPERATORS = List.of("$each violation", "$each violation.…", "$each fact", "$each segment",
			"$nest violation", "$if …", "$else", "$lookup …", "$splice", "$join");

	private static final List<String> PLAIN = List.of("$else", "$join", "$splice");

	private final TemplateCompiler values;

	private final RepetitionCompiler repetitions;

	private final TextParser texts;

	private final ConditionParser conditions;

	private final TemplateProblems problems;

	private final DeclaredNames names;

	/**
	 * The number of parts that give names which are not fixed.
	 */
	private int open;

	ObjectCompiler(TemplateCompiler values, RepetitionCompiler repetitions, TextParser texts,
			ConditionParser conditions, TemplateProblems problems) {
		this.values = values;
		this.repetitions = repetitions;
		this.texts = texts;
		this.conditions = conditions;
		this.problems = problems;
		this.names = new DeclaredNames(problems);
	}

	/**
	 * Compile an object.
	 * @param struct the object
	 * @param scopes the parts of the error that can be used
	 * @param reserved a name that no placeholder may give, or {@code null}
	 * @return the object
	 */
	ObjectNode compile(Struct struct, Set<Scope> scopes, @Nullable String reserved) {
		if (reserved != null) {
			this.names.reserve(reserved);
		}
		List<MemberNode> members = members(struct.members(), new Context(scopes, false));
		return new ObjectNode(members, this.open <= 1 && !this.names.repeated());
	}

	private List<MemberNode> members(List<Member> sources, Context context) {
		List<MemberNode> members = new ArrayList<>();
		int operators = 0;
		for (Member source : sources) {
			if (source.name().equals("$else") && operators > 0) {
				List<MemberNode> first = members.subList(members.size() - operators, members.size());
				MemberNode alternative = new AlternativeMembers(List.copyOf(first), body(source, context.inOperator()));
				first.clear();
				members.add(alternative);
				operators = 0;
				continue;
			}
			MemberNode member = member(source, context);
			operators = TemplateCompiler.isOperator(source.name()) ? operators + 1 : 0;
			members.add((member != null) ? member
					: new DeclaredMember(new SerializedString(source.name()), TemplateCompiler.INVALID));
		}
		return List.copyOf(members);
	}

	private List<MemberNode> body(Member operator, Context context) {
		if (operator.value() instanceof Struct struct) {
			return members(struct.members(), context);
		}
		this.problems.add(operator.position(), "\"%s\" stands among the members of an object and is followed by %s."
			.formatted(operator.name(), operator.value().kind()), "Give it an object with the members to add.");
		return List.of();
	}

	private @Nullable MemberNode member(Member source, Context context) {
		String name = source.name();
		if (name.startsWith("$each ")) {
			RepeatedItems items = this.repetitions.items(source, context.scopes());
			return (items != null) ? new RepeatedMembers(items, body(source, context.inRepetition(items))) : null;
		}
		if (name.startsWith("$nest ")) {
			this.open++;
			return new NestCompiler(this.values, this.problems).members(source, context.scopes(), this.names);
		}
		if (name.startsWith("$if ")) {
			Condition condition = this.conditions.condition(name.substring(4), source.position(), context.scopes());
			List<MemberNode> body = body(source, context.inOperator());
			return (condition != null) ? new ConditionalMembers(condition, body) : null;
		}
		if (TemplateCompiler.isOperator(name)) {
			misplaced(name, source.position());
			return null;
		}
		Node key = this.texts.parseText(name.startsWith("$$") ? name.substring(1) : name, source.position(),
				context.scopes());
		Node value = this.values.value(source.value(), context.scopes());
		if (key instanceof Literal literal) {
			String declared = String.valueOf(literal.value());
			this.names.add(declared, source.position(), context.optional());
			return new DeclaredMember(new SerializedString(declared), value);
		}
		this.open++;
		return new NamedMember(key, value, this.names.names());
	}

	private void misplaced(String name, JsonSource.Position position) {
		String operator = name.split(" ", 2)[0];
		String action = switch (operator) {
			case "$else" -> "Put it directly behind the operator it belongs to.";
			case "$lookup", "$join" -> "Put it alone into the object that is the value of a member.";
			case "$splice" -> "Put it alone into an element of an array.";
			default -> null;
		};
		if (action == null || !(name.contains(" ") || PLAIN.contains(operator))) {
			String meant = Synonyms.operator(name);
			this.problems.add(position, "\"%s\" is not an operator.".formatted(name),
					((meant != null) ? "Did you mean '%s'? ".formatted(meant) : "")
							+ TemplateProblems.allowed(OPERATORS) + " Write '$$' for a name that starts with '$'.");
			return;
		}
		this.problems.add(position, "\"%s\" cannot stand here.".formatted(name), action);
	}

	/**
	 * The context of members in a template.
	 *
	 * @param scopes the parts of the error that can be used
	 * @param optional whether they are inside an operator of the same object
	 */
	private record Context(Set<Scope> scopes, boolean optional) {

		Context inOperator() {
			return new Context(this.scopes, true);
		}

		Context inRepetition(RepeatedItems items) {
			return new Context(items.inside().apply(this.scopes), true);
		}

	}

}
