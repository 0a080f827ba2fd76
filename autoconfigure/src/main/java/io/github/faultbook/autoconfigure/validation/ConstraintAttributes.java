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

package io.github.faultbook.autoconfigure.validation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Collects the limits that constraints declare, under the same names for all constraints:
 * {@code @Min}, {@code @DecimalMin}, {@code @Size} and {@code @Positive} all have a
 * {@code min}.
 */
final class ConstraintAttributes {

	private static final String JAKARTA = "jakarta.validation.constraints.";

	private static final String HIBERNATE = "org.hibernate.validator.constraints.";

	private final String constraint;

	private final Map<String, Object> declared;

	private final Map<String, Object> facts = new LinkedHashMap<>();

	private ConstraintAttributes(String constraint, Map<String, Object> declared) {
		this.constraint = constraint;
		this.declared = declared;
	}

	/**
	 * Return the limits of a constraint.
	 * @param constraint the fully qualified name of its annotation
	 * @param declared the attributes of the annotation
	 * @param patterns whether to include regular expressions
	 * @return texts, numbers and lists of texts, without attributes that impose no limit
	 */
	static Map<String, Object> of(String constraint, Map<String, Object> declared, boolean patterns) {
		return new ConstraintAttributes(constraint, declared).collect(patterns);
	}

	private Map<String, Object> collect(boolean patterns) {
		switch (this.constraint) {
			case JAKARTA + "Min", JAKARTA + "DecimalMin" -> bound("min", number(this.declared.get("value")));
			case JAKARTA + "Max", JAKARTA + "DecimalMax" -> bound("max", number(this.declared.get("value")));
			case JAKARTA + "PositiveOrZero" -> bound("min", 0);
			case JAKARTA + "NegativeOrZero" -> bound("max", 0);
			case JAKARTA + "Positive" -> open("min");
			case JAKARTA + "Negative" -> open("max");
			case JAKARTA + "Digits" -> numbers("integer", "fraction");
			case JAKARTA + "Size", HIBERNATE + "Length", HIBERNATE + "CodePointLength" -> {
				numbers("min", "max");
				this.facts.remove("min", 0);
			}
			case HIBERNATE + "Range" -> numbers("min", "max");
			case HIBERNATE + "time.DurationMin" -> bound("min", duration());
			case HIBERNATE + "time.DurationMax" -> bound("max", duration());
			case HIBERNATE + "Currency" -> allowed("value");
			case HIBERNATE + "URL" -> text("protocol");
			default -> {
				if (!this.constraint.startsWith(JAKARTA) && !this.constraint.startsWith(HIBERNATE)) {
					numbers(new TreeMap<>(this.declared).keySet().toArray(String[]::new));
					allowed("allowed");
				}
			}
		}
		if (patterns && (this.constraint.startsWith(JAKARTA) || this.constraint.startsWith(HIBERNATE))) {
			text("regexp");
			this.facts.remove("regexp", ".*");
		}
		return this.facts;
	}

	private void bound(String name, @Nullable Object value) {
		if (value != null) {
			this.facts.put(name, value);
			if (Boolean.FALSE.equals(this.declared.get("inclusive"))) {
				this.facts.put("inclusive", false);
			}
		}
	}

	private void open(String name) {
		this.facts.put(name, 0);
		this.facts.put("inclusive", false);
	}

	private void numbers(String... names) {
		for (String name : names) {
			if (this.declared.get(name) instanceof Number number && !isExtreme(number)) {
				this.facts.put(name, number);
			}
		}
	}

	private void text(String name) {
		if (this.declared.get(name) instanceof String text && !text.isEmpty()) {
			this.facts.put(name, text);
		}
	}

	private void allowed(String name) {
		if (this.declared.get(name) instanceof String[] values && values.length > 0) {
			this.facts.put("allowed", List.of(values));
		}
	}

	private Duration zeroPlus(Duration sum, String name, Duration unit) {
		return sum.plus(unit.multipliedBy((Long) this.declared.getOrDefault(name, 0L)));
	}

	private String duration() {
		Duration sum = zeroPlus(Duration.ZERO, "days", Duration.ofDays(1));
		sum = zeroPlus(sum, "hours", Duration.ofHours(1));
		sum = zeroPlus(sum, "minutes", Duration.ofMinutes(1));
		sum = zeroPlus(sum, "seconds", Duration.ofSeconds(1));
		sum = zeroPlus(sum, "millis", Duration.ofMillis(1));
		return zeroPlus(sum, "nanos", Duration.ofNanos(1)).toString();
	}

	private static @Nullable Object number(@Nullable Object value) {
		return (value instanceof String text) ? new BigDecimal(text) : value;
	}

	/**
	 * Return whether a number is the default of an attribute that imposes no limit.
	 * @param number the number
	 * @return whether it imposes no limit
	 */
	private static boolean isExtreme(Number number) {
		long value = number.longValue();
		return value == Integer.MAX_VALUE || value == Integer.MIN_VALUE || value == Long.MAX_VALUE
				|| value == Long.MIN_VALUE;
	}

}
