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

package io.github.faultbook.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.format.ErrorReader;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ResourceLoader;

/**
 * Finds the formats of services by their names, and reports those that do not exist.
 */
final class AnswerFormats {

	private static final String DETECT = "detect";

	private static final Log logger = LogFactory.getLog(AnswerFormats.class);

	private final WireFormats compiler = new WireFormats(JsonMapper.shared(), null);

	private final Map<String, String> templates;

	private final ResourceLoader resources;

	private final List<Finding> findings = new ArrayList<>();

	private final Map<String, List<ErrorReader>> known = new LinkedHashMap<>();

	/**
	 * Create the formats.
	 * @param templates the templates of the application, or their locations, by name
	 * @param resources loads the templates
	 */
	AnswerFormats(Map<String, String> templates, ResourceLoader resources) {
		this.templates = templates;
		this.resources = resources;
		this.known.put(DETECT,
				WireFormats.presets().stream().map((name) -> ErrorReader.of(this.compiler.preset(name))).toList());
	}

	/**
	 * Create the decoder of the configured services.
	 * @param properties the services
	 * @param types the exceptions by code
	 * @return the decoder
	 * @throws FaultbookConfigurationException if a format does not exist or is not valid
	 */
	RemoteErrorDecoder decoder(FaultbookClientProperties properties, RemoteErrorTypes types) {
		RemoteService others = new RemoteService(get(properties.format(), "faultbook.client.format"),
				retries(properties, 0));
		Map<String, RemoteService> groups = new LinkedHashMap<>();
		Map<String, RemoteService> addresses = new LinkedHashMap<>();
		properties.services().forEach((name, settings) -> {
			String property = "faultbook.client.services." + name;
			if (settings.retries() < 0) {
				this.findings.add(new Finding(property + ".retries", "the number of retries is negative.",
						"Use 0 for no retries."));
			}
			RemoteService service = new RemoteService(get(settings.format(), property + ".format"),
					retries(properties, settings.retries()));
			groups.put(name, service);
			if (settings.baseUrl() != null) {
				addresses.put(settings.baseUrl().replaceFirst("/+$", ""), service);
			}
		});
		if (properties.retryDelay().isNegative() || properties.maxRetryDelay().isNegative()) {
			this.findings.add(new Finding("faultbook.client.retry-delay", "a delay is negative.",
					"Set it and 'faultbook.client.max-retry-delay' to 0s or longer."));
		}
		if (properties.bodyTimeout().isNegative()) {
			this.findings.add(new Finding("faultbook.client.body-timeout", "the time is negative.",
					"Set it to 0s, which leaves bodies unread, or longer."));
		}
		if (!this.findings.isEmpty()) {
			throw new FaultbookConfigurationException(this.findings);
		}
		return new RemoteErrorDecoder(others, groups, addresses, types, properties.bodyTimeout());
	}

	// Negative values are reported with all other findings
	private static RemoteErrorRetries retries(FaultbookClientProperties properties, int max) {
		return RemoteErrorRetries.of(Math.max(max, 0), properties.retryDelay().abs(), properties.maxRetryDelay().abs());
	}

	private List<ErrorReader> get(String name, String property) {
		List<ErrorReader> known = this.known.get(name);
		if (known != null) {
			return known;
		}
		WireFormat format = find(name, property);
		List<ErrorReader> found = (format != null) ? List.of(reader(format)) : List.of();
		this.known.put(name, found);
		return found;
	}

	private static ErrorReader reader(WireFormat format) {
		ErrorReader reader = ErrorReader.of(format);
		reader.ambiguities()
			.forEach((ambiguity) -> logger.info("Clients cannot read everything from errors in the format '%s': %s"
				.formatted(format.name(), ambiguity)));
		return reader;
	}

	private @Nullable WireFormat find(String name, String property) {
		String template = this.templates.get(name);
		if (template != null) {
			try {
				String json = template.strip().startsWith("{") ? template
						: this.resources.getResource(template).getContentAsString(StandardCharsets.UTF_8);
				return this.compiler.compile(name, json, this.findings);
			}
			catch (IOException ex) {
				this.findings.add(new Finding("faultbook.formats." + name,
						"the template '%s' cannot be read.".formatted(template), "Correct the location."));
				return null;
			}
		}
		if (WireFormats.presets().contains(name)) {
			return this.compiler.preset(name);
		}
		List<String> names = new ArrayList<>(WireFormats.presets());
		names.addAll(Set.copyOf(this.templates.keySet()));
		names.add(DETECT);
		this.findings.add(new Finding(property, "there is no format '%s'.".formatted(name),
				Finding.didYouMean(name, names) + "Use one of %s.".formatted(names)));
		return null;
	}

}
