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

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.faultbook.autoconfigure.settings.FaultbookProperties.Entry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Reads the environment variables that start with {@code FAULTBOOK_ERRORS}. The binder
 * treats underscores as separators, but codes contain underscores, too.
 */
final class EnvironmentErrors {

	private static final String PREFIX = "FAULTBOOK_ERRORS_";

	private static final List<Member> MEMBERS = members(Entry.class, "", "");

	private final WrittenProperties written;

	EnvironmentErrors(WrittenProperties written) {
		this.written = written;
	}

	/**
	 * Return the property sources to bind from.
	 * @param environment the environment
	 * @return the sources of the environment and, directly before the environment
	 * variables, a source that has the catalog entries under their intended names
	 */
	List<ConfigurationPropertySource> sources(Environment environment) {
		List<ConfigurationPropertySource> sources = new ArrayList<>();
		Map<String, Object> properties = errorProperties(environment);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource && !properties.isEmpty()) {
				sources.add(new MapConfigurationPropertySource(properties));
			}
			sources.add(source);
		}
		return sources;
	}

	private Map<String, Object> errorProperties(Environment environment) {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (WrittenProperties.Written variable : this.written.all()) {
			String name = variable.name().toUpperCase(Locale.ROOT);
			String value = variable.variable() ? environment.getProperty(variable.name()) : null;
			if (value != null && name.startsWith(PREFIX)) {
				String property = property(name.substring(PREFIX.length()));
				if (property != null) {
					properties.put(property, value);
				}
			}
		}
		return properties;
	}

	private @Nullable String property(String rest) {
		for (Member member : MEMBERS) {
			Matcher matcher = member.variable().matcher(rest);
			if (matcher.matches()) {
				String code = this.written.key("faultbook.errors", matcher.group(1).toLowerCase(Locale.ROOT));
				String path = (matcher.groupCount() > 1)
						? member.path().replace("*", matcher.group(2).toLowerCase(Locale.ROOT)) : member.path();
				return "faultbook.errors[" + code + "]." + path;
			}
		}
		return null;
	}

	/**
	 * List the members of an entry.
	 * @param type the record that declares the members
	 * @param variable the part of the variable's name before the name of the member
	 * @param path the corresponding part of the property's name
	 * @return the members, longer names first
	 */
	private static List<Member> members(Class<?> type, String variable, String path) {
		List<Member> members = new ArrayList<>();
		for (RecordComponent component : type.getRecordComponents()) {
			String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
			String variableName = variable + "_" + name.replace("-", "_?").toUpperCase(Locale.ROOT);
			ResolvableType generic = ResolvableType.forType(component.getGenericType());
			if (component.getType().isRecord()) {
				members.addAll(members(component.getType(), variableName, path + name + "."));
			}
			else if (generic.getGeneric(0).toClass().isRecord()) {
				members
					.addAll(members(generic.getGeneric(0).toClass(), variableName + "_(\\d+)", path + name + "[*]."));
			}
			else if (Map.class.isAssignableFrom(component.getType())) {
				members.add(new Member(Pattern.compile("(.+)" + variableName + "_(.+)"), path + name + "[*]"));
			}
			else {
				members.add(new Member(Pattern.compile("(.+)" + variableName), path + name));
			}
		}
		members.sort(Comparator.comparingInt((Member member) -> member.path().length()).reversed());
		return members;
	}

	/**
	 * A member of an entry.
	 *
	 * @param variable the pattern of the variable without its prefix; the groups are the
	 * code and, for a member of a list or map, its position or key
	 * @param path the name of the member below the entry, with {@code *} for the second
	 * group
	 */
	private record Member(Pattern variable, String path) {

	}

}
