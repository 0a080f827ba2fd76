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

import org.jspecify.annotations.Nullable;

/**
 * Collects the placeholders that a template writes, without those it only tests.
 */
final class WrittenPlaceholders {

	private final Set<String> names = new LinkedHashSet<>();

	private final Set<String> tested = new LinkedHashSet<>();

	/**
	 * Whether to collect what is told without being written, too: the keys of tables, and
	 * the path that tells the items of a repetition apart.
	 */
	private final boolean implied;

	private WrittenPlaceholders(boolean implied) {
		this.implied = implied;
	}

	/**
	 * Return the placeholders that a part of a template writes.
	 * @param node the part
	 * @return the names
	 */
	static Set<String> of(Node node) {
		WrittenPlaceholders written = new WrittenPlaceholders(false);
		written.add(node);
		return written.names;
	}

	/**
	 * Return the placeholders on which it depends what a part of a template writes.
	 * @param node the part
	 * @return the names of those in conditions, and of the keys of tables
	 */
	static Set<String> tested(Node node) {
		WrittenPlaceholders written = new WrittenPlaceholders(false);
		written.add(node);
		return written.tested;
	}

	/**
	 * Return whether a part of a template tells something about violations.
	 * @param node the part
	 * @return whether it writes a placeholder of violations, looks something up by one,
	 * or repeats something for each violation
	 */
	static boolean hasViolations(Node node) {
		WrittenPlaceholders written = new WrittenPlaceholders(true);
		written.add(node);
		return written.names.stream().anyMatch((name) -> name.startsWith("violation."));
	}

	private void add(@Nullable Node node) {
		if (node instanceof Value value) {
			this.names.add(value.placeholder().name());
		}
		else if (node instanceof TextNode text) {
			text.parts().forEach(this::add);
		}
		else if (node instanceof JoinNode join) {
			join.elements().forEach(this::add);
		}
		else if (node instanceof ConditionalNode conditional) {
			addTested(conditional.condition());
			add(conditional.then());
		}
		else if (node instanceof EitherNode either) {
			add(either.first());
			add(either.otherwise());
		}
		else if (node instanceof LookupNode lookup) {
			this.tested.add(lookup.key().placeholder().name());
			add(this.implied ? lookup.key() : null);
			lookup.table().values().forEach(this::add);
		}
		else if (node instanceof RepeatNode repeat) {
			addItems(repeat.items());
			add(repeat.body());
			add(repeat.otherwise());
		}
		else if (node instanceof SpliceNode splice) {
			add(splice.value());
		}
		else if (node instanceof ListNode list) {
			list.elements().forEach(this::add);
		}
		else if (node instanceof ObjectNode object) {
			addMembers(object.members());
		}
		else if (node instanceof NestedElements nested) {
			this.names.add("violation.path");
			addMembers(nested.body().members());
		}
	}

	private void addTested(Condition condition) {
		condition.terms().forEach((term) -> this.tested.add(term.value().placeholder().name()));
	}

	private void addItems(RepeatedItems items) {
		if (this.implied && items.listsViolations()) {
			this.names.add("violation.path");
		}
	}

	private void addMembers(List<MemberNode> members) {
		for (MemberNode member : members) {
			if (member instanceof DeclaredMember declared) {
				add(declared.value());
			}
			else if (member instanceof NamedMember named) {
				add(named.name());
				add(named.value());
			}
			else if (member instanceof ConditionalMembers conditional) {
				addTested(conditional.condition());
				addMembers(conditional.members());
			}
			else if (member instanceof AlternativeMembers alternative) {
				addMembers(alternative.first());
				addMembers(alternative.otherwise());
			}
			else if (member instanceof RepeatedMembers repeated) {
				addItems(repeated.items());
				addMembers(repeated.body());
			}
			else if (member instanceof NestedMembers nested) {
				this.names.add("violation.path");
				addMembers(nested.own());
			}
		}
	}

}
