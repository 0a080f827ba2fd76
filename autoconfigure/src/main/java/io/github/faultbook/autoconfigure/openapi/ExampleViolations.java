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

import java.util.ArrayList;
import java.util.List;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FieldCodes;
import io.github.faultbook.autoconfigure.validation.ConstraintDescriber;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.MethodDescriptor;
import jakarta.validation.metadata.ParameterDescriptor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;

/**
 * Creates example violations of an operation from the constraints of its input.
 */
final class ExampleViolations {

	private static final int MOST = 3;

	private final OperationStack stack;

	private final @Nullable ValidatorFactory validators;

	private final ConstraintDescriber describer;

	/**
	 * Create an instance.
	 * @param stack reads the input
	 * @param validators the source of the constraints, or {@code null} if nothing is
	 * validated
	 * @param mapper the mapper that determines the names of fields
	 * @param codes the codes that the application has assigned
	 * @param properties the settings for violations
	 */
	ExampleViolations(OperationStack stack, @Nullable ValidatorFactory validators, JsonMapper mapper, FieldCodes codes,
			FaultbookProperties.Validation properties) {
		this.stack = stack;
		this.validators = validators;
		this.describer = new ConstraintDescriber(mapper, codes, properties);
	}

	/**
	 * Create violations of the constraints of an operation.
	 * @param handler the operation
	 * @param request a request to the operation
	 * @return some violations, each of a different field, in order; empty if the input
	 * has no constraints
	 */
	List<Violation> create(HandlerMethod handler, ErrorRequest request) {
		if (this.validators == null) {
			return List.of();
		}
		MethodDescriptor constraints = this.validators.getValidator()
			.getConstraintsForClass(handler.getBeanType())
			.getConstraintsForMethod(handler.getMethod().getName(), handler.getMethod().getParameterTypes());
		List<Violation> violations = new ArrayList<>();
		for (MethodParameter parameter : handler.getMethodParameters()) {
			ConstraintDescriber.Argument argument = this.describer.argument(parameter, request);
			if (argument != null) {
				ParameterDescriptor descriptor = (constraints != null)
						? constraints.getParameterDescriptors().get(parameter.getParameterIndex()) : null;
				ResolvableType type = this.stack.unwrap(ResolvableType.forMethodParameter(parameter));
				violations.addAll(
						new ParameterConstraints(this.validators, argument, parameter).violations(type, descriptor));
			}
		}
		return violations.stream().limit(MOST).toList();
	}

}
