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

import io.github.faultbook.Violation;

/**
 * The violations at and below one segment of their paths.
 *
 * @param own the violations whose paths stop here
 * @param children the other violations, by the next segment of their paths
 */
record PathLevel(List<Violation> own, Map<String, List<Violation>> children) {

	/**
	 * The maximum depth, at which longer paths stop. Clients decide how deep their input
	 * is, and a generator refuses to write more than 500 levels.
	 */
	private static final int DEEPEST = 100;

	static PathLevel of(List<Violation> violations, int depth) {
		return of(violations, depth, Set.of());
	}

	/**
	 * Group violations by one segment of their paths.
	 * @param violations the violations
	 * @param depth the position of the segment
	 * @param stops the names before which paths stop
	 * @return the level
	 */
	static PathLevel of(List<Violation> violations, int depth, Set<String> stops) {
		PathLevel level = new PathLevel(new ArrayList<>(1), new LinkedHashMap<>());
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
