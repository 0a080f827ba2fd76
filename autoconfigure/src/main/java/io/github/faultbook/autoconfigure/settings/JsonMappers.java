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

import java.util.Arrays;
import java.util.List;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;

/**
 * Chooses the mapper whose rules apply to names and values in responses.
 */
final class JsonMappers {

	private static final String PROPERTY = "faultbook.json-mapper";

	private final ApplicationContext context;

	private final List<Finding> findings;

	JsonMappers(ApplicationContext context, List<Finding> findings) {
		this.context = context;
		this.findings = findings;
	}

	/**
	 * Choose a mapper.
	 * @param name the name of its bean, or {@code null} if the configuration names none
	 * @return the bean of that name, else the only or primary bean, else a mapper with
	 * the defaults of Jackson
	 */
	JsonMapper choose(@Nullable String name) {
		if (name != null && this.context.containsBean(name) && this.context.isTypeMatch(name, JsonMapper.class)) {
			return this.context.getBean(name, JsonMapper.class);
		}
		List<String> names = Arrays
			.asList(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.context, JsonMapper.class));
		JsonMapper mapper = this.context.getBeanProvider(JsonMapper.class).getIfUnique();
		if (name != null) {
			this.findings.add(new Finding(PROPERTY, "there is no bean '%s' of type JsonMapper.".formatted(name),
					names.isEmpty() ? "Remove the property." : "Use one of %s.".formatted(names)));
		}
		else if (mapper == null && !names.isEmpty()) {
			this.findings
				.add(new Finding(PROPERTY, "there are several beans of type JsonMapper, and none of them is primary.",
						"Name the one that answers follow: one of %s.".formatted(names)));
		}
		return (mapper != null) ? mapper : JsonMapper.shared();
	}

}
