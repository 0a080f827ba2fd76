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

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Collects the names that one object declares itself and reports duplicates.
 */
final class DeclaredNames {

	private final TemplateProblems problems;

	private final Map<String, Declaration> declarations = new HashMap<>();

	private final Set<String> reserved = new HashSet<>();

	private boolean repeated;

	DeclaredNames(TemplateProblems problems) {
		this.problems = problems;
	}

	/**
	 * Add a name. A name may be declared several times if each declaration is inside an
	 * operator: those that are present are merged.
	 * @param name the name
	 * @param position the position of the declaration
	 * @param optional whether the declaration is inside an operator
	 */
	void add(String name, JsonSource.Position position, boolean optional) {
		this.reserved.add(name);
		Declaration first = this.declarations.putIfAbsent(name, new Declaration(position, optional));
		this.repeated |= first != null;
		if (first != null && !(first.optional() && optional)) {
			this.problems.add(position,
					"\"%s\" stands in this object already, in %s.".formatted(name, first.position()),
					"Remove one of the two, or give the member a value with $if and $else.");
		}
	}

	/**
	 * Return the names.
	 * @return a live view of the names
	 */
	Set<String> names() {
		return this.reserved;
	}

	/**
	 * Return whether a name is declared several times.
	 * @return whether declared members may have to be merged
	 */
	boolean repeated() {
		return this.repeated;
	}

	/**
	 * Keep a name for an operator. Placeholders do not give it, but the object may
	 * declare it, too.
	 * @param name the name
	 */
	void reserve(String name) {
		this.reserved.add(name);
	}

	private record Declaration(JsonSource.Position position, boolean optional) {

	}

}
