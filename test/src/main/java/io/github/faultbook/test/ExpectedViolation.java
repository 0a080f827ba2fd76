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

package io.github.faultbook.test;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.faultbook.format.ReceivedViolation;
import org.jspecify.annotations.Nullable;

/**
 * An invalid input that an answer should list.
 *
 * @param path the path of the input, such as {@code items[0].qty}
 * @param code the code of the violation, or {@code null} for any
 * @param message the message of the violation, or {@code null} for any
 */
record ExpectedViolation(String path, @Nullable String code, @Nullable String message) {

	/**
	 * Return why the answer does not list the input.
	 * @param reading the answer
	 * @return a text, or {@code null} if the answer lists it
	 */
	@Nullable String problem(AnswerReading reading) {
		List<ReceivedViolation> violations = reading.error().violations();
		List<ReceivedViolation> found = violations.stream()
			.filter((violation) -> this.path.equals(pathOf(violation)))
			.toList();
		if (found.stream().anyMatch(this::matches)) {
			return null;
		}
		String limit = reading.limit("violations", ExpectedViolation::isViolation);
		if (limit == null) {
			String part = found.isEmpty() ? "path" : (this.code != null) ? "code" : "message";
			limit = reading.limit("the %ss of violations".formatted(part), isPartOfViolation(part));
		}
		return (limit != null) ? limit : "Expected violation:\n  %s\nbut %s".formatted(this,
				violations.isEmpty() ? "there are none." : "the violations are:" + list(violations));
	}

	private boolean matches(ReceivedViolation violation) {
		return (this.code == null || this.code.equals(violation.code()))
				&& (this.message == null || this.message.equals(violation.message()));
	}

	/**
	 * Return whether a placeholder writes a part of violations.
	 * @param placeholder the name of the placeholder
	 * @return whether it belongs to a violation
	 */
	static boolean isViolation(String placeholder) {
		return placeholder.startsWith("violation.") || placeholder.startsWith("first.");
	}

	private static Predicate<String> isPartOfViolation(String part) {
		return (placeholder) -> isViolation(placeholder)
				&& ErrorAssert.isOrBelongsTo(placeholder.substring(placeholder.indexOf('.') + 1), part);
	}

	private static String list(List<ReceivedViolation> violations) {
		return violations.stream()
			.map((violation) -> "\n  %s: %s".formatted(Objects.requireNonNullElse(pathOf(violation), "(no path)"),
					(violation.code() != null) ? violation.code() + ", " + violation.message() : violation.message()))
			.collect(Collectors.joining());
	}

	private static @Nullable String pathOf(ReceivedViolation violation) {
		if (violation.path() == null) {
			return null;
		}
		StringBuilder path = new StringBuilder();
		for (Object segment : violation.path()) {
			boolean position = segment instanceof Integer;
			path.append(position ? "[" + segment + "]" : ((path.length() > 0) ? "." : "") + segment);
		}
		return path.toString();
	}

	/**
	 * Return the expectation as text.
	 * @return the path, and what is expected there
	 */
	@Override
	public String toString() {
		String part = (this.code != null) ? this.code : this.message;
		return (part != null) ? this.path + ": " + part : this.path;
	}

}
