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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a template writes but cannot be read back, by writing errors and reading
 * them.
 */
final class Ambiguities {

	/**
	 * The placeholders whose values an error is made of.
	 */
	private static final Pattern READ = Pattern
		.compile("status|code|(title|message)(\\.(?!template).+)?|type(\\.own)?|reference|retry|retry-after|facts"
				+ "|fact\\..+|violations\\.omitted|(violation|first)\\.(path|in|code|message.*|attribute.*)");

	private static final ErrorRequest REQUEST = ErrorExample.request();

	private final Set<String> written = new LinkedHashSet<>();

	private final Set<String> read = new LinkedHashSet<>();

	/**
	 * The parts of violations that have not been read back from each body.
	 */
	private final Set<String> lost = new HashSet<>();

	private boolean details;

	/**
	 * Search a format.
	 * @param format the format
	 * @param reader the reader of the format
	 */
	Ambiguities(TemplateFormat format, ErrorReader reader) {
		Stream<Node> nodes = Stream.concat(Stream.of(format.body()), format.headers().values().stream());
		Set<String> names = new LinkedHashSet<>();
		nodes.forEach((node) -> {
			this.written.addAll(WrittenPlaceholders.of(node));
			names.addAll(WrittenPlaceholders.tested(node));
		});
		names.addAll(this.written);
		this.written.removeIf((name) -> !READ.matcher(name).matches());
		new TrialErrors(names, format.namedCodes()).all().forEach((error) -> {
			Map<String, String> headers = format.headers(error, REQUEST);
			ReceivedJson json = ReceivedJson.of(format.write(error, REQUEST));
			Reading reading = (json != null) ? reader.reading(json, headers::get) : null;
			if (json != null && reading != null) {
				Set<Object> scalars = new HashSet<>();
				collectScalars(json.value(), scalars);
				Reading violations = new Reading().append(reading);
				reading.details.forEach((detail) -> violations.append(detail.violation()));
				noteLost(error.violations(), scalars, ReadError.violations(violations));
				note(reading);
			}
		});
	}

	/**
	 * Return what is ambiguous.
	 * @return sentences for developers, empty if everything can be read back
	 */
	List<String> found() {
		List<String> found = new ArrayList<>();
		if (this.details) {
			found.add("Facts and violations are members of one object. They are told apart by the code.");
		}
		for (String name : this.written) {
			if (!this.read.contains(name)) {
				found.add("{%s} is written in a way that cannot be read back.".formatted(name));
			}
			else if (isLost(name)) {
				found.add("{%s} is written in a way that cannot always be read back.".formatted(name));
			}
		}
		return found;
	}

	// A message can also be written in a language, and all attributes as one object
	private boolean isLost(String name) {
		return this.lost.contains(name) || this.lost.stream()
			.anyMatch((lost) -> name.startsWith(lost + ".")
					|| (name.endsWith(".attributes") && lost.startsWith(name.replaceFirst("s$", "."))));
	}

	/**
	 * Return what is written and has been read back.
	 * @return the names of the placeholders
	 */
	Set<String> readable() {
		Set<String> readable = new LinkedHashSet<>(this.written);
		readable.retainAll(this.read);
		return readable;
	}

	private void note(Reading reading) {
		reading.details.forEach((detail) -> {
			this.details = true;
			note(detail.fact());
			note(detail.violation());
		});
		this.read.addAll(reading.values.keySet());
		reading.violations.forEach((violation) -> violation.keySet()
			.forEach((name) -> this.read.addAll(List.of(name, name.replaceFirst("violation", "first")))));
		if (!reading.facts.isEmpty()) {
			this.read.addAll(List.of("fact.name", "fact.value"));
		}
		if (reading.values.containsKey(TextReader.MESSAGE_AND_MORE)) {
			this.read.add("message");
		}
	}

	// The first violation can be written by its own placeholders, too
	private void noteLost(List<Violation> violations, Set<Object> scalars, List<ReceivedViolation> read) {
		for (int i = 0; i < violations.size(); i++) {
			Violation violation = violations.get(i);
			List<String> scopes = (i == 0) ? List.of("violation.", "first.") : List.of("violation.");
			parts(new ReceivedViolation(violation.path(), violation.in(), violation.code(), violation.message(),
					violation.attributes()))
				.forEach((part, value) -> {
					if (scalars.contains(value)
							&& read.stream().noneMatch((one) -> value.equals(parts(one).get(part)))) {
						scopes.forEach((scope) -> this.lost.add(scope + part));
					}
				});
		}
	}

	private static Map<String, Object> parts(ReceivedViolation violation) {
		Map<String, Object> parts = new LinkedHashMap<>();
		violation.attributes().forEach((name, value) -> parts.put("attribute." + name, value));
		if (violation.path() != null) {
			parts.put("path", PathStyles.BRACKET.spelling().apply(SpelledValue.at(violation.path())));
		}
		if (violation.in() != null) {
			parts.put("in", violation.in().name().toLowerCase(Locale.ROOT));
		}
		parts.put("code", String.valueOf(violation.code()));
		parts.put("message", String.valueOf(violation.message()));
		return parts;
	}

	private static void collectScalars(@Nullable Object json, Set<Object> scalars) {
		if (json instanceof Map<?, ?> map) {
			map.values().forEach((value) -> collectScalars(value, scalars));
		}
		else if (json instanceof List<?> list) {
			list.forEach((value) -> collectScalars(value, scalars));
		}
		else if (json != null) {
			scalars.add(json);
		}
	}

}
