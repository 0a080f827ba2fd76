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
import java.util.regex.Pattern;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.HttpToken;
import io.github.faultbook.autoconfigure.catalog.ErrorCodeScanner;
import io.github.faultbook.autoconfigure.log.LogPolicy;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Everything that is read from the configuration, checked together, so that one failed
 * start names all that is wrong.
 */
public final class FaultbookSetup {

	private static final Pattern DOCS = Pattern
		.compile("(https?://[^/?#\\s\\p{Cntrl}]+|/(?!/))[^\\s\\p{Cntrl}<>\"\\\\^`{|}]*");

	private final FaultbookProperties properties;

	private final List<Finding> findings = new ArrayList<>();

	private final ErrorCatalog catalog;

	private final MappingErrorResolver mappings;

	private final @Nullable FormatSelector formats;

	private final LogPolicy logPolicy;

	private final FieldCodes fieldCodes;

	public FaultbookSetup(FaultbookProperties properties, List<ErrorCode> codes, List<WireFormat> formats,
			JsonMapper mapper, ApplicationContext resources, Environment environment) {
		this.properties = properties;
		ClassLoader classLoader = resources.getClassLoader();
		this.catalog = ErrorCatalog.of(entries(codes, resources, environment), this.findings);
		ExceptionNames exceptions = new ExceptionNames(classLoader, this.findings);
		this.mappings = new MappingErrorResolver(
				new ExceptionMappings(this.catalog, exceptions, this.findings).read(properties.getMappings()));
		FormatRegistry registry = new FormatRegistry(
				new WireFormats(mapper, DocsAddress.of(properties.getDocs(), resources)), resources, this.findings);
		formats.forEach(registry::add);
		properties.getFormats().forEach(registry::add);
		this.formats = new FormatRules(properties, registry, this.findings).read();
		if (this.formats != null) {
			this.formats.formats().forEach((format) -> WireFormats.check(format, this.catalog, this.findings));
		}
		this.logPolicy = new LogLevels(this.catalog, exceptions, this.findings).read(properties.getLog());
		this.fieldCodes = new FieldCodesReader(classLoader, this.findings).read(properties.getValidation().getCodes());
		checkValues();
		if (!this.findings.isEmpty()) {
			throw new FaultbookConfigurationException(this.findings);
		}
	}

	private List<ErrorCode> entries(List<ErrorCode> beans, ApplicationContext context, Environment environment) {
		List<ErrorCode> entries = new ArrayList<>(
				new ErrorCodeScanner(context, this.findings).scan("faultbook.codes", this.properties.getCodes()));
		entries.addAll(beans);
		entries.removeIf((entry) -> !ErrorCatalog.isComplete(entry, this.findings));
		entries.addAll(0, List.of(CommonError.values()));
		entries
			.addAll(new ConfiguredErrors(entries, (property) -> new WrittenKeys(environment, property), this.findings)
				.entries(this.properties.getErrors()));
		return entries;
	}

	private void checkValues() {
		Integer status = this.properties.getValidation().getStatus();
		if (status != null && (status < 400 || status > 499)) {
			this.findings.add(new Finding("faultbook.validation.status", "%d is not a client error.".formatted(status),
					"Use a status from 400 to 499, such as 400 or 422."));
		}
		String header = this.properties.getReference().getHeader();
		if (StringUtils.hasText(header) && !HttpToken.isToken(header)) {
			this.findings
				.add(new Finding("faultbook.reference.header", "'%s' is not the name of a header.".formatted(header),
						"Use letters, digits and hyphens, such as X-Error-Reference."));
		}
		String docs = this.properties.getDocs().getBaseUrl();
		if (docs != null && !DOCS.matcher(docs).matches()) {
			this.findings.add(new Finding("faultbook.docs.base-url", "'%s' is not an address.".formatted(docs),
					"Use an address such as https://api.example.com/errors, or a path such as /errors."));
		}
		DocsAddress.check(this.properties.getDocs(), this.findings);
		FaultbookProperties.Limits limits = this.properties.getLimits();
		checkPositive("faultbook.limits.violations", limits.getViolations(), 1);
		checkPositive("faultbook.limits.text", limits.getText(), 16);
		checkPositive("faultbook.limits.fact", limits.getFact().toBytes(), 16);
		checkRejectedValues(this.properties.getValidation().getRejectedValues());
	}

	private void checkRejectedValues(FaultbookProperties.RejectedValues values) {
		checkPositive("faultbook.validation.rejected-values.max-length", values.getMaxLength(), 1);
		for (String name : values.getMaskedNames()) {
			if (name.chars().noneMatch(Character::isLetterOrDigit)) {
				this.findings.add(new Finding("faultbook.validation.rejected-values.masked-names",
						"'%s' is not a name.".formatted(name), "Use letters and digits, such as taxNumber."));
			}
		}
	}

	private void checkPositive(String where, long value, int least) {
		if (value < least) {
			this.findings
				.add(new Finding(where, "%d is too small.".formatted(value), "Use %d or more.".formatted(least)));
		}
	}

	public ErrorCatalog catalog() {
		return this.catalog;
	}

	public MappingErrorResolver mappings() {
		return this.mappings;
	}

	public LogPolicy logPolicy() {
		return this.logPolicy;
	}

	public FieldCodes fieldCodes() {
		return this.fieldCodes;
	}

	public FormatSelector formats() {
		return Objects.requireNonNull(this.formats, "Not null without findings");
	}

}
