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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.github.faultbook.ApiType;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties.Parameter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the parameters of one catalog entry in the configuration.
 */
final class ConfiguredParameters {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
		.build();

	private final String where;

	private final List<Finding> findings;

	/**
	 * Create an instance.
	 * @param where the property that has the parameters
	 * @param findings the list to add findings to
	 */
	ConfiguredParameters(String where, List<Finding> findings) {
		this.where = where;
		this.findings = findings;
	}

	/**
	 * Return the parameters of a new entry.
	 * @param configured the parameters in the configuration
	 * @return the parameters that have a name
	 */
	List<ErrorDefinition.Parameter> added(List<Parameter> configured) {
		List<ErrorDefinition.Parameter> parameters = new ArrayList<>();
		for (int i = 0; i < configured.size(); i++) {
			Parameter parameter = configured.get(i);
			if (parameter.name() == null) {
				report(i, "", "the parameter has no name.", "Give it the name by which the message uses it.");
			}
			else {
				parameters
					.add(merge(i, new ErrorDefinition.Parameter(parameter.name(), ApiType.STRING.javaType(), "", null),
							parameter));
			}
		}
		return parameters;
	}

	/**
	 * Change the parameters of an entry. Parameters cannot be added or removed because
	 * the code of the application provides their values.
	 * @param declared the parameters of the entry
	 * @param configured the parameters in the configuration
	 * @return the same parameters with other types, descriptions and examples
	 */
	List<ErrorDefinition.Parameter> changed(List<ErrorDefinition.Parameter> declared, List<Parameter> configured) {
		List<ErrorDefinition.Parameter> parameters = new ArrayList<>(declared);
		List<String> names = declared.stream().map(ErrorDefinition.Parameter::name).toList();
		for (int i = 0; i < configured.size(); i++) {
			Parameter parameter = configured.get(i);
			int position = names.indexOf(parameter.name());
			if (position < 0) {
				report(i, "",
						"the entry has no parameter '%s', so that nobody puts in a value.".formatted(parameter.name()),
						names.isEmpty() ? "Remove it." : "Use one of %s.".formatted(names));
			}
			else {
				parameters.set(position, merge(i, parameters.get(position), parameter));
			}
		}
		return parameters;
	}

	private ErrorDefinition.Parameter merge(int position, ErrorDefinition.Parameter base, Parameter configured) {
		Class<?> type = (configured.type() != null) ? configured.type().javaType() : base.type();
		return new ErrorDefinition.Parameter(base.name(), type,
				Objects.requireNonNullElse(configured.description(), base.description()),
				(configured.example() != null) ? example(position, type, configured.example()) : base.example());
	}

	private @Nullable Object example(int position, Class<?> type, String text) {
		Object example = parse(type, text);
		if (example == null) {
			Object[] constants = type.getEnumConstants();
			report(position, ".example", "'%s' is not a value of the type %s.".formatted(text, ApiType.of(type).word()),
					(constants != null) ? "Use one of %s.".formatted(Arrays.toString(constants))
							: "Use a value such as %s.".formatted(JSON.writeValueAsString(ApiType.of(type).example())));
		}
		return example;
	}

	/**
	 * Read a value as a client would send it.
	 * @param type the type of the value
	 * @param text the text: the JSON of an array or object, and the plain text of any
	 * other value
	 * @return the value, or {@code null} if it is not of that type
	 */
	private static @Nullable Object parse(Class<?> type, String text) {
		ApiType form = ApiType.of(type);
		try {
			if (form == ApiType.ARRAY || form == ApiType.OBJECT) {
				return JSON.readValue(text, form.javaType());
			}
			Class<?> target = (ApiType.find(type) != null) ? type : form.javaType();
			return JSON.convertValue(text, target);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			return null;
		}
	}

	private void report(int position, String member, String problem, String action) {
		this.findings.add(new Finding("%s[%d]%s".formatted(this.where, position, member), problem, action));
	}

}
