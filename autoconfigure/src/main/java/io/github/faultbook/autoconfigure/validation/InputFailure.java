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

import java.util.Objects;

import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.util.ClassUtils;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;

/**
 * One failure as a validator reported it. Failures of the same input are ordered by the
 * names of their constraints, so that the order is the same after every start of the
 * application.
 *
 * @param error the failure as Spring reports it, or {@code null} if it did not pass
 * through Spring
 * @param constraint the failure as Jakarta Validation reports it, or {@code null} if it
 * was found by other means
 */
record InputFailure(@Nullable MessageSourceResolvable error,
		@Nullable ConstraintViolation<?> constraint) implements Comparable<InputFailure> {

	private static final boolean JAKARTA_VALIDATION = ClassUtils.isPresent("jakarta.validation.ConstraintViolation",
			InputFailure.class.getClassLoader());

	static InputFailure of(ConstraintViolation<?> constraint) {
		return new InputFailure(null, constraint);
	}

	static InputFailure of(ObjectError error) {
		return new InputFailure(error, (JAKARTA_VALIDATION && error.contains(ConstraintViolation.class))
				? error.unwrap(ConstraintViolation.class) : null);
	}

	static InputFailure of(ParameterValidationResult result, MessageSourceResolvable error) {
		if (error instanceof ObjectError field) {
			return of(field);
		}
		try {
			return new InputFailure(error, JAKARTA_VALIDATION ? result.unwrap(error, ConstraintViolation.class) : null);
		}
		catch (IllegalArgumentException ex) {
			return of(error);
		}
	}

	static InputFailure of(MessageSourceResolvable error) {
		return new InputFailure(error, null);
	}

	@Override
	public int compareTo(InputFailure other) {
		int result = name().compareTo(other.name());
		if (result == 0 && this.constraint != null && other.constraint != null) {
			result = ConstraintReader.compare(this.constraint, other.constraint);
		}
		return (result != 0) ? result : message().compareTo(other.message());
	}

	/**
	 * Return the name of the violated rule.
	 * @return the simple name of a constraint, or the code of a validator; may be empty
	 */
	String name() {
		if (this.constraint != null) {
			return ConstraintReader.nameOf(this.constraint);
		}
		String[] codes = (this.error != null) ? this.error.getCodes() : null;
		return (codes != null && codes.length > 0) ? codes[codes.length - 1] : "";
	}

	private String message() {
		String message = (this.constraint != null) ? this.constraint.getMessage()
				: Objects.requireNonNull(this.error).getDefaultMessage();
		return Objects.requireNonNullElse(message, "");
	}

}
