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

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;

/**
 * Finds the errors of an operation, which result from its declarations, from its input
 * and output, and from its access rules.
 */
final class OperationErrors {

	private final ErrorCatalog catalog;

	private final DeclaredErrors declared;

	private final ContentErrors content;

	private final ObjectProvider<ExampleViolations> violations;

	private final ObjectProvider<AccessRules> rules;

	OperationErrors(ErrorCatalog catalog, DeclaredErrors declared, ContentErrors content,
			ObjectProvider<ExampleViolations> violations, ObjectProvider<AccessRules> rules) {
		this.catalog = catalog;
		this.declared = declared;
		this.content = content;
		this.violations = violations;
		this.rules = rules;
	}

	/**
	 * Return the errors of an operation.
	 * @param operation its description
	 * @param handlers the methods that the operation stands for
	 * @param global the security requirements of operations without requirements of their
	 * own
	 * @param request a request to the operation
	 * @return the published entries, in no particular order
	 */
	List<ErrorCode> find(Operation operation, List<HandlerMethod> handlers, @Nullable List<SecurityRequirement> global,
			ErrorRequest request) {
		Set<ErrorCode> errors = new LinkedHashSet<>();
		for (HandlerMethod handler : handlers) {
			errors.addAll(this.content.find(operation, handler, !violations(handler, request).isEmpty()));
			errors.addAll(this.declared.find(handler));
		}
		errors.addAll(accessErrors(operation, handlers, global, request));
		return errors.stream()
			.map(this.catalog::configured)
			.distinct()
			.filter((error) -> !error.definition().internal())
			.toList();
	}

	private Set<ErrorCode> accessErrors(Operation operation, List<HandlerMethod> handlers,
			@Nullable List<SecurityRequirement> global, ErrorRequest request) {
		Set<ErrorCode> errors = new LinkedHashSet<>();
		AccessRules rules = this.rules.getIfAvailable();
		boolean known = rules != null && rules.areInForce();
		if (rules != null) {
			errors.addAll(rules.errors(request, handlers));
		}
		// The rules of Spring Security are more exact than a requirement for all
		// operations
		List<SecurityRequirement> requirements = (operation.getSecurity() != null || known) ? operation.getSecurity()
				: global;
		if (requirements != null && !requirements.isEmpty()
				&& requirements.stream().noneMatch(SecurityRequirement::isEmpty)) {
			errors.add(CommonError.AUTHENTICATION_REQUIRED);
			if (requirements.stream()
				.flatMap((schemes) -> schemes.values().stream())
				.anyMatch((scopes) -> !scopes.isEmpty())) {
				errors.add(CommonError.PERMISSION_DENIED);
			}
		}
		return errors;
	}

	/**
	 * Return example violations of an operation.
	 * @param handlers the methods that the operation stands for
	 * @param request a request to the operation
	 * @return violations of some fields, each of a constraint of the field
	 */
	List<Violation> violations(List<HandlerMethod> handlers, ErrorRequest request) {
		return handlers.stream()
			.map((handler) -> violations(handler, request))
			.filter((found) -> !found.isEmpty())
			.findFirst()
			.orElse(List.of());
	}

	private List<Violation> violations(HandlerMethod handler, ErrorRequest request) {
		ExampleViolations examples = this.violations.getIfAvailable();
		return (examples != null) ? examples.create(handler, request) : List.of();
	}

}
