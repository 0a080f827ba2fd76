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
import java.util.Comparator;
import java.util.List;

import io.github.faultbook.FaultbookConfigurationException.Finding;

/**
 * Collects the problems of one template.
 */
final class TemplateProblems {

	private final String format;

	private final List<Problem> problems = new ArrayList<>();

	TemplateProblems(String format) {
		this.format = format;
	}

	void add(JsonSource.Position position, String problem, String action) {
		this.problems.add(new Problem(position, problem, action));
	}

	/**
	 * Return the findings.
	 * @return the findings in the order of their positions
	 */
	List<Finding> findings() {
		return this.problems.stream()
			.sorted(Comparator.comparing(Problem::position))
			.map((problem) -> new Finding("Format '%s', %s".formatted(this.format, problem.position()),
					problem.problem(), problem.action()))
			.toList();
	}

	/**
	 * Suggest the names that may have been meant.
	 * @param found the name that was written
	 * @param allowed the names that are allowed
	 * @return the nearest name if one is similar, and all allowed names
	 */
	static String suggest(String found, Collection<String> allowed) {
		return Finding.didYouMean(found, allowed) + allowed(allowed);
	}

	static String allowed(Collection<String> names) {
		return "Allowed: " + String.join(", ", names) + ".";
	}

	private record Problem(JsonSource.Position position, String problem, String action) {

	}

}
