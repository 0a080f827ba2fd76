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

import org.jspecify.annotations.Nullable;

/**
 * The values that a part of a template reads from a part of a body.
 */
final class Reading {

	/**
	 * The values by the name of their placeholder.
	 */
	final Map<String, Object> values = new LinkedHashMap<>();

	final Map<String, Object> facts = new LinkedHashMap<>();

	/**
	 * The violations, each as its values by the name of their placeholder.
	 */
	final List<Map<String, Object>> violations = new ArrayList<>();

	/**
	 * The details that can be facts as well as violations, each with both readings.
	 */
	final List<Detail> details = new ArrayList<>();

	/**
	 * The number of differences between the body and the template: 0 for each body that
	 * the template has written.
	 */
	int mismatches;

	static Reading of(String placeholder, Object value) {
		Reading reading = new Reading();
		reading.values.put(placeholder, value);
		return reading;
	}

	/**
	 * Add what another part of the body says. The first value of a placeholder is kept,
	 * and the list of violations that says more.
	 * @param other the other reading
	 * @return this reading
	 */
	Reading add(Reading other) {
		if (size(other.violations) > size(this.violations)) {
			this.violations.clear();
		}
		return append((size(this.violations) > 0) ? other.withoutViolations() : other);
	}

	/**
	 * Add what another item of the same list says.
	 * @param other the other reading
	 * @return this reading
	 */
	Reading append(Reading other) {
		other.values.forEach(this.values::putIfAbsent);
		other.facts.forEach(this.facts::putIfAbsent);
		this.violations.addAll(other.violations);
		this.details.addAll(other.details);
		this.mismatches += other.mismatches;
		return this;
	}

	private static int size(List<Map<String, Object>> violations) {
		return violations.stream().mapToInt(Map::size).sum();
	}

	private Reading withoutViolations() {
		Reading copy = new Reading().append(this);
		copy.violations.clear();
		return copy;
	}

	/**
	 * Return what is certain if one of several readings is right: what the readings with
	 * the fewest differences have in common.
	 * @param possible the readings
	 * @return the common part, or {@code null} if there are no readings
	 */
	static @Nullable Reading agreed(List<Reading> possible) {
		Reading agreed = null;
		int fewest = possible.stream().mapToInt((reading) -> reading.mismatches).min().orElse(0);
		for (Reading reading : possible) {
			if (reading.mismatches == fewest) {
				agreed = (agreed != null) ? agreed.retain(reading) : reading;
			}
		}
		return agreed;
	}

	private Reading retain(Reading other) {
		Reading common = new Reading();
		common.mismatches = this.mismatches;
		common.values.putAll(this.values);
		common.values.entrySet().retainAll(other.values.entrySet());
		common.facts.putAll(this.facts);
		common.facts.entrySet().retainAll(other.facts.entrySet());
		if (this.violations.equals(other.violations)) {
			common.violations.addAll(this.violations);
		}
		return common;
	}

	/**
	 * Move the values of the current violation to the list of violations.
	 * @return this reading
	 */
	Reading endViolation() {
		Map<String, Object> violation = take("violation.");
		if (!violation.isEmpty()) {
			this.violations.add(violation);
		}
		return this;
	}

	/**
	 * Move the values of the first violation of a group to the list of violations, and
	 * give all of them the value that they have in common.
	 * @param key the name of the placeholder that all violations of the group share
	 * @return this reading
	 */
	Reading endGroup(String key) {
		Map<String, Object> first = take("violation.");
		take("first.").forEach(first::putIfAbsent);
		Object shared = first.get(key);
		if (this.violations.isEmpty() && !first.isEmpty()) {
			this.violations.add(first);
			return this;
		}
		for (int i = 0; i < this.violations.size(); i++) {
			Map<String, Object> violation = new LinkedHashMap<>(this.violations.get(i));
			if (shared != null) {
				violation.putIfAbsent(key, shared);
			}
			this.violations.set(i, violation);
		}
		return this;
	}

	/**
	 * Move the values of the current fact to the facts.
	 * @return this reading
	 */
	Reading endFact() {
		Object name = this.values.remove("fact.name");
		Object value = this.values.remove("fact.value");
		if (name != null && value != null) {
			this.facts.putIfAbsent(name.toString(), value);
		}
		return this;
	}

	/**
	 * Remove the values whose placeholders have a prefix.
	 * @param prefix the prefix, which ends with a dot
	 * @return the values, by names that begin with {@code violation.}
	 */
	Map<String, Object> take(String prefix) {
		Map<String, Object> taken = new LinkedHashMap<>();
		this.values.forEach((name, value) -> {
			if (name.startsWith(prefix)) {
				taken.put("violation." + name.substring(prefix.length()), value);
			}
		});
		this.values.keySet().removeIf((name) -> name.startsWith(prefix));
		return taken;
	}

	/**
	 * A detail that can be a fact as well as a violation.
	 *
	 * @param fact the detail as a fact
	 * @param violation the detail as violations
	 */
	record Detail(Reading fact, Reading violation) {
	}

}
