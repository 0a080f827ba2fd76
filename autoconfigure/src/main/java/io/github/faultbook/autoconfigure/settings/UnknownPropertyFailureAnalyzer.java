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

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains a start that failed because properties under {@code faultbook} do not exist.
 */
// Before the analyzers of Spring Boot, which know of no names that were meant
@Order(0)
class UnknownPropertyFailureAnalyzer extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("faultbook");

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, UnboundConfigurationPropertiesException cause) {
		if (!cause.getUnboundProperties().stream().allMatch((property) -> PREFIX.isAncestorOf(property.getName()))) {
			return null;
		}
		List<String> known = known();
		List<Finding> findings = cause.getUnboundProperties()
			.stream()
			.map((property) -> finding(property, known))
			.toList();
		return FaultbookFailureAnalyzer.analysis(findings, cause);
	}

	private static Finding finding(ConfigurationProperty property, List<String> known) {
		String name = property.getName().toString();
		// What stands below an entry of a list or map is not in the metadata
		boolean below = known.stream()
			.anyMatch((other) -> name.startsWith(other + "[") || name.startsWith(other + "."));
		String nearest = below ? null : Finding.nearest(withoutPrefix(name),
				known.stream().map(UnknownPropertyFailureAnalyzer::withoutPrefix).toList());
		return new Finding(name,
				(property.getOrigin() != null) ? "there is no such property, set in %s.".formatted(property.getOrigin())
						: "there is no such property.",
				(nearest != null) ? "Did you mean '%s.%s'? If not, remove it.".formatted(PREFIX, nearest)
						: "Correct the name, or remove it.");
	}

	private static String withoutPrefix(String name) {
		return name.substring(PREFIX.toString().length() + 1);
	}

	/**
	 * Return the names of the properties, as the metadata has them.
	 * @return the names, none if the metadata cannot be read
	 */
	private static List<String> known() {
		List<String> names = new ArrayList<>();
		try {
			ClassLoader classLoader = FaultbookProperties.class.getClassLoader();
			for (URL metadata : Collections
				.list(classLoader.getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream json = metadata.openStream()) {
					JsonMapper.shared()
						.readTree(json)
						.path("properties")
						.valueStream()
						.map((property) -> property.path("name").asString())
						.filter((name) -> name.startsWith("faultbook."))
						.forEach(names::add);
				}
			}
		}
		catch (IOException | JacksonException ex) {
			return List.of();
		}
		return names;
	}

}
