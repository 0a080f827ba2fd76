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
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.input.SubmittedParameters;

import org.springframework.core.MethodParameter;
import org.springframework.util.ClassUtils;
import org.springframework.util.ObjectUtils;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Recognizes errors that data binding creates from exceptions. If a Kotlin constructor
 * rejects a missing argument, the binder adds an error under the name of the class, with
 * the message of the exception, which contains the names of the class and its
 * constructor.
 */
final class ConstructorErrors {

	private static final Pattern MISSING_ARGUMENT = Pattern.compile("parameter ([\\p{L}\\p{N}_$]{1,100})$");

	private ConstructorErrors() {
	}

	/**
	 * Replace an error that contains the message of an exception.
	 * @param error the error
	 * @param invalid all errors of the object
	 * @param request the request
	 * @return an error for the missing argument, like the binder's own for a missing
	 * field; an error without a message if the argument is not known; or the given error
	 * if its message is meant for clients
	 */
	static ObjectError withoutException(ObjectError error, BindingResult invalid, ErrorRequest request) {
		if (!isOfConstructor(error, invalid)) {
			return error;
		}
		Matcher argument = MISSING_ARGUMENT.matcher(Objects.requireNonNullElse(error.getDefaultMessage(), ""));
		if (!argument.find()) {
			return new ObjectError(invalid.getObjectName(), null, null, null);
		}
		Set<List<Object>> sent = ConstructorArguments.sentBy(SubmittedParameters.namesIn(request));
		List<String> missing = ConstructorArguments.find(typeOf(invalid), error.getObjectName(), sent)
			.stream()
			.map((object) -> Stream.concat(object.stream(), Stream.<Object>of(argument.group(1))).toList())
			.filter((path) -> !sent.contains(path))
			.map(ConstructorErrors::fieldOf)
			.toList();
		if (missing.size() != 1) {
			return new ObjectError(invalid.getObjectName(), null, null, null);
		}
		String field = missing.get(0);
		String code = DefaultBindingErrorProcessor.MISSING_FIELD_ERROR_CODE;
		return new FieldError(invalid.getObjectName(), field, null, true, invalid.resolveMessageCodes(code, field),
				null, null);
	}

	private static String fieldOf(List<Object> path) {
		StringBuilder field = new StringBuilder();
		for (Object segment : path) {
			if (segment instanceof Integer) {
				field.append('[').append(segment).append(']');
			}
			else {
				field.append(field.isEmpty() ? "" : ".").append(segment);
			}
		}
		return field.toString();
	}

	private static boolean isOfConstructor(ObjectError error, BindingResult invalid) {
		String name = error.getObjectName();
		return !(error instanceof FieldError) && ObjectUtils.isEmpty(error.getCodes())
				&& !name.equals(invalid.getObjectName())
				&& (name.indexOf('.') >= 0 || ClassUtils.isPresent(name, typeOf(invalid).getClassLoader()));
	}

	private static Class<?> typeOf(BindingResult invalid) {
		MethodParameter argument = BindingErrorResolver.argumentOf(invalid);
		if (argument != null) {
			return argument.getParameterType();
		}
		return (invalid.getTarget() != null) ? invalid.getTarget().getClass() : Object.class;
	}

}
