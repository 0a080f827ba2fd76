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

package io.github.faultbook.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.github.faultbook.ApiError;
import io.github.faultbook.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything that is written within the limits. The message tells how many
 * violations are left out.
 */
final class Bounds {

	private static final ErrorTexts BUNDLED = new ErrorTexts(ErrorMessages.NONE);

	private final ErrorLimits limits;

	private final FactEncoder facts;

	private final ErrorTexts texts;

	Bounds(ErrorLimits limits, FactEncoder facts, ErrorTexts texts) {
		this.limits = limits;
		this.facts = facts;
		this.texts = texts;
	}

	/**
	 * Bound an error.
	 * @param error the error
	 * @param handling the failed request, which records why a fact was left out
	 * @return the error, or a smaller one
	 */
	ApiError apply(ApiError error, Handling handling) {
		Map<String, Object> encoded = this.facts.encode(error.facts(),
				(name) -> handling.attempt(() -> error.errorCode().definition().declares(name), false), handling);
		List<Violation> violations = list(error.violations(), handling);
		String title = this.limits.cut(error.title());
		String message = this.limits.cut(error.message());
		int omitted = Math.max(error.omittedViolations(), 0) + error.violations().size() - violations.size();
		if (omitted > 0) {
			message += sayOmitted(violations.size(), omitted, null, handling);
		}
		else if (encoded == error.facts() && violations == error.violations() && title.equals(error.title())
				&& message.equals(error.message()) && error.translations().isEmpty()) {
			return error;
		}
		return error.toBuilder()
			.facts(encoded)
			.renderedTitle(title)
			.rendered(message)
			.violations(violations)
			.omittedViolations(omitted)
			.translations(translations(error.translations(), violations.size(), omitted, handling))
			.build();
	}

	private Map<Locale, ApiError.Texts> translations(Map<Locale, ApiError.Texts> translations, int listed, int omitted,
			Handling handling) {
		if (translations.isEmpty()) {
			return translations;
		}
		Map<Locale, ApiError.Texts> bound = new HashMap<>();
		translations.forEach((language, texts) -> {
			String message = this.limits.cut(texts.message());
			bound.put(language, new ApiError.Texts(this.limits.cut(texts.title()),
					(omitted > 0) ? message + sayOmitted(listed, omitted, language, handling) : message));
		});
		return bound;
	}

	/**
	 * Return the note that not all violations are listed, behind a space.
	 * @param listed how many are listed
	 * @param omitted how many are left out
	 * @param language the language, or {@code null} for the language of the request
	 * @param handling the failed request
	 * @return the note
	 */
	private String sayOmitted(int listed, int omitted, @Nullable Locale language, Handling handling) {
		int found = listed + omitted;
		String said = handling.<@Nullable String>attempt(
				() -> this.texts.omitted(listed, found, (language != null) ? language : handling.request().locale()),
				null);
		return " " + ((said != null) ? said : BUNDLED.omitted(listed, found, Locale.ENGLISH));
	}

	private List<Violation> list(List<Violation> violations, Handling handling) {
		if (violations.isEmpty()) {
			return violations;
		}
		List<Violation> listed = new ArrayList<>(Math.min(violations.size(), this.limits.violations()));
		boolean changed = violations.size() > this.limits.violations();
		for (Violation violation : violations.subList(0, Math.min(violations.size(), this.limits.violations()))) {
			Violation bound = bound(violation, handling);
			listed.add(bound);
			changed |= bound != violation;
		}
		return changed ? listed : violations;
	}

	private Violation bound(Violation violation, Handling handling) {
		List<Object> path = bound(violation.path());
		String code = this.limits.cut(violation.code());
		String message = this.limits.cut(violation.message());
		Map<String, Object> attributes = this.facts.encode(violation.attributes(),
				(name) -> violation.constraint() != null, handling);
		String object = cut(violation.object());
		String constraint = cut(violation.constraint());
		String template = cut(violation.template());
		Map<Locale, String> translations = violation.translations();
		if (!translations.isEmpty()) {
			translations = new HashMap<>(translations);
			translations.replaceAll((language, text) -> this.limits.cut(text));
		}
		if (path == violation.path() && attributes == violation.attributes() && code.equals(violation.code())
				&& message.equals(violation.message()) && Objects.equals(object, violation.object())
				&& Objects.equals(constraint, violation.constraint()) && Objects.equals(template, violation.template())
				&& translations.equals(violation.translations())) {
			return violation;
		}
		return new Violation(path, violation.in(), code, message, attributes, object, constraint, template,
				translations);
	}

	private @Nullable String cut(@Nullable String text) {
		return (text != null) ? this.limits.cut(text) : null;
	}

	/**
	 * Keep the segments of a path that fit, as clients choose the names in some of them.
	 * @param path the path
	 * @return the path, or its beginning
	 */
	private List<Object> bound(List<Object> path) {
		int room = this.limits.text();
		for (int i = 0; i < path.size(); i++) {
			Object segment = path.get(i);
			room -= ((segment instanceof String name) ? name.length() : 1) + 1;
			if (room < 0) {
				List<Object> kept = new ArrayList<>(path.subList(0, i));
				kept.add((i == 0 && segment instanceof String name) ? this.limits.cut(name) : "…");
				return kept;
			}
		}
		return path;
	}

}
