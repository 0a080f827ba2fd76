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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.autoconfigure.settings.ErrorPages;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FaultbookSetup;
import io.github.faultbook.autoconfigure.settings.RequestVersions;
import io.github.faultbook.autoconfigure.settings.StartupCheck;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReferences;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;

/**
 * Completes the checks of an application at start-up. If nothing is wrong, it logs that
 * Faultbook is active, and which parts of the application have no effect.
 */
final class StartupReport implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(FaultbookAutoConfiguration.class);

	private final FaultbookSetup setup;

	private final FaultbookProperties properties;

	private final ApplicationContext context;

	StartupReport(FaultbookSetup setup, FaultbookProperties properties, ApplicationContext context) {
		this.setup = setup;
		this.properties = properties;
		this.context = context;
	}

	@Override
	public void afterSingletonsInstantiated() {
		StartupCheck versions = new RuleVersionsCheck(this.properties.getFormatRules(),
				this.context.getBeanProvider(RequestVersions.class));
		List<Finding> findings = Stream
			.concat(Stream.of(versions), this.context.getBeanProvider(StartupCheck.class).orderedStream())
			.flatMap((check) -> check.check().stream())
			.distinct()
			.toList();
		if (!findings.isEmpty()) {
			throw new FaultbookConfigurationException(findings);
		}
		report();
	}

	private void report() {
		String version = getClass().getPackage().getImplementationVersion();
		String formats = this.setup.formats()
			.formats()
			.stream()
			.map(WireFormat::name)
			.collect(Collectors.joining(", "));
		List<String> facts = new ArrayList<>();
		facts.add("format " + formats);
		facts.add(this.setup.catalog().entries().size() + " codes");
		Stream.of(ErrorPipeline.class, ErrorMessages.class, ErrorReferences.class)
			.flatMap(this::replaced)
			.forEach(facts::add);
		List<String> controllers = ErrorPages.ownControllers(this.context);
		if (!controllers.isEmpty()) {
			facts.add("guard off, as ErrorController %s answers what leaves Spring MVC".formatted(controllers));
		}
		logger.info("Faultbook%s answers errors: %s".formatted((version != null) ? " " + version : "",
				String.join(", ", facts)));
		new OvershadowedParts(this.context, this.properties).describe().forEach(logger::warn);
	}

	private Stream<String> replaced(Class<?> type) {
		return Stream.of(this.context.getBeanNamesForType(type))
			.filter((name) -> !name.startsWith("faultbook"))
			.map((name) -> "%s replaced by bean '%s'".formatted(type.getSimpleName(), name));
	}

}
