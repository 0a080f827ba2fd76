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
import java.util.Map;
import java.util.Objects;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.autoconfigure.catalog.ErrorCodeScanner;
import io.github.faultbook.autoconfigure.log.LogPolicy;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Reads the configuration and collects all of its problems.
 */
final class FaultbookSetupReader {

	private static final Log logger = LogFactory.getLog(FaultbookSetup.class);

	private static final String XML_MAPPER = "tools.jackson.dataformat.xml.XmlMapper";

	private final List<Finding> findings = new ArrayList<>();

	private final FaultbookProperties properties;

	private final ApplicationContext context;

	private final WrittenProperties written;

	private final ClassNames classes;

	FaultbookSetupReader(FaultbookProperties properties, ApplicationContext context) {
		this.properties = properties;
		this.context = context;
		this.written = new WrittenProperties(context.getEnvironment());
		this.classes = new ClassNames(context.getClassLoader());
	}

	FaultbookSetup read() {
		JsonMapper mapper = new JsonMappers(this.context, this.findings).choose(this.properties.getJsonMapper());
		ErrorCatalog catalog = ErrorCatalog.of(entries(), this.findings);
		ExceptionMappings exceptions = new ExceptionMappings(catalog, this.classes, this.findings);
		MappingErrorResolver mappings = new MappingErrorResolver(exceptions.resolve(this.properties.getMappings()));
		Map<String, ErrorCode> constraints = new ConstraintMappings(exceptions,
				(key) -> this.written.key("faultbook.constraints", key))
			.resolve(this.properties.getConstraints());
		FormatSelector formats = formats(mapper, catalog);
		LogPolicy logPolicy = new LogLevels(catalog, this.classes, this.findings)
			.createPolicy(this.properties.getLog());
		FieldCodes fieldCodes = new FieldCodesReader(this.classes, this.findings)
			.read(this.properties.getValidation().getCodes());
		new PropertyValues(this.findings).check(this.properties);
		DocsSettings docs = new DocsSettings(this.properties.getDocs());
		docs.check(catalog, this.findings);
		if (!this.findings.isEmpty()) {
			throw new FaultbookConfigurationException(this.findings);
		}
		return new FaultbookSetup(catalog, mappings, constraints,
				Objects.requireNonNull(formats, "Not null without findings"), logPolicy, fieldCodes, mapper,
				docs.describe(this.context.getEnvironment()));
	}

	private List<ErrorCode> entries() {
		List<ErrorCode> entries = new ArrayList<>(
				new ErrorCodeScanner(this.context, this.findings).scan("faultbook.codes", this.properties.getCodes()));
		this.context.getBeanProvider(ErrorCode.class).orderedStream().forEach(entries::add);
		entries.removeIf((entry) -> !ErrorCatalog.isComplete(entry, this.findings));
		entries.addAll(0, List.of(CommonError.values()));
		entries
			.addAll(new ConfiguredErrors(entries, (property) -> (key) -> this.written.key(property, key), this.findings)
				.entries(bindAgain().getErrors()));
		return entries;
	}

	/**
	 * Bind the properties once more, to detect unknown properties and to bind codes from
	 * environment variables.
	 * @return the properties
	 */
	private FaultbookProperties bindAgain() {
		Environment environment = this.context.getEnvironment();
		List<ConfigurationPropertySource> sources = new EnvironmentErrors(this.written).sources(environment);
		// The source does not rule out any property, so that the binder asks for all of
		// them
		sources.add((name) -> null);
		PropertyNames names = new PropertyNames();
		FaultbookProperties bound = new Binder(sources, new PropertySourcesPlaceholdersResolver(environment))
			.bindOrCreate("faultbook", Bindable.of(FaultbookProperties.class), names);
		List<Finding> unknown = names.unknown(this.written);
		if (this.properties.isStrict()) {
			this.findings.addAll(unknown);
		}
		else {
			unknown.forEach((finding) -> logger.warn(this.written.locate(finding).toString()));
		}
		return bound;
	}

	private @Nullable FormatSelector formats(JsonMapper mapper, ErrorCatalog catalog) {
		FormatRegistry registry = new FormatRegistry(
				new WireFormats(mapper, DocsAddress.of(this.properties.getDocs(), this.context)), this.context,
				this.findings);
		this.context.getBeanProvider(WireFormat.class).orderedStream().forEach(registry::add);
		this.properties.getFormats().forEach(registry::add);
		FormatSelector formats = new FormatRules(this.properties, this.context, registry,
				ClassUtils.isPresent(XML_MAPPER, this.context.getClassLoader()), this.findings)
			.createSelector();
		if (formats != null) {
			formats.formats().forEach((format) -> WireFormats.check(format, catalog, this.findings));
		}
		return formats;
	}

}
