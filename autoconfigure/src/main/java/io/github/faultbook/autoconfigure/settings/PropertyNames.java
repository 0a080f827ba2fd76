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

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.faultbook.FaultbookConfigurationException.Finding;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Collects the names of existing properties while they are bound.
 */
final class PropertyNames implements BindHandler {

	private static final String PREFIX = "faultbook.";

	/**
	 * Properties about other services, which another module binds.
	 */
	private static final Pattern CLIENT = Pattern.compile("faultbook[._](client|upstream)[._].+",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NESTED_CLASS = Pattern
		.compile("faultbook\\.(?:mappings|log\\.levels|validation\\.codes)\\.([^\\[\\]$]+\\$[^.\\[\\]]+).*");

	/**
	 * The names by their canonical form in files.
	 */
	private final Map<String, String> names = new LinkedHashMap<>();

	/**
	 * The names in the canonical form that they share with environment variables.
	 */
	private final Set<String> variables = new HashSet<>();

	@Override
	public <T> Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		String text = name.toString();
		this.names.putIfAbsent(WrittenProperties.dotted(firstElement(text)), text);
		this.variables.add(WrittenProperties.plain(firstElement(text)));
		return target;
	}

	/**
	 * Find the properties that do not exist.
	 * @param written the properties that were written
	 * @return a finding for each unknown property
	 */
	List<Finding> unknown(WrittenProperties written) {
		return written.all()
			.stream()
			.filter((property) -> !isKnown(property))
			.map((property) -> finding(property.name(), property.variable()))
			.toList();
	}

	private boolean isKnown(WrittenProperties.Written property) {
		String name = property.name();
		if (CLIENT.matcher(name).matches()) {
			return true;
		}
		if (!property.variable()) {
			return this.names.containsKey(WrittenProperties.dotted(firstElement(name)));
		}
		return Stream.of(name, name.replaceAll("_\\d+(?=_|$)", "_0"))
			.map(WrittenProperties::plain)
			.anyMatch(this.variables::contains);
	}

	/**
	 * Replace the positions in a name with the first position. Elements of a list that is
	 * overridden by a source with a higher precedence are never bound.
	 * @param name the name of a property
	 * @return the name, in which all positions are 0
	 */
	private static String firstElement(String name) {
		return name.replaceAll("\\[\\d+]", "[0]");
	}

	private Finding finding(String name, boolean variable) {
		Matcher nested = NESTED_CLASS.matcher(name);
		if (!variable && nested.matches()) {
			return new Finding(name, "a name with a dollar sign is only read in brackets.",
					"Put the name of the nested class in brackets: \"[%s]\".".formatted(nested.group(1)));
		}
		String property = variable ? name.toLowerCase(Locale.ROOT).replace('_', '.') : name;
		String nearest = Finding.nearest(withoutPrefix(property),
				this.names.values()
					.stream()
					.filter((known) -> known.startsWith(PREFIX))
					.map(PropertyNames::withoutPrefix)
					.toList());
		boolean entry = variable && property.startsWith("faultbook.errors.");
		String action = entry
				? "End the name with a member of the entry, such as FAULTBOOK_ERRORS_WIDGET_NOT_FOUND_MESSAGE."
				: "Correct the name, or remove it.";
		return new Finding(name, "there is no such property.",
				(nearest != null) ? "Did you mean '%s%s'? If not, remove it.".formatted(PREFIX, nearest) : action);
	}

	private static String withoutPrefix(String name) {
		return name.substring(PREFIX.length());
	}

}
