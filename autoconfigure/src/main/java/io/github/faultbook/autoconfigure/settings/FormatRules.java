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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.HttpToken;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Creates the {@link FormatSelector} from the configuration.
 */
final class FormatRules {

	private static final String PROBLEM_DETAILS = "problem-details";

	private static final MimeType PROBLEM_JSON = MimeType.valueOf("application/problem+json");

	private final FaultbookProperties properties;

	private final ApplicationContext context;

	private final FormatRegistry formats;

	private final boolean xml;

	private final List<Finding> findings;

	FormatRules(FaultbookProperties properties, ApplicationContext context, FormatRegistry formats, boolean xml,
			List<Finding> findings) {
		this.properties = properties;
		this.context = context;
		this.formats = formats;
		this.xml = xml;
		this.findings = findings;
	}

	/**
	 * Create a selector from the rules and the default format.
	 * @return the selector, or {@code null} if the default is not valid
	 */
	@Nullable FormatSelector createSelector() {
		List<FormatRule> rules = new ArrayList<>();
		List<FaultbookProperties.Rule> declared = this.properties.getFormatRules();
		WireFormat fallback = this.formats.find("faultbook.format", this.properties.getFormat());
		boolean decides = !declared.isEmpty() || !PROBLEM_DETAILS.equals(this.properties.getFormat());
		if (this.properties.isProblemDetailsOnRequest() && decides) {
			WireFormat format = this.formats.find("faultbook.problem-details-on-request", PROBLEM_DETAILS);
			rules.add(new FormatRule(null, PROBLEM_JSON, null, null, null, Objects.requireNonNull(format)));
		}
		for (int i = 0; i < declared.size(); i++) {
			FormatRule rule = rule("faultbook.format-rules[" + i + "]", declared.get(i));
			if (rule != null) {
				rules.add(rule);
			}
		}
		return (fallback != null) ? new FormatSelector(rules, fallback, this.xml) : null;
	}

	private @Nullable FormatRule rule(String where, FaultbookProperties.Rule rule) {
		if (rule.getPath() == null && rule.getAccept() == null && rule.getHeader() == null
				&& rule.getVersion() == null) {
			this.findings.add(new Finding(where, "the rule matches every request.",
					"Give it a path, a header, an accepted media type or a version, or use faultbook.format."));
		}
		if (rule.getPath() != null && !rule.getPath().startsWith("/")) {
			this.findings.add(new Finding(where + ".path", "'%s' matches no path.".formatted(rule.getPath()),
					"Start it with a slash, as every path does."));
		}
		MimeType accept = null;
		try {
			accept = (rule.getAccept() != null) ? MimeTypeUtils.parseMimeType(rule.getAccept()) : null;
		}
		catch (InvalidMimeTypeException ex) {
			this.findings.add(new Finding(where + ".accept", "'%s' is not a media type.".formatted(rule.getAccept()),
					"Write a type such as application/vnd.example+json."));
		}
		String[] header = (rule.getHeader() != null) ? rule.getHeader().split(":", 2) : new String[0];
		if (header.length > 0 && !HttpToken.isToken(header[0].strip())) {
			this.findings.add(new Finding(where + ".header", "'%s' does not name a header.".formatted(rule.getHeader()),
					"Write a name such as X-Api-Version, or a name and a value: \"X-Api-Version: 1\"."));
		}
		if (rule.getFormat() == null) {
			this.findings.add(new Finding(where, "the rule has no format.", "Name one under 'format'."));
			return null;
		}
		WireFormat format = this.formats.find(where + ".format", rule.getFormat());
		return (format != null) ? new FormatRule(rule.getPath(), accept, (header.length > 0) ? header[0].strip() : null,
				(header.length > 1) ? header[1].strip() : null,
				(rule.getVersion() != null) ? VersionCondition.of(rule.getVersion(), this.context) : null, format)
				: null;
	}

}
