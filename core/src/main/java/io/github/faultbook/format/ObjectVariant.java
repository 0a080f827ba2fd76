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
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One way in which a template writes an object. There are several if members have an
 * {@code $else}.
 */
final class ObjectVariant {

	/**
	 * The maximum number of ways to write an object that are told apart.
	 */
	private static final int LARGEST = 8;

	private final Map<String, List<Slot>> declaredMembers = new LinkedHashMap<>();

	private final List<Slot> others = new ArrayList<>();

	private final List<NestedMembers> nests = new ArrayList<>();

	/**
	 * Return the ways in which a template writes an object.
	 * @param members the members of the template
	 * @return the ways, of which there are several if members have an {@code $else}
	 */
	static List<ObjectVariant> variants(List<MemberNode> members) {
		List<ObjectVariant> variants = List.of(new ObjectVariant());
		for (MemberNode member : members) {
			if (member instanceof AlternativeMembers alternative && variants.size() < LARGEST) {
				List<MemberNode> first = (alternative.first().size() == 1
						&& alternative.first().get(0) instanceof ConditionalMembers only) ? only.members()
								: alternative.first();
				boolean always = first != alternative.first();
				variants = variants.stream()
					.flatMap((variant) -> Stream.of(variant.with(first, always),
							variant.with(alternative.otherwise(), true)))
					.toList();
			}
			else {
				variants = variants.stream().map((variant) -> variant.with(List.of(member), true)).toList();
			}
		}
		return variants;
	}

	/**
	 * Return the members with a constant name.
	 * @return the members by name
	 */
	Map<String, List<Slot>> declared() {
		return this.declaredMembers;
	}

	/**
	 * Return the members whose names contain placeholders.
	 * @return the members
	 */
	List<Slot> others() {
		return this.others;
	}

	/**
	 * Return the violations that are nested in the object.
	 * @return the parts of the template
	 */
	List<NestedMembers> nests() {
		return this.nests;
	}

	/**
	 * Return how many members without a constant name list violations.
	 * @return the number
	 */
	long listings() {
		return this.nests.size() + this.others.stream().filter(Slot::hasViolations).count();
	}

	ObjectVariant with(List<MemberNode> members, boolean always) {
		ObjectVariant variant = new ObjectVariant();
		this.declaredMembers.forEach((name, slots) -> variant.declaredMembers.put(name, new ArrayList<>(slots)));
		variant.others.addAll(this.others);
		variant.nests.addAll(this.nests);
		members.forEach((member) -> variant.add(member, null, always, false));
		return variant;
	}

	private void add(MemberNode member, @Nullable RepeatedItems items, boolean always, boolean opaque) {
		if (member instanceof DeclaredMember declared) {
			boolean required = always && declared.value().always();
			this.declaredMembers.computeIfAbsent(declared.name().getValue(), (name) -> new ArrayList<>())
				.add(new Slot(null, declared.value(), items, required, opaque, Set.of()));
		}
		else if (member instanceof NamedMember named) {
			this.others.add(new Slot(named.name(), named.value(), items, false, opaque, named.reserved()));
		}
		else if (member instanceof ConditionalMembers conditional) {
			conditional.members().forEach((inner) -> add(inner, items, false, opaque));
		}
		else if (member instanceof AlternativeMembers alternative) {
			Stream.of(alternative.first(), alternative.otherwise())
				.flatMap(List::stream)
				.forEach((inner) -> add(inner, items, false, opaque));
		}
		else if (member instanceof RepeatedMembers repeated) {
			boolean twice = opaque || (items != null && (items.key() == null || repeated.items().key() != null
					|| repeated.items() != RepeatedItems.VIOLATION));
			repeated.body().forEach((inner) -> add(inner, repeated.items(), false, twice));
		}
		else if (member instanceof NestedMembers nest) {
			this.nests.add(nest);
		}
	}

	/**
	 * A member of the template.
	 *
	 * @param name the name with placeholders, or {@code null} if it is constant
	 * @param value the value
	 * @param items the items that the member is repeated for, or {@code null}
	 * @param required whether every error has the member
	 * @param opaque whether the member is repeated in a way that cannot be taken apart
	 * @param reserved the names that the member never has
	 */
	record Slot(@Nullable Node name, Node value, @Nullable RepeatedItems items, boolean required, boolean opaque,
			Set<String> reserved) {

		boolean hasViolations() {
			return (this.items != null && this.items.listsViolations())
					|| (this.name != null && WrittenPlaceholders.hasViolations(this.name))
					|| WrittenPlaceholders.hasViolations(this.value);
		}

	}

}
