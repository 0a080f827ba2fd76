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
 * Creates violations with their details: the code, the limits and, if clients may see it,
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
	 * Describe the violation of a constraint.
	 * @param violation the violation
	 * @param path the path of the input under the names that clients use
	 * @param in the part of the request that holds it
	 * @param message the message of the violation, for people
	 * @param writeOnly whether the value must not be sent to clients
	 * @return the violation for clients
	 */
	Violation describe(ConstraintViolation<?> violation, List<Object> path, In in, String message, boolean writeOnly) {
		Map<String, Object> attributes = attributesOf(violation.getConstraintDescriptor());
		if (this.rejected != null) {
			Object shown = this.rejected.show(violation.getInvalidValue(), in, names(violation, path));
			attributes = with(attributes, (shown != null && writeOnly) ? RejectedValues.MASK : shown);
		}
		return new Violation(path, in, this.codes.codeFor(violation), message, attributes);
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
	 * Describe an error that is not the violation of a known constraint.
	 * @param error the error
	 * @param path the path of the input under the names that clients use
	 * @param in the part of the request that holds it
	 * @param message the message of the violation, for people
	 * @return the violation for clients
	 */
	Violation describe(MessageSourceResolvable error, List<Object> path, In in, String message) {
		Map<String, Object> attributes = Map.of();
		// A value rejected by a Spring validator may be write-only, which the error does
		// not reveal
		if (this.rejected != null && error instanceof FieldError field && field.isBindingFailure()) {
			List<Object> names = new ArrayList<>(path);
			names.add(field.getField());
			names.add(field.getObjectName());
			attributes = with(attributes, this.rejected.show(field.getRejectedValue(), in, names));
		}
		return new Violation(path, in, this.codes.codeFor(error), message, attributes);
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
