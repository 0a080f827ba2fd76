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
import java.util.Map;
import java.util.Set;

/**
 * Collects the names that one object declares itself and reports duplicates.
 */
final class DeclaredNames {

	private final Problems problems;

	private final Map<String, Declaration> declarations = new HashMap<>();

	DeclaredNames(Problems problems) {
		this.problems = problems;
	}

	/**
	 * Add a name. A name may be declared several times if each declaration is inside an
	 * operator: the first one that is present is written.
	 * @param name the name
	 * @param position the position of the declaration
	 * @param optional whether the declaration is inside an operator
	 */
	void add(String name, JsonSource.Position position, boolean optional) {
		Declaration first = this.declarations.putIfAbsent(name, new Declaration(position, optional));
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
		return this.declarations.keySet();
	}

	private record Declaration(JsonSource.Position position, boolean optional) {

	}

}
