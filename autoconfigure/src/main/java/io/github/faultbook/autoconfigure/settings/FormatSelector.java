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

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Chooses the format of a response: the format of the first rule that matches the
 * request, else the default format.
 */
public final class FormatSelector implements Function<ErrorRequest, WireFormat> {

	private static final String PROBLEM_JSON = "application/problem+json";

	private static final String PROBLEM_XML = "application/problem+xml";

	private static final Set<String> NAMED = Set.of(PROBLEM_JSON, PROBLEM_XML, "application/json");

	private final List<FormatRule> rules;

	private final WireFormat fallback;

	private final Map<WireFormat, WireFormat> xml = new IdentityHashMap<>();

	/**
	 * Create a selector.
	 * @param rules the rules in order
	 * @param fallback the format of requests that no rule matches
	 * @param xml whether problem details are written as XML if a client asks for that
	 */
	FormatSelector(List<FormatRule> rules, WireFormat fallback, boolean xml) {
		this.rules = List.copyOf(rules);
		this.fallback = fallback;
		formats().stream()
			.filter((format) -> xml && format.contentType().startsWith(PROBLEM_JSON))
			.forEach((format) -> this.xml.put(format, WireFormats.problemXml(format)));
	}

	@Override
	public WireFormat apply(ErrorRequest request) {
		WireFormat chosen = choose(request);
		WireFormat variant = this.xml.get(chosen);
		return (variant != null && prefersXml(request.header("Accept"))) ? variant : chosen;
	}

	/**
	 * Return whether a client asks for problem details in XML by name, and not rather for
	 * JSON.
	 * @param accept the header, or {@code null} if there is none
	 * @return whether XML is the first of the types that the client likes best
	 */
	private static boolean prefersXml(@Nullable String accept) {
		if (accept == null || !accept.toLowerCase(Locale.ROOT).contains("problem+xml")) {
			return false;
		}
		String preferred = null;
		double best = 0;
		for (MimeType accepted : AcceptHeader.parse(accept, MimeTypeUtils::parseMimeType)) {
			String type = accepted.getType() + "/" + accepted.getSubtype();
			double quality = qualityOf(accepted);
			if (quality > best && NAMED.contains(type)) {
				preferred = type;
				best = quality;
			}
		}
		return PROBLEM_XML.equals(preferred);
	}

	private static double qualityOf(MimeType accepted) {
		try {
			return Double.parseDouble(Objects.requireNonNullElse(accepted.getParameter("q"), "1"));
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	private WireFormat choose(ErrorRequest request) {
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
	 * Return the languages in which formats write messages beside the language of the
	 * request.
	 * @return the languages, usually none
	 */
	public Set<Locale> languages() {
		return formats().stream()
			.flatMap((format) -> format.languages().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Return the headers of requests that the choice depends on.
	 * @return the names in the order of the rules
	 */
	public Set<String> varies() {
		Set<String> varies = this.rules.stream()
			.flatMap((rule) -> rule.varies().stream())
			.collect(Collectors.toCollection(LinkedHashSet::new));
		if (!this.xml.isEmpty()) {
			varies.add("Accept");
		}
		return varies;
	}

}
