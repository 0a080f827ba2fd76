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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.github.faultbook.format.Placeholder.Scope;
import io.github.faultbook.format.Source.Member;
import io.github.faultbook.format.Source.Scalar;
import io.github.faultbook.format.Source.Sequence;
import io.github.faultbook.format.Source.Struct;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/**
 * Compiles the body of a template. Reports every mistake and goes on, so that all of them
 * are known at once.
 */
final class TemplateCompiler {

	private static final Node NOTHING = new Node.Literal(null);

	private static final List<String> OPERATORS = List.of("$each violation", "$each fact", "$if …", "$else",
			"$lookup …", "$join");

	private final Problems problems;

	private final TextParser texts;

	TemplateCompiler(Problems problems) {
		this.problems = problems;
		this.texts = new TextParser(problems);
	}

	Node compile(Source source) {
		return value(source, EnumSet.of(Scope.ANY));
	}

	Node text(String text, Source.Place place) {
		return this.texts.parse(text, place, EnumSet.of(Scope.ANY));
	}

	private Node value(Source source, Set<Scope> scopes) {
		if (source instanceof Scalar scalar) {
			return (scalar.value() instanceof String text) ? this.texts.parse(text, scalar.place(), scopes)
					: new Node.Literal(scalar.value());
		}
		if (source instanceof Sequence sequence) {
			return new ListNode(sequence.elements().stream().map((element) -> element(element, scopes)).toList());
		}
		Struct struct = (Struct) source;
		int last = struct.members().size() - 1;
		if (last > 0 && struct.members().get(last).name().equals("$else") && operatorsOnly(struct)) {
			Node first = value(new Struct(struct.place(), struct.members().subList(0, last)), scopes);
			return new Node.Either(first, value(struct.members().get(last).value(), scopes));
		}
		return (last == 0) ? single(struct, scopes) : object(struct, scopes);
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
			Condition condition = this.texts.condition(name.substring(4), member.place(), scopes);
			Node then = value(member.value(), scopes);
			return (condition != null) ? new Node.Conditional(condition, then) : NOTHING;
		}
		return object(struct, scopes);
	}

	private static boolean operatorsOnly(Struct struct) {
		return struct.members().stream().allMatch((member) -> isOperator(member.name()));
	}

	private static boolean isOperator(String name) {
		return name.startsWith("$") && !name.startsWith("$$");
	}

	private Node element(Source source, Set<Scope> scopes) {
		if (!(source instanceof Struct struct) || struct.members().isEmpty() || struct.members().size() > 2
				|| !struct.members().get(0).name().startsWith("$each ")
				|| (struct.members().size() == 2 && !struct.members().get(1).name().equals("$else"))) {
			return value(source, scopes);
		}
		Member each = struct.members().get(0);
		Items items = items(each);
		Node otherwise = (struct.members().size() > 1) ? value(struct.members().get(1).value(), scopes) : null;
		return (items != null) ? new ListNode.Repeat(items, value(each.value(), with(scopes, items)), otherwise)
				: NOTHING;
	}

	private Node join(Member join, Set<Scope> scopes) {
		if (!(join.value() instanceof Sequence sequence)) {
			this.problems.add(join.place(), "\"$join\" is followed by %s.".formatted(join.value().kind()),
					"Give it an array of texts.");
			return NOTHING;
		}
		List<Node> elements = new ArrayList<>();
		for (Source element : sequence.elements()) {
			Node node = element(element, scopes);
			Node text = (node instanceof ListNode.Repeat repeat) ? repeat.body() : node;
			if (!text.textual()) {
				this.problems.add(element.place(), "\"$join\" contains something that is not a text.",
						"Use texts, $if, $lookup and \"$each violation\" with a text.");
			}
			elements.add(node);
		}
		String separator = join.name().substring(Math.min(join.name().length(), "$join ".length()));
		return new Node.Join(separator, elements);
	}

	private Node lookup(Member lookup, Set<Scope> scopes) {
		Placeholder key = this.texts.placeholder(lookup.name().substring(8).strip(), lookup.place(), scopes);
		if (!(lookup.value() instanceof Struct table)) {
			this.problems.add(lookup.place(),
					"\"%s\" is followed by %s.".formatted(lookup.name(), lookup.value().kind()),
					"Give it an object with a member per value, and \"*\" for all others.");
			return NOTHING;
		}
		Map<String, Node> nodes = new LinkedHashMap<>();
		table.members().forEach((member) -> nodes.put(member.name(), value(member.value(), scopes)));
		return (key != null) ? new LookupNode(new Value(key, Function.identity()), nodes, nodes.get("*")) : NOTHING;
	}

	private Node object(Struct struct, Set<Scope> scopes) {
		boolean fixed = struct.members()
			.stream()
			.noneMatch((member) -> isOperator(member.name()) || member.name().indexOf('{') >= 0);
		return new ObjectNode(members(struct.members(), scopes, new HashSet<>(), true), fixed);
	}

	/**
	 * Compile the members of an object or of an operator that stands among them.
	 * @param sources the members
	 * @param scopes the repetitions around them
	 * @param reserved takes the names that are declared
	 * @param repeatable whether {@code $each} can stand here
	 * @return the members
	 */
	private List<ObjectNode.Member> members(List<Member> sources, Set<Scope> scopes, Set<String> reserved,
			boolean repeatable) {
		List<ObjectNode.Member> members = new ArrayList<>();
		int operators = 0;
		for (Member source : sources) {
			if (source.name().equals("$else") && operators > 0) {
				List<ObjectNode.Member> first = members.subList(members.size() - operators, members.size());
				ObjectNode.Member alternative = new ObjectNode.Alternative(List.copyOf(first),
						body(source, scopes, reserved, repeatable));
				first.clear();
				members.add(alternative);
				operators = 0;
				continue;
			}
			ObjectNode.Member member = member(source, scopes, reserved, repeatable);
			if (member != null) {
				members.add(member);
				operators = isOperator(source.name()) ? operators + 1 : 0;
			}
		}
		return List.copyOf(members);
	}

	private List<ObjectNode.Member> body(Member operator, Set<Scope> scopes, Set<String> reserved, boolean repeatable) {
		if (operator.value() instanceof Struct struct) {
			return members(struct.members(), scopes, reserved, repeatable);
		}
		this.problems.add(operator.place(), "\"%s\" stands among the members of an object and is followed by %s."
			.formatted(operator.name(), operator.value().kind()), "Give it an object with the members to add.");
		return List.of();
	}

	private ObjectNode.@Nullable Member member(Member source, Set<Scope> scopes, Set<String> reserved,
			boolean repeatable) {
		String name = source.name();
		if (name.startsWith("$each ") && repeatable) {
			Items items = items(source);
			return (items != null) ? new ObjectNode.Repeated(items,
					body(source, with(scopes, items), new HashSet<>(), false), reserved) : null;
		}
		if (name.startsWith("$if ")) {
			Condition condition = this.texts.condition(name.substring(4), source.place(), scopes);
			List<ObjectNode.Member> body = body(source, scopes, reserved, repeatable);
			return (condition != null) ? new ObjectNode.Conditional(condition, body) : null;
		}
		if (isOperator(name)) {
			this.problems.add(source.place(), "\"%s\" is not an operator that can stand here.".formatted(name),
					name.equals("$else") ? "Put it directly behind the $if or $each it belongs to."
							: Problems.suggest(name, OPERATORS) + " Write '$$' for a name that starts with '$'.");
			return null;
		}
		Node key = this.texts.parse(name.startsWith("$$") ? name.substring(1) : name, source.place(), scopes);
		Node value = value(source.value(), scopes);
		if (key instanceof Node.Literal literal) {
			String declared = String.valueOf(literal.value());
			reserved.add(declared);
			return new ObjectNode.Declared(new SerializedString(declared), value);
		}
		return new ObjectNode.Named(key, value);
	}

	private @Nullable Items items(Member each) {
		String name = each.name().substring(6).strip();
		for (Items items : Items.values()) {
			if (items.name().toLowerCase(Locale.ROOT).equals(name)) {
				return items;
			}
		}
		this.problems.add(each.place(), "\"%s\" repeats over something unknown.".formatted(each.name()),
				"Write \"$each violation\" or \"$each fact\".");
		return null;
	}

	private static Set<Scope> with(Set<Scope> scopes, Items items) {
		Set<Scope> extended = EnumSet.copyOf(scopes);
		extended.add(items.scope());
		return extended;
	}

}
