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

package io.github.faultbook.benchmarks.server;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each step of a request takes, by contender, as a table in Markdown. The rows of a
 * column add up to its processor time.
 */
final class StepTable {

	private final Map<Step.Row, Map<Contender, Double>> rows = new TreeMap<>();

	private final Map<Contender, Double> sums = new EnumMap<>(Contender.class);

	/**
	 * Add a column.
	 * @param contender whose it is
	 * @param samples what the server did
	 * @param micros the processor time of a request
	 */
	void add(Contender contender, List<Stack> samples, double micros) {
		double factor = micros / Stack.total(samples);
		for (Stack stack : samples) {
			this.rows.computeIfAbsent(Step.of(stack), (row) -> new EnumMap<>(Contender.class))
				.merge(contender, stack.weight() * factor, Double::sum);
		}
		this.sums.put(contender, micros);
	}

	void print() {
		StringBuilder head = new StringBuilder("| µs of a request |");
		this.sums.keySet().forEach((contender) -> head.append(' ').append(contender.label()).append(" |"));
		System.out.println(head);
		System.out.println("|---|" + "---:|".repeat(this.sums.size()));
		this.rows.forEach((row, cells) -> print(row.label(), cells));
		print("**All of it**", this.sums);
	}

	private void print(String label, Map<Contender, Double> cells) {
		StringBuilder line = new StringBuilder("| " + label + " |");
		for (Contender contender : this.sums.keySet()) {
			Double micros = cells.get(contender);
			line.append((micros != null) ? String.format(Locale.ENGLISH, " %.1f |", micros) : " |");
		}
		System.out.println(line);
	}

}
