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

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call on the way to others, with what all samples that went through it weigh.
 */
final class Call {

	private final String name;

	private final Map<String, Call> calls = new TreeMap<>();

	private long weight;

	Call(String name) {
		this.name = name;
	}

	String name() {
		return this.name;
	}

	long weight() {
		return this.weight;
	}

	/**
	 * Add samples of this call.
	 * @param frames what it called, callers first
	 * @param weight what the samples weigh
	 */
	void add(List<String> frames, long weight) {
		Call call = this;
		call.weight += weight;
		for (String frame : frames) {
			call = call.calls.computeIfAbsent(frame, Call::new);
			call.weight += weight;
		}
	}

	/**
	 * Return what this call called itself.
	 * @param least what a call must weigh to be among them
	 * @return the calls, the heaviest first
	 */
	List<Call> calls(double least) {
		return this.calls.values()
			.stream()
			.filter((call) -> call.weight >= least)
			.sorted(Comparator.comparingLong(Call::weight).reversed())
			.toList();
	}

	/**
	 * Print this call and what it called, indented.
	 * @param unit the unit of the numbers
	 * @param factor turns a weight into that unit
	 * @param least what a call must weigh to be printed
	 */
	void print(String unit, double factor, double least) {
		print("", unit, factor, least);
	}

	private void print(String indent, String unit, double factor, double least) {
		System.out.printf(Locale.ENGLISH, "%8.1f %s %s%s%n", this.weight * factor, unit, indent,
				Frames.label(this.name));
		calls(least).forEach((call) -> call.print(indent + " ", unit, factor, least));
	}

}
