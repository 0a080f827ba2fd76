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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.github.faultbook.Violation;
import io.github.faultbook.format.Placeholder.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The items that {@code $each} repeats over.
 *
 * @param list returns the items in order
 * @param at makes an item the current one
 * @param needed the part of the error that must be usable around the repetition
 * @param inside returns the parts that can be used inside the repetition, given those
 * around it
 * @param key the value that the violations of a group have in common, or {@code null} if
 * the items are not groups
 */
record RepeatedItems(Function<Rendering, Collection<?>> list, BiConsumer<Rendering, Object> at, Scope needed,
		UnaryOperator<Set<Scope>> inside, @Nullable Value key) {

	/**
	 * The violations, in order.
	 */
	static final RepeatedItems VIOLATION = new RepeatedItems((rendering) -> rendering.violations,
			(rendering, item) -> rendering.violation = (Violation) item, Scope.VIOLATIONS,
			(scopes) -> change(scopes, Scope.VIOLATION, Scope.VIOLATIONS), null);

	/**
	 * The facts, in order.
	 */
	@SuppressWarnings("unchecked")
	static final RepeatedItems FACT = new RepeatedItems((rendering) -> rendering.error.facts().entrySet(),
			(rendering, item) -> rendering.fact = (Map.Entry<String, Object>) item, Scope.FACTS,
			(scopes) -> change(scopes, Scope.FACT, Scope.FACTS), null);

	/**
	 * The segments of the path of the current violation. Inside, the violation cannot be
	 * used: writing the whole path once per segment would cost the square of its length.
	 */
	static final RepeatedItems SEGMENT = new RepeatedItems(
			(rendering) -> Objects.requireNonNull(rendering.violation, "No violation").path(),
			(rendering, item) -> rendering.segment = item, Scope.VIOLATION,
			(scopes) -> change(scopes, Scope.SEGMENT, Scope.VIOLATION, Scope.VIOLATIONS), null);

	/**
	 * Return whether the items are violations or groups of them.
	 * @return whether a repetition over the items lists the violations
	 */
	boolean listsViolations() {
		return this == VIOLATION || this.key != null;
	}

	/**
	 * Return the groups of violations that have the same value.
	 * @param key the value; violations without it are a group, too
	 * @return the groups, in the order of their first violations
	 */
	@SuppressWarnings("unchecked")
	static RepeatedItems groups(Value key) {
		return new RepeatedItems((rendering) -> group(rendering, key), (rendering, item) -> {
			rendering.violations = (List<Violation>) item;
			rendering.violation = rendering.violations.get(0);
		}, Scope.VIOLATIONS, (scopes) -> change(scopes, Scope.VIOLATION), key);
	}

	private static Collection<List<Violation>> group(Rendering rendering, Value key) {
		Map<@Nullable String, List<Violation>> groups = new LinkedHashMap<>();
		Violation outer = rendering.violation;
		for (Violation violation : rendering.violations) {
			rendering.violation = violation;
			groups.computeIfAbsent(key.text(rendering), (text) -> new ArrayList<>(1)).add(violation);
		}
		rendering.violation = outer;
		return groups.values();
	}

	static Set<Scope> change(Set<Scope> scopes, Scope added, Scope... removed) {
		Set<Scope> changed = EnumSet.copyOf(scopes);
		changed.removeAll(List.of(removed));
		changed.add(added);
		return changed;
	}

	/**
	 * Perform an action for each item, with the item as the current one.
	 * @param rendering the body being written
	 * @param action the action
	 */
	void forEach(Rendering rendering, Consumer<Rendering> action) {
		Collection<?> items = this.list.apply(rendering);
		if (items.isEmpty()) {
			return;
		}
		CurrentItems outer = rendering.currentItems();
		for (Object item : items) {
			this.at.accept(rendering, item);
			action.accept(rendering);
		}
		rendering.moveTo(outer);
	}

	/**
	 * Return whether a predicate holds for at least one item.
	 * @param rendering the body being written
	 * @param question the predicate, evaluated with each item as the current one
	 * @return whether there is such an item
	 */
	boolean any(Rendering rendering, BooleanSupplier question) {
		Collection<?> items = this.list.apply(rendering);
		if (items.isEmpty()) {
			return false;
		}
		CurrentItems outer = rendering.currentItems();
		boolean any = false;
		for (Object item : items) {
			this.at.accept(rendering, item);
			if (question.getAsBoolean()) {
				any = true;
				break;
			}
		}
		rendering.moveTo(outer);
		return any;
	}

}
