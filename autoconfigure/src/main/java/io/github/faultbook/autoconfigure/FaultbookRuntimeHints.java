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
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Hints for the resources of Faultbook, and for the classes of optional libraries that it
 * knows by name.
 */
class FaultbookRuntimeHints implements RuntimeHintsRegistrar {

	private static final String CORE = "io/github/faultbook/";

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		Stream.of("format/*.json", "messages*.properties", "documentation/*")
			.forEach((pattern) -> hints.resources().registerPattern(CORE + pattern));
		// Looked for at start-up
		Stream
			.of(OvershadowedParts.ERROR_CONTROLLER, OvershadowedParts.ERROR_ATTRIBUTES, OvershadowedParts.VIEW_RESOLVER,
					OvershadowedParts.PAGE_REGISTRAR, "jakarta.validation.ConstraintViolation",
					"org.hibernate.validator.path.PropertyNode", "tools.jackson.dataformat.xml.XmlMapper")
			.forEach((name) -> hints.reflection().registerTypeIfPresent(classLoader, name, (type) -> {
			}));
		// The place of the version is in a private field
		Stream.of("accept.Query", "accept.Path", "accept.MediaTypeParam")
			.flatMap((name) -> Stream.of(name, "reactive." + name))
			.forEach((name) -> hints.reflection()
				.registerTypeIfPresent(classLoader, "org.springframework.web." + name + "ApiVersionResolver",
						MemberCategory.ACCESS_DECLARED_FIELDS));
		// DatabaseReport calls them to read the report of a driver
		registerMethod(hints.reflection(), classLoader, "org.postgresql.util.PSQLException", "getServerErrorMessage");
		registerMethod(hints.reflection(), classLoader, "org.postgresql.util.ServerErrorMessage", "getConstraint");
		registerMethod(hints.reflection(), classLoader, "org.hibernate.exception.ConstraintViolationException",
				"getConstraintName");
		registerMethod(hints.reflection(), classLoader, "io.r2dbc.spi.R2dbcException", "getSqlState");
		registerMethod(hints.reflection(), classLoader, "io.r2dbc.spi.R2dbcException", "getErrorCode");
		registerMethod(hints.reflection(), classLoader, "io.r2dbc.postgresql.api.PostgresqlException",
				"getErrorDetails");
		registerMethod(hints.reflection(), classLoader, "io.r2dbc.postgresql.api.ErrorDetails", "getConstraintName");
	}

	private static void registerMethod(ReflectionHints hints, @Nullable ClassLoader classLoader, String type,
			String method) {
		hints.registerTypeIfPresent(classLoader, type,
				(hint) -> hint.withMethod(method, List.of(), ExecutableMode.INVOKE));
	}

}
