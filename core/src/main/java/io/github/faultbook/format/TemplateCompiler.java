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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.faultbook.format.JsonSource.Member;
import io.github.faultbook.format.JsonSource.Scalar;
import io.github.faultbook.format.JsonSource.Sequence;
import io.github.faultbook.format.JsonSource.Struct;
import io.github.faultbook.format.Placeholder.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the body of a template. Mistakes are reported rather than thrown, so that all
 * of them are found at once.
 */
final class TemplateCompiler {

	/**
	 * The placeholder for an invalid value, which prevents follow-up findings.
	 */
	static final Node INVALID = new Literal("");

	private final TemplateProblems problems;

	private final PlaceholderParser placeholders;

	private final TextParser texts;

	private final ConditionParser conditions;

	private final RepetitionCompiler repetitions;

	TemplateCompiler(TemplateProblems problems) {
		this.problems = problems;
		this.placeholders = new PlaceholderParser(problems);
		this.texts = new TextParser(problems, this.placeholders);
		this.conditions = new ConditionParser(problems, this.placeholders);
		this.repetitions = new RepetitionCompiler(this, this.conditions, problems);
	}

	Node body(JsonSource source) {
		return value(source, Scope.OUTSIDE);
	}

	Node text(String text, JsonSource.Position position) {
		return this.texts.parseText(text, position, Scope.OUTSIDE);
	}

	/**
	 * Return the codes that are named in the body and the headers.
	 * @return the codes in order
	 */
	List<NamedCode> codes() {
		return this.conditions.codes();
	}

	/**
	 * Return the languages that the body and the headers ask for.
	 * @return the languages
	 */
	Set<Locale> languages() {
		return this.placeholders.languages();
	}

	Node value(JsonSource source, Set<Scope> scopes) {
		if (source instanceof Scalar scalar) {
			return (scalar.value() instanceof String text) ? this.texts.parse(text, scalar.position(), scopes)
					: new Literal(scalar.value());
		}
		if (source instanceof Sequence sequence) {
			return new ListNode(
					sequence.elements().stream().map((element) -> this.repetitions.element(element, scopes)).toList());
		}
		Struct struct = (Struct) source;
		int last = struct.members().size() - 1;
		if (last > 0 && struct.members().get(last).name().equals("$else")
				&& struct.members().stream().allMatch((member) -> isOperator(member.name()))) {
			Node first = value(new Struct(struct.position(), struct.members().subList(0, last)), scopes);
			return new EitherNode(first, value(struct.members().get(last).value(), scopes));
		}
		return (last == 0) ? single(struct, scopes) : object(struct, scopes, null);
	}

	static boolean isOperator(String name) {
		return name.startsWith("$") && !name.startsWith("$$");
	}

	private Node single(Struct struct, Set<Scope> scopes) {
		Member member = struct.members().get(0);
		String name = member.name();
		if (name.startsWith("$lookup ")) {
			return lookup(member, scopes);
		}
		if (name.equals("$join") || name.startsWith("$join ")) {
			return join(member, scopes);
		}
		if (name.startsWith("$if ")) {
			Condition condition = this.conditions.condition(name.substring(4), member.position(), scopes);
			Node then = value(member.value(), scopes);
			return (condition != null) ? new ConditionalNode(condition, then) : INVALID;
		}
		return object(struct, scopes, null);
	}

	/**
	 * Compile an object.
	 * @param struct the object
	 * @param scopes the parts of the error that can be used
	 * @param reserved a name that no placeholder may give, or {@code null}
	 * @return the object
	 */
	ObjectNode object(Struct struct, Set<Scope> scopes, @Nullable String reserved) {
		return new ObjectCompiler(this, this.repetitions, this.texts, this.conditions, this.problems).compile(struct,
				scopes, reserved);
	}

	private Node join(Member join, Set<Scope> scopes) {
		if (!(join.value() instanceof Sequence sequence)) {
			this.problems.add(join.position(), "\"%s\" is followed by %s.".formatted(join.name(), join.value().kind()),
					"Give it an array of texts.");
			return INVALID;
		}
		List<Node> elements = new ArrayList<>();
		for (JsonSource element : sequence.elements()) {
			Node node = this.repetitions.element(element, scopes);
			if (!node.textual()) {
				this.problems.add(element.position(),
						"\"%s\" contains something that is not a text.".formatted(join.name()),
						"Use texts, $if, $lookup and \"$each violation\" with a text.");
			}
			elements.add(node);
		}
		String separator = join.name().substring(Math.min(join.name().length(), "$join ".length()));
		return new JoinNode(separator, List.copyOf(elements));
	}

	private Node lookup(Member lookup, Set<Scope> scopes) {
		Value key = this.conditions.key(lookup.name().substring(8).strip(), lookup.position(), scopes);
		if (!(lookup.value() instanceof Struct table) || table.members().isEmpty()) {
			this.problems.add(lookup.position(),
					"\"%s\" is followed by %s.".formatted(lookup.name(),
							(lookup.value() instanceof Struct) ? "an empty object" : lookup.value().kind()),
					"Give it an object with a member per value, and \"*\" for all others.");
			return INVALID;
		}
		Map<String, Node> nodes = new LinkedHashMap<>();
		for (Member member : table.members()) {
			if (key != null && !member.name().equals("*")) {
				this.conditions.check(member.name(), key, member.position(),
						"Use a status from 400 to 599, 4xx, 5xx, or * for all others.");
			}
			nodes.put(member.name(), value(member.value(), scopes));
		}
		return (key != null) ? new LookupNode(key, nodes) : INVALID;
	}

}
