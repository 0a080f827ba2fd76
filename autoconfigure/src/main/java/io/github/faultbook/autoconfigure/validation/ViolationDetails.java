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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FieldCodes;
import io.github.faultbook.pipeline.SensitiveNames;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.metadata.ConstraintDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;

/**
 * Provides the details of violations: the code, the limits and, if clients may see it,
 * the rejected value.
 */
final class ViolationDetails {

	private final ConstraintCodes codes;

	private final boolean patterns;

	private final @Nullable RejectedValues rejected;

	ViolationDetails(FieldCodes codes, FaultbookProperties.Validation properties) {
		this.codes = new ConstraintCodes(codes);
		this.patterns = properties.isExposePatterns();
		FaultbookProperties.RejectedValues values = properties.getRejectedValues();
		this.rejected = values.isEnabled()
				? new RejectedValues(new SensitiveNames(values.getMaskedNames()), values.getMaxLength()) : null;
	}

	/**
	 * Return the code of a failure.
	 * @param failure the failure
	 * @return the code, for programs
	 */
	String codeFor(InputFailure failure) {
		ConstraintViolation<?> constraint = failure.constraint();
		return (constraint != null) ? this.codes.codeFor(constraint)
				: this.codes.codeFor(Objects.requireNonNull(failure.error()));
	}

	/**
	 * Return the limits that a failure exceeds and, if clients may see it, the rejected
	 * value.
	 * @param failure the failure
	 * @param path the path of the input under the names that clients use
	 * @param in the part of the request that holds it
	 * @param writeOnly whether the value must not be sent to clients
	 * @return the values by name
	 */
	Map<String, Object> attributesOf(InputFailure failure, List<Object> path, In in, boolean writeOnly) {
		ConstraintViolation<?> constraint = failure.constraint();
		if (constraint == null) {
			return rejectedValueOf(Objects.requireNonNull(failure.error()), path, in);
		}
		Map<String, Object> attributes = attributesOf(constraint.getConstraintDescriptor());
		if (this.rejected == null) {
			return attributes;
		}
		Object shown = this.rejected.show(constraint.getInvalidValue(), in, names(constraint, path));
		return with(attributes, (shown != null && writeOnly) ? RejectedValues.MASK : shown);
	}

	private static List<Object> names(ConstraintViolation<?> violation, List<Object> path) {
		List<Object> names = new ArrayList<>(path);
		for (Path.Node node : violation.getPropertyPath()) {
			if (node.getKind() == ElementKind.PARAMETER) {
				names.add(node.getName());
			}
			else if (node.getKind() == ElementKind.PROPERTY) {
				names.add(node.getName());
				if (violation.getLeafBean() != null) {
					names.add(violation.getLeafBean().getClass().getSimpleName());
				}
			}
		}
		return names;
	}

	/**
	 * Return the rejected value of an error that is not the violation of a known
	 * constraint. A value that a Spring validator rejected may be write-only, which the
	 * error does not reveal, so it is not shown.
	 * @param error the error
	 * @param path the path of the input under the names that clients use
	 * @param in the part of the request that holds it
	 * @return the value by name; empty if clients must not see it
	 */
	Map<String, Object> rejectedValueOf(MessageSourceResolvable error, List<Object> path, In in) {
		if (this.rejected == null || !(error instanceof FieldError field) || !field.isBindingFailure()) {
			return Map.of();
		}
		List<Object> names = new ArrayList<>(path);
		names.add(field.getField());
		names.add(field.getObjectName());
		return with(Map.of(), this.rejected.show(field.getRejectedValue(), in, names));
	}

	/**
	 * Describe a violation that has not occurred.
	 * @param constraint the constraint
	 * @param bean the class that declares the field, or {@code null} if it is not a field
	 * of a class
	 * @param field the name of the field in Java
	 * @param path the path of the input under the names that clients use
	 * @param in the part of the request that holds it
	 * @param message the message of the violation, for people
	 * @return the violation, without a rejected value
	 */
	Violation describe(ConstraintDescriptor<?> constraint, @Nullable Class<?> bean, String field, List<Object> path,
			In in, String message) {
		return new Violation(path, in, this.codes.codeFor(constraint, bean, field), message, attributesOf(constraint));
	}

	private Map<String, Object> attributesOf(@Nullable ConstraintDescriptor<?> descriptor) {
		return (descriptor != null)
				? ConstraintAttributes.of(ConstraintCodes.nameOf(descriptor), descriptor.getAttributes(), this.patterns)
				: Map.of();
	}

	private static Map<String, Object> with(Map<String, Object> attributes, @Nullable Object rejected) {
		if (rejected == null) {
			return attributes;
		}
		Map<String, Object> all = new LinkedHashMap<>(attributes);
		all.put("rejected", rejected);
		return all;
	}

}
