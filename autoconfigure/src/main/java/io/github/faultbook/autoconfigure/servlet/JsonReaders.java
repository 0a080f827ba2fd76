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

package io.github.faultbook.autoconfigure.servlet;

import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/**
 * Logs at start-up that something other than Jackson 3 reads JSON, as Faultbook does not
 * know the exceptions of other libraries.
 */
final class JsonReaders {

	private static final Log logger = LogFactory.getLog(JsonReaders.class);

	private JsonReaders() {
	}

	/**
	 * Log the converter that reads JSON, unless it uses Jackson 3.
	 * @param converters the converters of Spring MVC
	 */
	static void log(List<HttpMessageConverter<?>> converters) {
		converters.stream()
			.filter((converter) -> converter.canRead(Map.class, MediaType.APPLICATION_JSON))
			.findFirst()
			.filter((converter) -> !(converter instanceof JacksonJsonHttpMessageConverter))
			.ifPresent((converter) -> logger
				.warn("%s reads JSON instead of Jackson 3. ".formatted(converter.getClass().getSimpleName())
						+ "Answers to unreadable JSON have no violations, and other violations have the names that "
						+ "Jackson 3 gives to fields. To use Jackson 3, remove the property "
						+ "spring.http.converters.preferred-json-mapper or the application's own converter."));
	}

}
