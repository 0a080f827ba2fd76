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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Everything that is read from the configuration, checked together, so that one failed
 * start names all that is wrong.
 */
final class FaultbookSetup {

	private static final String PROBLEM_DETAILS = "problem-details";

	private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private final FaultbookProperties properties;

	private final ResourceLoader resources;

	private final List<Finding> findings = new ArrayList<>();

	private final ErrorCatalog catalog;

	private final MappingErrorResolver mappings;

	private final Map<String, WireFormat> formats = new LinkedHashMap<>();

	FaultbookSetup(FaultbookProperties properties, List<ErrorCode> codes, List<WireFormat> formats, JsonMapper mapper,
			ResourceLoader resources) {
		this.properties = properties;
		this.resources = resources;
		ClassLoader classLoader = resources.getClassLoader();
		List<ErrorCode> entries = new ErrorCodeIndex(classLoader, this.findings).load(properties.getCodes());
		codes.stream().filter((code) -> !entries.contains(code)).forEach(entries::add);
		this.catalog = ErrorCatalog.of(entries, this.findings);
		this.mappings = new MappingErrorResolver(mappings(classLoader));
		formats.forEach((format) -> this.formats.put(format.name(), format));
		WireFormats compiler = new WireFormats(mapper, properties.getDocs().getBaseUrl());
		this.formats.computeIfAbsent(PROBLEM_DETAILS, compiler::preset);
		compileFormats(compiler);
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

	private void compileFormats(WireFormats compiler) {
		this.properties.getFormats().forEach((name, value) -> {
			String template = template("faultbook.formats." + name, value);
			WireFormat format = (template != null) ? compiler.compile(name, template, this.findings) : null;
			if (format != null) {
				this.formats.put(name, format);
			}
		});
		String chosen = this.properties.getFormat();
		if (WireFormats.presets().contains(chosen)) {
			this.formats.computeIfAbsent(chosen, compiler::preset);
		}
		else if (!this.formats.containsKey(chosen) && !this.properties.getFormats().containsKey(chosen)) {
			Set<String> declared = new TreeSet<>(this.formats.keySet());
			declared.addAll(this.properties.getFormats().keySet());
			declared.removeAll(WireFormats.presets());
			this.findings.add(new Finding("faultbook.format", "there is no format '%s'.".formatted(chosen),
					"Use one of the presets %s%s.".formatted(WireFormats.presets(),
							declared.isEmpty() ? "" : " or one of the declared formats " + declared)));
		}
	}

	private @Nullable String template(String where, String value) {
		if (value.stripLeading().startsWith("{")) {
			return value;
		}
		Resource resource = this.resources.getResource(value.strip());
		try {
			return resource.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			this.findings.add(new Finding(where, "the resource '%s' cannot be read.".formatted(value.strip()),
					"Give the location of a template, such as classpath:errors/house.json, or the template itself, "
							+ "which starts with a brace."));
			return null;
		}
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
		WireFormat configured = this.formats.get(this.properties.getFormat());
		boolean negotiated = this.properties.isProblemDetailsOnRequest()
				&& !configured.contentType().startsWith("application/problem+json");
		return new FormatSelector(configured, negotiated ? this.formats.get(PROBLEM_DETAILS) : null);
	}

}
