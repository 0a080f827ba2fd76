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

package io.github.faultbook.autoconfigure;

import java.util.List;

import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;

import org.springframework.boot.SpringBootVersion;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Prevents the application from starting if Spring Boot is too old. The failure has a
 * clear message rather than the name of a class that cannot be loaded.
 */
class SpringBootVersionCondition implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		if (context.getEnvironment().getProperty("faultbook.enabled", Boolean.class, true)) {
			check(SpringBootVersion.getVersion());
		}
		return true;
	}

	static void check(String version) {
		if (Integer.parseInt(version.split("\\.")[0]) < 4) {
			throw new FaultbookConfigurationException(
					List.of(new Finding("Spring Boot " + version, "Faultbook needs Spring Boot 4.0 or later.",
							"Upgrade Spring Boot, or remove Faultbook from the classpath.")));
		}
	}

}
