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

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.FaultbookProperties;
import io.github.faultbook.autoconfigure.FieldCodes;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.metadata.ConstraintDescriptor;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.util.StringUtils;

/**
 * Reads what a violation says: its code and its limits.
 */
final class ViolationDetails {

	/**
	 * The messages of Hibernate Validator that repeat the rejected value, which is the
	 * number of a card as a rule.
	 */
	private static final Set<String> ECHOES = Set.of("{org.hibernate.validator.constraints.LuhnCheck.message}",
			"{org.hibernate.validator.constraints.Mod10Check.message}",
			"{org.hibernate.validator.constraints.Mod11Check.message}");

	private final ConstraintCodes codes;

	private final boolean patterns;

	ViolationDetails(FieldCodes codes, FaultbookProperties.Validation properties) {
		this.codes = new ConstraintCodes(codes);
		this.patterns = properties.isExposePatterns();
	}

	/**
	 * Read the violation of a constraint.
	 * @param violation the violation
	 * @param path where the input is, as clients know it
	 * @param in the part of the request that holds it
	 * @param message what is wrong, for people
	 * @return the same for clients
	 */
	Violation read(ConstraintViolation<?> violation, List<Object> path, In in, String message) {
		Map<String, Object> attributes = attributesOf(violation);
		return new Violation(path, in, this.codes.of(violation), withoutValue(violation, message), attributes);
	}

	/**
	 * Read an error that is not known as the violation of a constraint.
	 * @param error the error
	 * @param path where the input is, as clients know it
	 * @param in the part of the request that holds it
	 * @param message what is wrong, for people
	 * @return the same for clients
	 */
	Violation read(MessageSourceResolvable error, List<Object> path, In in, String message) {
		return new Violation(path, in, this.codes.of(error), message, Map.of());
	}

	private Map<String, Object> attributesOf(ConstraintViolation<?> violation) {
		ConstraintDescriptor<?> descriptor = violation.getConstraintDescriptor();
		return (descriptor != null)
				? ConstraintAttributes.of(ConstraintCodes.nameOf(descriptor), descriptor.getAttributes(), this.patterns)
				: Map.of();
	}

	private static String withoutValue(ConstraintViolation<?> violation, String message) {
		String template = violation.getMessageTemplate();
		if (template == null || !ECHOES.contains(template) || violation.getInvalidValue() == null) {
			return message;
		}
		String value = violation.getInvalidValue().toString();
		return StringUtils.hasLength(value) ? message.replace(value, "***") : message;
	}

}
