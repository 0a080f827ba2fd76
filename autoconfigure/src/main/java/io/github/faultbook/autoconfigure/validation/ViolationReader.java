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

import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/**
 * Turns the errors of Spring's validation support into violations, those of one bean in
 * order.
 */
final class ViolationReader {

	private static final boolean JAKARTA_VALIDATION = ClassUtils.isPresent("jakarta.validation.ConstraintViolation",
			ViolationReader.class.getClassLoader());

	private final JsonNames names;

	private final MessageSource messages;

	private final ViolationDetails details;

	ViolationReader(JsonNames names, MessageSource messages, ViolationDetails details) {
		this.names = names;
		this.messages = messages;
		this.details = details;
	}

	/**
	 * Read the errors of a bean.
	 * @param errors the errors
	 * @param in the part of the request that was bound to the bean
	 * @param type the type of the bean, or {@code null} if unknown
	 * @param locale the language of the messages
	 * @return the violations in order
	 */
	List<Violation> readBean(List<? extends ObjectError> errors, In in, @Nullable Type type, Locale locale) {
		return sort(errors.stream().map((error) -> read(error, in, List.of(), List.of(), type, locale)));
	}

	/**
	 * Read the errors of a method parameter.
	 * @param result the errors
	 * @param in the part of the request that holds the parameter
	 * @param prefix where the parameter is in that part
	 * @param locale the language of the messages
	 * @return the violations in order
	 */
	List<Violation> readParameter(ParameterValidationResult result, In in, List<Object> prefix, Locale locale) {
		List<Object> element = elementOf(result);
		if (result instanceof ParameterErrors errors) {
			Type type = result.getMethodParameter().getGenericParameterType();
			return sort(errors.getAllErrors().stream().map((error) -> read(error, in, prefix, element, type, locale)));
		}
		List<Object> path = concat(prefix, element);
		return sort(result.getResolvableErrors()
			.stream()
			.map((error) -> read(error, JAKARTA_VALIDATION ? constraintOf(result, error) : null, in, path, locale))
			.map((violation) -> new OrderedViolation(violation, List.of())));
	}

	private static List<Object> elementOf(ParameterValidationResult result) {
		if (result.getContainerIndex() != null) {
			return List.of(result.getContainerIndex());
		}
		return (result.getContainerKey() != null) ? List.of(result.getContainerKey().toString()) : List.of();
	}

	private static List<Object> concat(List<Object> first, List<Object> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
	}

	private static List<Violation> sort(Stream<OrderedViolation> violations) {
		return violations.sorted().map(OrderedViolation::violation).toList();
	}

	private OrderedViolation read(ObjectError error, In in, List<Object> prefix, List<Object> element,
			@Nullable Type type, Locale locale) {
		ConstraintViolation<?> constraint = (JAKARTA_VALIDATION && error.contains(ConstraintViolation.class))
				? error.unwrap(ConstraintViolation.class) : null;
		List<Object> path = element;
		if (constraint != null) {
			path = ConstraintReader.pathOf(constraint);
		}
		else if (error instanceof FieldError field) {
			path = concat(element, Violation.parsePath(field.getField()));
		}
		JsonNames.Translated translated = this.names.translate(type, path);
		boolean json = in == In.BODY || in == In.PART;
		List<Object> full = concat(prefix, json ? translated.path() : path);
		return new OrderedViolation(read(error, constraint, in, full, locale), translated.order());
	}

	private static @Nullable ConstraintViolation<?> constraintOf(ParameterValidationResult result,
			MessageSourceResolvable error) {
		try {
			return result.unwrap(error, ConstraintViolation.class);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Read the error of a single value.
	 * @param error the error
	 * @param constraint the same as a constraint violation, or {@code null} if it is none
	 * @param in the part of the request that holds the value
	 * @param path where the value is in that part
	 * @param locale the language of the message
	 * @return the violation
	 */
	Violation read(MessageSourceResolvable error, @Nullable ConstraintViolation<?> constraint, In in, List<Object> path,
			Locale locale) {
		String message = this.messages.getMessage(safe(error), locale);
		return (constraint != null) ? this.details.read(constraint, path, in, message)
				: this.details.read(error, path, in, message);
	}

	/**
	 * Replace a default message that is missing, or that repeats the rejected value and
	 * names Java types, as that of a failed conversion does.
	 * @param error the error
	 * @return an error with a message for clients
	 */
	private static MessageSourceResolvable safe(MessageSourceResolvable error) {
		if (error instanceof FieldError field && field.isBindingFailure()) {
			return new DefaultMessageSourceResolvable(error.getCodes(), error.getArguments(),
					"has the wrong type or format");
		}
		return (error.getDefaultMessage() != null) ? error
				: new DefaultMessageSourceResolvable(error.getCodes(), error.getArguments(), "is not valid");
	}

}
