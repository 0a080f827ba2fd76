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
 * The names that one object declares itself, so that none is declared twice.
 */
final class DeclaredNames {

	private final Problems problems;

	private final Map<String, Declaration> declarations = new HashMap<>();

	DeclaredNames(Problems problems) {
		this.problems = problems;
	}

	/**
	 * Note a name. It may be declared several times if each of them is inside an
	 * operator: the first that is present is written.
	 * @param name the name
	 * @param place where it is declared
	 * @param optional whether it is inside an operator
	 */
	void add(String name, Source.Place place, boolean optional) {
		Declaration first = this.declarations.putIfAbsent(name, new Declaration(place, optional));
		if (first != null && !(first.optional() && optional)) {
			this.problems.add(place, "\"%s\" stands in this object already, in %s.".formatted(name, first.place()),
					"Remove one of the two, or give the member a value with $if and $else.");
		}
	}

	/**
	 * Return the names.
	 * @return a view that grows with them
	 */
	Set<String> names() {
		return this.declarations.keySet();
	}

	private record Declaration(Source.Place place, boolean optional) {

	}

}
