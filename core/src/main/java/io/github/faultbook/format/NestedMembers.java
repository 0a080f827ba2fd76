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
import java.util.Map;
import java.util.Set;

import io.github.faultbook.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The violations as nested objects, one for each segment of their paths. A path stops
 * before a name that the enclosing object declares itself, so that no violation is lost.
 *
 * @param own the members of a violation in the object its path leads to
 * @param leaf the value that replaces an object without nested objects, or {@code null}
 * to keep the object
 * @param container the name of the member that holds the objects below an object, or
 * {@code null} if they are members themselves
 * @param positions whether objects below positions are elements of arrays
 * @param names the names in {@code own}
 * @param reserved the names that the outermost object declares itself
 */
record NestedMembers(List<MemberNode> own, @Nullable Node leaf, @Nullable String container, boolean positions,
		Set<String> names, Set<String> reserved) implements MemberNode {

	@Override
	public boolean present(Rendering rendering) {
		return RepeatedItems.VIOLATION.any(rendering, () -> MemberNode.anyPresent(this.own, rendering));
	}

	@Override
	public void collect(Rendering rendering, MergedMembers members) {
		List<Violation> present = new ArrayList<>();
		RepeatedItems.VIOLATION.forEach(rendering, (at) -> {
			if (MemberNode.anyPresent(this.own, at) && at.violation != null) {
				present.add(at.violation);
			}
		});
		nested(present, 0, this.reserved).collect(rendering, members);
	}

	/**
	 * Group violations by the next segment of their paths. Names cannot clash if nested
	 * objects have a container of their own.
	 */
	private Nested nested(List<Violation> violations, int depth, Set<String> declared) {
		return new Nested(this, PathLevel.of(violations, depth, (this.container != null) ? Set.of() : declared), depth);
	}

	@Override
	public void describe(ObjectSchema object, Schemas schemas, boolean unconditional) {
		describe(object, schemas, schemas.define((reference) -> {
			ObjectSchema nested = new ObjectSchema();
			describe(nested, schemas, reference);
			Map<String, Object> schema = nested.toMap(true);
			schema = (this.leaf != null) ? SchemaMerge.merge(List.of(this.leaf.schema(schemas), schema)) : schema;
			return this.positions ? NestedPositions.schema(schema, reference) : schema;
		}));
	}

	private void describe(ObjectSchema object, Schemas schemas, Map<String, Object> child) {
		schemas.merged(() -> this.own.forEach((member) -> member.describe(object, schemas, false)));
		if (this.container == null) {
			object.others(child);
			return;
		}
		ObjectSchema children = new ObjectSchema();
		children.others(child);
		object.property(this.container, children.toMap(true), false);
	}

	/**
	 * An object of violations.
	 *
	 * @param nest the template
	 * @param level the violations at and below the object
	 * @param depth the number of segments that lead to the object
	 */
	record Nested(NestedMembers nest, PathLevel level, int depth) implements WritableValue {

		/**
		 * Return the object below a segment.
		 * @param violations the violations at and below it
		 * @return the object
		 */
		Nested below(List<Violation> violations) {
			return this.nest.nested(violations, this.depth + 1, this.nest.names);
		}

		/**
		 * Return whether there is nothing below, so that the value is written alone.
		 * @return whether the object is replaced by the value of its violations
		 */
		boolean isLeaf() {
			return this.nest.leaf != null && this.level.children().isEmpty();
		}

		/**
		 * Return the object as it is written.
		 * @param rendering the body being written
		 * @return the object itself, or an array if the segments below are positions
		 */
		WritableValue positioned(Rendering rendering) {
			WritableValue array = this.nest.positions ? NestedPositions.of(this, rendering) : null;
			return (array != null) ? array : this;
		}

		@Override
		public Form form() {
			return Form.OBJECT;
		}

		@Override
		public void collect(Rendering rendering, MergedMembers members) {
			forEachOwn(rendering, () -> this.nest.own.forEach((member) -> member.collect(rendering, members)));
			if (this.nest.container == null) {
				collectChildren(rendering, members);
			}
			else if (!this.level.children().isEmpty()) {
				members.add(this.nest.container, new Children(this), rendering);
			}
		}

		private void collectChildren(Rendering rendering, MergedMembers members) {
			Node leaf = this.nest.leaf;
			this.level.children().forEach((name, violations) -> {
				Nested child = below(violations);
				if (leaf != null && child.isLeaf()) {
					child.forEachOwn(rendering, () -> members.add(name, leaf, rendering));
				}
				else {
					members.add(name, child.positioned(rendering), rendering);
				}
			});
		}

		private void forEachOwn(Rendering rendering, Runnable action) {
			Violation outer = rendering.violation;
			for (Violation violation : this.level.own()) {
				rendering.violation = violation;
				action.run();
			}
			rendering.violation = outer;
		}

	}

	/**
	 * The member that holds the objects below an object.
	 *
	 * @param parent the object
	 */
	private record Children(Nested parent) implements WritableValue {

		@Override
		public Form form() {
			return Form.OBJECT;
		}

		@Override
		public void collect(Rendering rendering, MergedMembers members) {
			this.parent.collectChildren(rendering, members);
		}

	}

}
