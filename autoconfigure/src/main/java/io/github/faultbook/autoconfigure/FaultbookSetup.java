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

package io.github.faultbook.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.util.StringUtils;

/**
 * Everything that is read from the configuration, checked together, so that one failed
 * start names all that is wrong.
 */
final class FaultbookSetup {

	private static final String PROBLEM_DETAILS = "problem-details";

	private static final MimeType PROBLEM_JSON = MimeType.valueOf("application/problem+json");

	private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private final FaultbookProperties properties;

	private final List<Finding> findings = new ArrayList<>();

	private final ErrorCatalog catalog;

	private final MappingErrorResolver mappings;

	private final @Nullable FormatSelector formats;

	FaultbookSetup(FaultbookProperties properties, List<ErrorCode> codes, List<WireFormat> formats, JsonMapper mapper,
			ResourceLoader resources) {
		this.properties = properties;
		ClassLoader classLoader = resources.getClassLoader();
		List<ErrorCode> entries = new ErrorCodeIndex(classLoader, this.findings).load(properties.getCodes());
		codes.stream().filter((code) -> !entries.contains(code)).forEach(entries::add);
		this.catalog = ErrorCatalog.of(entries, this.findings);
		this.mappings = new MappingErrorResolver(mappings(classLoader));
		FormatRegistry registry = new FormatRegistry(new WireFormats(mapper, properties.getDocs().getBaseUrl()),
				resources, this.findings);
		formats.forEach(registry::add);
		properties.getFormats().forEach(registry::add);
		this.formats = selector(registry);
		checkValues();
		if (!this.findings.isEmpty()) {
			throw new FaultbookConfigurationException(this.findings);
		}
	}

	private Map<Class<?>, ErrorCode> mappings(@Nullable ClassLoader classLoader) {
		Map<Class<?>, ErrorCode> mappings = new LinkedHashMap<>();
		this.properties.getMappings().forEach((className, code) -> {
			String where = "faultbook.mappings." + className;
			Class<?> type = exceptionType(where, className, classLoader);
			ErrorCode entry = this.catalog.find(code);
			if (entry == null) {
				this.findings.add(new Finding(where, "the catalog has no code '%s'.".formatted(code),
						"Use one of %s.".formatted(this.catalog.entries().stream().map(ErrorCode::code).toList())));
			}
			if (type != null && entry != null) {
				mappings.put(type, entry);
			}
		});
		return mappings;
	}

	private @Nullable Class<?> exceptionType(String where, String className, @Nullable ClassLoader classLoader) {
		try {
			Class<?> type = ClassUtils.forName(className, classLoader);
			if (Throwable.class.isAssignableFrom(type)) {
				return type;
			}
			this.findings.add(new Finding(where, "the class is not an exception.", "Name a subclass of Throwable."));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			this.findings.add(new Finding(where, "there is no such class on the classpath.",
					"Correct the name. A nested class is written [com.example.Outer$Nested], in brackets."));
		}
		return null;
	}

	private @Nullable FormatSelector selector(FormatRegistry formats) {
		List<FormatRule> rules = new ArrayList<>();
		WireFormat fallback = formats.find("faultbook.format", this.properties.getFormat());
		if (this.properties.isProblemDetailsOnRequest() && !PROBLEM_DETAILS.equals(this.properties.getFormat())) {
			WireFormat format = formats.find("faultbook.problem-details-on-request", PROBLEM_DETAILS);
			rules.add(new FormatRule(null, PROBLEM_JSON, null, null, Objects.requireNonNull(format)));
		}
		List<FaultbookProperties.Rule> declared = this.properties.getFormatRules();
		for (int i = 0; i < declared.size(); i++) {
			FormatRule rule = rule("faultbook.format-rules[" + i + "]", declared.get(i), formats);
			if (rule != null) {
				rules.add(rule);
			}
		}
		return (fallback != null) ? new FormatSelector(rules, fallback) : null;
	}

	private @Nullable FormatRule rule(String where, FaultbookProperties.Rule rule, FormatRegistry formats) {
		if (rule.getPath() == null && rule.getAccept() == null && rule.getHeader() == null) {
			this.findings.add(new Finding(where, "the rule matches every request.",
					"Give it a path, a header or an accepted media type, or use faultbook.format."));
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
		if (header.length > 0 && !HEADER.matcher(header[0].strip()).matches()) {
			this.findings.add(new Finding(where + ".header", "'%s' does not name a header.".formatted(rule.getHeader()),
					"Write a name such as X-Api-Version, or a name and a value: \"X-Api-Version: 1\"."));
		}
		if (rule.getFormat() == null) {
			this.findings.add(new Finding(where, "the rule has no format.", "Name one under 'format'."));
			return null;
		}
		WireFormat format = formats.find(where + ".format", rule.getFormat());
		return (format != null) ? new FormatRule(rule.getPath(), accept, (header.length > 0) ? header[0].strip() : null,
				(header.length > 1) ? header[1].strip() : null, format) : null;
	}

	private void checkValues() {
		Integer status = this.properties.getValidation().getStatus();
		if (status != null && (status < 400 || status > 499)) {
			this.findings.add(new Finding("faultbook.validation.status", "%d is not a client error.".formatted(status),
					"Use a status from 400 to 499, such as 400 or 422."));
		}
		String header = this.properties.getReference().getHeader();
		if (StringUtils.hasText(header) && !HEADER.matcher(header).matches()) {
			this.findings
				.add(new Finding("faultbook.reference.header", "'%s' is not the name of a header.".formatted(header),
						"Use letters, digits and hyphens, such as X-Error-Reference."));
		}
		FaultbookProperties.Limits limits = this.properties.getLimits();
		checkPositive("faultbook.limits.violations", limits.getViolations(), 1);
		checkPositive("faultbook.limits.text", limits.getText(), 16);
		checkPositive("faultbook.limits.fact", limits.getFact().toBytes(), 16);
	}

	private void checkPositive(String where, long value, int least) {
		if (value < least) {
			this.findings
				.add(new Finding(where, "%d is too small.".formatted(value), "Use %d or more.".formatted(least)));
		}
	}

	ErrorCatalog catalog() {
		return this.catalog;
	}

	MappingErrorResolver mappings() {
		return this.mappings;
	}

	FormatSelector formats() {
		return Objects.requireNonNull(this.formats, "Not null without findings");
	}

}
