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
import java.util.Locale;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The properties under {@code faultbook} as they were written, in order of precedence.
 */
final class WrittenProperties {

	private static final String PREFIX = "faultbook";

	private final List<Written> properties = new ArrayList<>();

	WrittenProperties(Environment environment) {
		if (environment instanceof ConfigurableEnvironment configurable) {
			for (PropertySource<?> source : configurable.getPropertySources()) {
				if (source instanceof EnumerablePropertySource<?> enumerable) {
					add(enumerable);
				}
			}
		}
	}

	private void add(EnumerablePropertySource<?> source) {
		boolean environment = source instanceof SystemEnvironmentPropertySource;
		for (String name : source.getPropertyNames()) {
			boolean variable = environment && name.indexOf('.') < 0;
			String separator = variable ? "_" : ".";
			if (name.toLowerCase(Locale.ROOT).startsWith(PREFIX + separator)) {
				this.properties.add(new Written(name, variable, PropertySourceOrigin.get(source, name)));
			}
		}
	}

	List<Written> all() {
		return this.properties;
	}

	/**
	 * Return the key of a map as it was written. The binder removes underscores, which
	 * are part of codes, unless the key is in brackets.
	 * @param property the map property
	 * @param bound the key as it was bound or as it is spelled in an environment variable
	 * @return the key, or the given key if no written key matches
	 */
	String key(String property, String bound) {
		String wanted = plain(bound);
		return this.properties.stream()
			.filter((written) -> !written.variable() && written.name().startsWith(property))
			.map((written) -> keyOf(written.name().substring(property.length())))
			.filter((key) -> plain(key).equals(wanted))
			.findFirst()
			.orElse(bound);
	}

	private static String keyOf(String rest) {
		if (rest.startsWith("[") && rest.indexOf(']') > 0) {
			return rest.substring(1, rest.indexOf(']'));
		}
		return rest.startsWith(".") ? rest.substring(1).split("[.\\[]", 2)[0] : "";
	}

	/**
	 * Find the origin of a property.
	 * @param property the property, or the start of its name
	 * @return the origin with the highest precedence, or {@code null} if it is not known
	 */
	private @Nullable Origin origin(String property) {
		if (!property.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
			return null;
		}
		String plain = plain(property);
		return this.properties.stream()
			.filter((written) -> plain(written.name()).equals(plain))
			.findFirst()
			.or(() -> this.properties.stream()
				.filter((written) -> written.variable() ? plain(written.name()).startsWith(plain)
						: dotted(written.name()).startsWith(dotted(property) + "."))
				.findFirst())
			.map(Written::origin)
			.orElse(null);
	}

	/**
	 * Add the origin of its property to a finding.
	 * @param finding the finding
	 * @return the finding, with the origin if it is known
	 */
	Finding locate(Finding finding) {
		Origin origin = origin(finding.where());
		return (origin != null)
				? new Finding("%s (%s)".formatted(finding.where(), origin), finding.problem(), finding.action())
				: finding;
	}

	/**
	 * Return the canonical form of a name for files and environment variables.
	 * @param name a name or a part of one
	 * @return its letters and digits, in lower case
	 */
	static String plain(String name) {
		StringBuilder plain = new StringBuilder(name.length());
		name.chars()
			.filter(Character::isLetterOrDigit)
			.map(Character::toLowerCase)
			.forEach((letter) -> plain.append((char) letter));
		return plain.toString();
	}

	/**
	 * Return the canonical form of a name for files.
	 * @param name a name or a part of one
	 * @return the name in lower case, all elements separated by dots, without hyphens and
	 * underscores
	 */
	static String dotted(String name) {
		return name.toLowerCase(Locale.ROOT).replace('[', '.').replaceAll("[\\]\"_-]", "");
	}

	/**
	 * A property as it was written.
	 *
	 * @param name the name
	 * @param variable whether it is an environment variable
	 * @param origin the origin of the property
	 */
	record Written(String name, boolean variable, Origin origin) {

	}

}
