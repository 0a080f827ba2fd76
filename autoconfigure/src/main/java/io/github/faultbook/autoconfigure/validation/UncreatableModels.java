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

package io.github.faultbook.autoconfigure.validation;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Logs at start-up which model attributes Spring can never create because a constructor
 * takes a value class of Kotlin. Every request to their handlers is answered with 500.
 */
final class UncreatableModels implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(UncreatableModels.class);

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	UncreatableModels(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.mappings.orderedStream()
			.flatMap((mapping) -> mapping.getHandlerMethods().values().stream())
			.forEach(UncreatableModels::log);
	}

	private static void log(HandlerMethod handler) {
		for (Class<?> model : InputOrigins.modelsOf(handler)) {
			Class<?> type = ConstructorArguments.findWithValueClass(model);
			if (type != null) {
				logger.warn(("%s answers every request with 500: Spring cannot create %s, whose constructor takes a "
						+ "value class of Kotlin. Declare the parameter with the type of the value instead, or read "
						+ "the object from a request body")
					.formatted(handler, type.getName()));
			}
		}
	}

}
