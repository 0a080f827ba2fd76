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

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.autoconfigure.validation.ExampleViolations;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.web.method.HandlerMethod;

/**
 * Tells how an operation can fail: by what it declares, and by what its description says
 * of its input, its output and its security.
 */
final class OperationErrors {

	private static final Set<String> METHOD_SECURITY = Set.of(
			"org.springframework.security.access.prepost.PreAuthorize",
			"org.springframework.security.access.prepost.PostAuthorize",
			"org.springframework.security.access.annotation.Secured", "jakarta.annotation.security.RolesAllowed",
			"jakarta.annotation.security.DenyAll");

	private final ErrorCatalog catalog;

	private final DeclaredErrors declared;

	private final ObjectProvider<ExampleViolations> violations;

	private final ObjectProvider<AccessRules> rules;

	OperationErrors(ErrorCatalog catalog, DeclaredErrors declared, ObjectProvider<ExampleViolations> violations,
			ObjectProvider<AccessRules> rules) {
		this.catalog = catalog;
		this.declared = declared;
		this.violations = violations;
		this.rules = rules;
	}

	/**
	 * Return all errors that clients may know of.
	 * @return the entries in the order of the catalog
	 */
	List<ErrorCode> all() {
		return this.catalog.entries().stream().filter((entry) -> !entry.definition().internal()).toList();
	}

	/**
	 * Return the errors of an operation.
	 * @param operation its description
	 * @param handlers the methods that it stands for
	 * @param global the security requirements of operations that have none of their own
	 * @param request a request to the operation
	 * @return the entries that clients may know of, in no particular order of status
	 */
	List<ErrorCode> of(Operation operation, List<HandlerMethod> handlers, @Nullable List<SecurityRequirement> global,
			ErrorRequest request) {
		Set<ErrorCode> errors = new LinkedHashSet<>();
		if (operation.getRequestBody() != null || hasParametersThatCanBeWrong(operation)) {
			errors.add(CommonError.INVALID_REQUEST);
		}
		if (!violations(handlers, request).isEmpty()) {
			errors.add(CommonError.VALIDATION_ERROR);
		}
		this.rules.ifAvailable((rules) -> errors.addAll(rules.errors(request)));
		if (isSecured(operation, global) || handlers.stream().anyMatch(OperationErrors::isSecured)) {
			errors.add(CommonError.AUTHENTICATION_REQUIRED);
			errors.add(CommonError.PERMISSION_DENIED);
		}
		handlers.forEach((handler) -> errors.addAll(this.declared.of(handler)));
		if (operation.getRequestBody() != null) {
			errors.add(CommonError.UNSUPPORTED_MEDIA_TYPE);
		}
		if (producesContent(operation)) {
			errors.add(CommonError.NOT_ACCEPTABLE);
		}
		errors.add(CommonError.INTERNAL_SERVER_ERROR);
		return errors.stream()
			.map(this.catalog::configured)
			.distinct()
			.filter((error) -> !error.definition().internal())
			.toList();
	}

	/**
	 * Return what a validation failure of an operation may list.
	 * @param handlers the methods that the operation stands for
	 * @param request a request to the operation
	 * @return some of its fields, each with a constraint that it has
	 */
	List<Violation> violations(List<HandlerMethod> handlers, ErrorRequest request) {
		ExampleViolations examples = this.violations.getIfAvailable();
		return (examples != null) ? handlers.stream()
			.map((handler) -> examples.of(handler, request))
			.filter((found) -> !found.isEmpty())
			.findFirst()
			.orElse(List.of()) : List.of();
	}

	private static boolean hasParametersThatCanBeWrong(Operation operation) {
		return operation.getParameters() != null
				&& operation.getParameters().stream().anyMatch(OperationErrors::canBeWrong);
	}

	/**
	 * Return whether a parameter can be missing or of the wrong type. One in the path is
	 * never missing: without it, it is another path.
	 * @param parameter the parameter
	 * @return whether a value, or none, can be refused
	 */
	private static boolean canBeWrong(Parameter parameter) {
		boolean inPath = "path".equals(parameter.getIn());
		return (Boolean.TRUE.equals(parameter.getRequired()) && !inPath) || !isAnyText(parameter.getSchema());
	}

	private static boolean isAnyText(@Nullable Schema<?> schema) {
		if (schema == null) {
			return true;
		}
		String type = (schema.getTypes() != null && schema.getTypes().size() == 1) ? schema.getTypes().iterator().next()
				: schema.getType();
		if ("array".equals(type)) {
			return isAnyText(schema.getItems());
		}
		return "string".equals(type) && schema.getFormat() == null && schema.getEnum() == null;
	}

	private static boolean isSecured(Operation operation, @Nullable List<SecurityRequirement> global) {
		List<SecurityRequirement> requirements = (operation.getSecurity() != null) ? operation.getSecurity() : global;
		return requirements != null && !requirements.isEmpty()
				&& requirements.stream().noneMatch(SecurityRequirement::isEmpty);
	}

	private static boolean isSecured(HandlerMethod handler) {
		return Stream.<AnnotatedElement>of(handler.getMethod(), handler.getBeanType())
			.map((element) -> MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY))
			.anyMatch((annotations) -> METHOD_SECURITY.stream().anyMatch(annotations::isPresent));
	}

	private static boolean producesContent(Operation operation) {
		List<ApiResponse> successes = new ArrayList<>();
		operation.getResponses().forEach((status, response) -> {
			if (status.startsWith("2")) {
				successes.add(response);
			}
		});
		return successes.stream().anyMatch((response) -> response.getContent() != null);
	}

}
