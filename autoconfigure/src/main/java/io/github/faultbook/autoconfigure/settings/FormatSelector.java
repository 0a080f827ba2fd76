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

package io.github.faultbook.autoconfigure.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;

/**
 * Chooses the format of a response: the format of the first rule that matches the
 * request, else the default format.
 */
public final class FormatSelector implements Function<ErrorRequest, WireFormat> {

	private final List<FormatRule> rules;

	private final WireFormat fallback;

	FormatSelector(List<FormatRule> rules, WireFormat fallback) {
		this.rules = List.copyOf(rules);
		this.fallback = fallback;
	}

	@Override
	public WireFormat apply(ErrorRequest request) {
		for (FormatRule rule : this.rules) {
			if (rule.matches(request)) {
				return rule.format();
			}
		}
		return this.fallback;
	}

	/**
	 * Return the formats that are in use.
	 * @return the formats, each once, the default first
	 */
	public Set<WireFormat> formats() {
		Set<WireFormat> formats = new LinkedHashSet<>(List.of(this.fallback));
		this.rules.forEach((rule) -> formats.add(rule.format()));
		return formats;
	}

	/**
	 * Return the headers of requests that the choice depends on.
	 * @return the names in the order of the rules
	 */
	public Set<String> varies() {
		return this.rules.stream()
			.flatMap((rule) -> rule.varies().stream())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

}
