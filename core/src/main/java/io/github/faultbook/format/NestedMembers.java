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
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import io.github.faultbook.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The violations as nested objects, one for each segment of their paths. A path stops
 * before a name that the enclosing object declares itself, so that no violation is lost.
 *
 * @param own the members of a violation in the object its path leads to
 * @param leaf the value that replaces an object without nested objects, or {@code null}
 * to keep the object
 * @param container the name of the member that holds the objects below an object, or
 * {@code null} if they are members themselves
 * @param names the names in {@code own}
 * @param reserved the names that the outermost object declares itself
 */
record NestedMembers(RepeatedMembers own, @Nullable Node leaf, @Nullable String container, Set<String> names,
		Set<String> reserved) implements MemberNode {

	/**
	 * The maximum depth, at which longer paths stop. Clients decide how deep their input
	 * is, and a generator refuses to write more than 500 levels.
	 */
	private static final int DEEPEST = 100;

	@Override
	public boolean present(Rendering rendering) {
		return this.own.present(rendering);
	}

	@Override
	public void collect(Rendering rendering, BiConsumer<String, Node> sink) {
		throw new UnsupportedOperationException("Refused by the compiler");
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering, @Nullable Set<String> taken) {
		List<Violation> present = new ArrayList<>();
		for (Violation violation : rendering.error.violations()) {
			rendering.violation = violation;
			if (MemberNode.anyPresent(this.own.body(), rendering)) {
				present.add(violation);
			}
		}
		Level level = level(present, 0, this.reserved);
		writeLevel(json, rendering, level, 0, (taken != null) ? taken : new HashSet<>());
		rendering.violation = null;
	}

	/**
	 * Group violations by the next segment of their paths. Names cannot clash if nested
	 * objects have a container of their own.
	 */
	private Level level(List<Violation> violations, int depth, Set<String> declared) {
		return Level.of(violations, depth, (this.container != null) ? Set.of() : declared);
	}

	private void writeLevel(JsonGenerator json, Rendering rendering, Level level, int depth, Set<String> taken) {
		this.own.writeAll(json, rendering, level.own(), taken);
		if (this.container == null) {
			writeChildren(json, rendering, level, depth, taken);
		}
		else if (!level.children().isEmpty() && taken.add(this.container)) {
			json.writeName(this.container);
			json.writeStartObject();
			writeChildren(json, rendering, level, depth, new HashSet<>());
			json.writeEndObject();
		}
	}

	private void writeChildren(JsonGenerator json, Rendering rendering, Level level, int depth, Set<String> taken) {
		level.children().forEach((name, violations) -> {
			if (taken.add(name)) {
				json.writeName(name);
				writeValue(json, rendering, violations, depth + 1);
			}
		});
	}

	private void writeValue(JsonGenerator json, Rendering rendering, List<Violation> violations, int depth) {
		Level level = level(violations, depth, this.names);
		if (this.leaf != null && level.children().isEmpty()) {
			SharedMember shared = new SharedMember(this.own.items());
			level.own().forEach((violation) -> shared.add(violation, this.leaf));
			shared.write(json, rendering);
			return;
		}
		json.writeStartObject();
		writeLevel(json, rendering, level, depth, new HashSet<>());
		json.writeEndObject();
	}

	@Override
	public void describe(ObjectSchema object, Schemas schemas, boolean unconditional) {
		describe(object, schemas, schemas.define((reference) -> {
			ObjectSchema nested = new ObjectSchema();
			describe(nested, schemas, reference);
			Map<String, Object> schema = nested.toMap(true);
			return (this.leaf != null) ? Schemas.anyOf(List.of(this.leaf.schema(schemas), schema)) : schema;
		}));
	}

	private void describe(ObjectSchema object, Schemas schemas, Map<String, Object> child) {
		this.own.describe(object, schemas, false);
		if (this.container == null) {
			object.others(child);
			return;
		}
		ObjectSchema children = new ObjectSchema();
		children.others(child);
		object.property(this.container, children.toMap(true), false);
	}

	/**
	 * The violations at and below one object.
	 *
	 * @param own the violations whose paths stop here
	 * @param children the other violations, by the next segment of their paths
	 */
	private record Level(List<Violation> own, Map<String, List<Violation>> children) {

		static Level of(Collection<Violation> violations, int depth, Set<String> stops) {
			Level level = new Level(new ArrayList<>(1), new LinkedHashMap<>());
			for (Violation violation : violations) {
				String name = (violation.path().size() > depth && depth < DEEPEST)
						? WellFormedGenerator.wellFormed(violation.path().get(depth).toString()) : null;
				if (name == null || stops.contains(name)) {
					level.own().add(violation);
				}
				else {
					level.children().computeIfAbsent(name, (key) -> new ArrayList<>(1)).add(violation);
				}
			}
			return level;
		}

	}

}
