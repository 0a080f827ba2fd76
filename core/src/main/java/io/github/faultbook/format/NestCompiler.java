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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.faultbook.format.JsonSource.Member;
import io.github.faultbook.format.JsonSource.Struct;
import io.github.faultbook.format.Placeholder.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/**
 * Compiles {@code $nest violation}.
 */
final class NestCompiler {

	private static final Pattern NAME = Pattern.compile(
			"\\$nest +violation(?<positions> +by +position)?(?: +in +(?<container>\\S+))?(?: +or +(?<name>\\S+))?");

	private static final String OWN = "_errors";

	private final TemplateCompiler values;

	private final TemplateProblems problems;

	NestCompiler(TemplateCompiler values, TemplateProblems problems) {
		this.values = values;
		this.problems = problems;
	}

	/**
	 * Compile an operator that stands in an array.
	 * @param nest the operator
	 * @param scopes the parts of the error that can be used
	 * @return the elements, or {@code null} if the operator is not valid
	 */
	@Nullable Node elements(Member nest, Set<Scope> scopes) {
		Matcher matcher = matcher(nest, scopes);
		if (matcher == null) {
			return null;
		}
		String container = matcher.group("container");
		if (container == null || matcher.group("name") != null || matcher.group("positions") != null) {
			this.problems.add(nest.position(), "\"%s\" stands in an array.".formatted(nest.name()),
					"Write \"$nest violation in children\" with the name of the member for the elements below.");
			return null;
		}
		if (!(nest.value() instanceof Struct struct) || struct.members().isEmpty()) {
			this.problems.add(nest.position(),
					"\"%s\" stands in an array and is followed by %s.".formatted(nest.name(),
							(nest.value() instanceof Struct) ? "an empty object" : nest.value().kind()),
					"Give it an object with the members of a segment, such as \"name\": \"{segment}\".");
			return null;
		}
		ObjectNode body = this.values.object(struct,
				RepeatedItems.change(scopes, Scope.SEGMENT, Scope.VIOLATION, Scope.FACT), container);
		if (body.members()
			.stream()
			.flatMap(NestCompiler::written)
			.anyMatch((member) -> member instanceof DeclaredMember declared
					&& declared.name().getValue().equals(container) && !(declared.value() instanceof ListNode))) {
			this.problems.add(nest.position(), "'%s' names a member that the object has already.".formatted(container),
					"Choose another name for the elements below, or give the member an array.");
		}
		return new NestedElements(body, container);
	}

	/**
	 * Compile an operator that stands among the members of an object.
	 * @param nest the operator
	 * @param scopes the parts of the error that can be used
	 * @param names the names that the object declares
	 * @return the members, or {@code null} if the operator is not valid
	 */
	@Nullable MemberNode members(Member nest, Set<Scope> scopes, DeclaredNames names) {
		Matcher matcher = matcher(nest, scopes);
		if (matcher == null) {
			return null;
		}
		Node value = this.values.value(nest.value(), RepeatedItems.VIOLATION.inside().apply(scopes));
		String name = matcher.group("name");
		String container = matcher.group("container");
		boolean positions = matcher.group("positions") != null;
		if (positions && container != null) {
			this.problems.add(nest.position(), "\"%s\" has two places for what is below.".formatted(nest.name()),
					"Write either 'by position' or 'in'.");
		}
		if (container != null) {
			names.add(container, nest.position(), true);
		}
		if (value instanceof ObjectNode object && !object.members().isEmpty()) {
			return ofObject(nest, object, matcher, names);
		}
		String own = (name != null) ? name : OWN;
		if (own.equals(container)) {
			this.problems.add(nest.position(), "'%s' names two members of one object.".formatted(own),
					"Write two different names behind 'in' and 'or'.");
		}
		names.add(own, nest.position(), true);
		MemberNode member = new DeclaredMember(new SerializedString(own), value);
		return new NestedMembers(List.of(member), value, container, positions, Set.of(own), names.names());
	}

	private @Nullable Matcher matcher(Member nest, Set<Scope> scopes) {
		Matcher matcher = NAME.matcher(nest.name());
		if (!matcher.matches()) {
			this.problems.add(nest.position(), "\"%s\" nests something unknown.".formatted(nest.name()),
					"Write \"$nest violation\", and behind it 'by position' for arrays with an element per position, "
							+ "'in' with the name of a member for the objects below, "
							+ "'or' with the name of a member for violations of an object as a whole.");
			return null;
		}
		if (!scopes.contains(Scope.VIOLATIONS)) {
			this.problems.add(nest.position(),
					"\"%s\" stands inside a repetition over the same.".formatted(nest.name()), "Put it outside.");
			return null;
		}
		return matcher;
	}

	private @Nullable NestedMembers ofObject(Member nest, ObjectNode object, Matcher matcher, DeclaredNames names) {
		String container = matcher.group("container");
		String name = matcher.group("name");
		Set<String> own = new LinkedHashSet<>();
		for (MemberNode member : object.members().stream().flatMap(NestCompiler::written).toList()) {
			if (member instanceof DeclaredMember declared) {
				own.add(declared.name().getValue());
			}
			else {
				this.problems.add(nest.position(),
						"\"%s\" holds an object with names that are not fixed.".formatted(nest.name()),
						"Give its members names without placeholders.");
				return null;
			}
		}
		if (name != null) {
			this.problems.add(nest.position(), "'%s' names a member that an object does not need.".formatted(name),
					"Write \"$nest violation\", the members of the object stand beside the nested ones.");
		}
		if (container != null && own.contains(container)) {
			this.problems.add(nest.position(), "'%s' names a member that the object has already.".formatted(container),
					"Choose another name for the objects below.");
		}
		own.forEach((declared) -> names.add(declared, nest.position(), true));
		return new NestedMembers(object.members(), null, container, matcher.group("positions") != null, Set.copyOf(own),
				names.names());
	}

	private static Stream<MemberNode> written(MemberNode member) {
		if (member instanceof ConditionalMembers conditional) {
			return conditional.members().stream().flatMap(NestCompiler::written);
		}
		if (member instanceof AlternativeMembers alternative) {
			return Stream.of(alternative.first(), alternative.otherwise())
				.flatMap(List::stream)
				.flatMap(NestCompiler::written);
		}
		return Stream.of(member);
	}

}
