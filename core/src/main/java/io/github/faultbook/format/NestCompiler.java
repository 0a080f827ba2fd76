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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.faultbook.format.JsonSource.Member;
import io.github.faultbook.format.Placeholder.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/**
 * Compiles {@code $nest violation}.
 */
final class NestCompiler {

	private static final Pattern NAME = Pattern
		.compile("\\$nest +violation(?: +in +(?<container>\\S+))?(?: +or +(?<name>\\S+))?");

	private static final String OWN = "_errors";

	private final TemplateCompiler values;

	private final Problems problems;

	NestCompiler(TemplateCompiler values, Problems problems) {
		this.values = values;
		this.problems = problems;
	}

	@Nullable NestedMembers compile(Member nest, Set<Scope> scopes, DeclaredNames names) {
		Matcher matcher = NAME.matcher(nest.name());
		if (!matcher.matches()) {
			this.problems.add(nest.position(), "\"%s\" nests something unknown.".formatted(nest.name()),
					"Write \"$nest violation\", and behind it 'in' with the name of a member for the objects below, "
							+ "'or' with the name of a member for violations of an object as a whole.");
			return null;
		}
		if (scopes.contains(Scope.VIOLATION)) {
			this.problems.add(nest.position(),
					"\"%s\" stands inside a repetition over the same.".formatted(nest.name()), "Put it outside.");
			return null;
		}
		Node value = this.values.value(nest.value(), TemplateCompiler.with(scopes, Items.VIOLATION));
		String name = matcher.group("name");
		String container = matcher.group("container");
		if (container != null) {
			names.add(container, nest.position(), true);
		}
		if (value instanceof ObjectNode object && !object.members().isEmpty()) {
			return ofObject(nest, object, container, name, names);
		}
		String own = (name != null) ? name : OWN;
		if (own.equals(container)) {
			this.problems.add(nest.position(), "'%s' names two members of one object.".formatted(own),
					"Write two different names behind 'in' and 'or'.");
		}
		names.add(own, nest.position(), true);
		MemberNode member = new DeclaredMember(new SerializedString(own), value);
		return new NestedMembers(new RepeatedMembers(Items.VIOLATION, List.of(member)), value, container, Set.of(own),
				names.names());
	}

	private @Nullable NestedMembers ofObject(Member nest, ObjectNode object, @Nullable String container,
			@Nullable String name, DeclaredNames names) {
		Set<String> own = new LinkedHashSet<>();
		List<MemberNode> open = new ArrayList<>(object.members());
		while (!open.isEmpty()) {
			MemberNode member = open.remove(open.size() - 1);
			if (member instanceof DeclaredMember declared) {
				own.add(declared.name().getValue());
			}
			else if (member instanceof ConditionalMembers conditional) {
				open.addAll(conditional.members());
			}
			else if (member instanceof AlternativeMembers alternative) {
				open.addAll(alternative.first());
				open.addAll(alternative.otherwise());
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
		return new NestedMembers(new RepeatedMembers(Items.VIOLATION, object.members()), null, container,
				Set.copyOf(own), names.names());
	}

}
