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
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * The formats that the configuration can refer to: presets, beans and declared formats.
 * Presets are compiled on demand.
 */
final class FormatRegistry {

	private final WireFormats compiler;

	private final ResourceLoader resources;

	private final List<Finding> findings;

	private final Set<String> declared = new TreeSet<>();

	private final Map<String, WireFormat> formats = new LinkedHashMap<>();

	FormatRegistry(WireFormats compiler, ResourceLoader resources, List<Finding> findings) {
		this.compiler = compiler;
		this.resources = resources;
		this.findings = findings;
	}

	/**
	 * Add a format that is a bean.
	 * @param format the format
	 */
	void add(WireFormat format) {
		if (isFree("Bean of type " + format.getClass().getName(), format.name())) {
			this.formats.put(format.name(), format);
		}
	}

	/**
	 * Add a format that the configuration declares.
	 * @param name the name
	 * @param value the template or its location
	 */
	void add(String name, String value) {
		String where = "faultbook.formats." + name;
		if (isFree(where, name)) {
			String template = template(where, value);
			WireFormat format = (template != null) ? this.compiler.compile(name, template, this.findings) : null;
			if (format != null) {
				this.formats.put(name, format);
			}
		}
	}

	private boolean isFree(String where, String name) {
		if (!WireFormats.presets().contains(name) && this.declared.add(name)) {
			return true;
		}
		this.findings.add(new Finding(where, "the name '%s' is taken by another format.".formatted(name),
				"Give the format a name of its own."));
		return false;
	}

	private @Nullable String template(String where, String value) {
		if (value.stripLeading().startsWith("{")) {
			return value;
		}
		if (value.isBlank()) {
			this.findings.add(new Finding(where, "the format is empty.", "Give the location of a template, or one."));
			return null;
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

	/**
	 * Find a format.
	 * @param where the property that refers to the format, for a finding
	 * @param name the name
	 * @return the format, or {@code null} if there is no valid format of this name
	 */
	@Nullable WireFormat find(String where, String name) {
		if (WireFormats.presets().contains(name)) {
			return this.formats.computeIfAbsent(name, this.compiler::preset);
		}
		WireFormat format = this.formats.get(name);
		if (format == null && !this.declared.contains(name)) {
			// Names from environment variables have neither hyphens nor upper case
			String plain = WrittenProperties.plain(name);
			String variable = this.declared.stream()
				.filter((other) -> WrittenProperties.plain(other).equals(plain))
				.findFirst()
				.orElse(null);
			if (variable != null) {
				return this.formats.get(variable);
			}
			this.findings.add(new Finding(where, "there is no format '%s'.".formatted(name),
					"Use one of the presets %s%s.".formatted(WireFormats.presets(),
							this.declared.isEmpty() ? "" : " or one of the declared formats " + this.declared)));
		}
		return format;
	}

}
