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

package io.github.faultbook.autoconfigure.openapi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Prevents an application from starting if one of its operations declares a code that is
 * not in the catalog. The message lists all of these codes.
 */
final class DeclaredErrorsCheck implements SmartInitializingSingleton {

	private final DeclaredErrors errors;

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	DeclaredErrorsCheck(DeclaredErrors errors, ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.errors = errors;
		this.mappings = mappings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Set<Finding> findings = new LinkedHashSet<>();
		this.mappings.orderedStream()
			.flatMap((mapping) -> mapping.getHandlerMethods().values().stream())
			.forEach((handler) -> findings.addAll(this.errors.check(handler)));
		if (!findings.isEmpty()) {
			throw new FaultbookConfigurationException(List.copyOf(findings));
		}
	}

}
