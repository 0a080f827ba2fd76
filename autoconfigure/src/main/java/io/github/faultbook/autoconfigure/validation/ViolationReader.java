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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.input.InputViolations;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Converts the failures that validators report to violations.
 */
final class ViolationReader {

	private final ClientNames names;

	private final ViolationMessages messages;

	private final ViolationDetails details;

	private final MessageTranslations translations;

	private final InputViolations inputs;

	private final int limit;

	/**
	 * Create a reader.
	 * @param names the names that clients use
	 * @param messages the messages of violations
	 * @param translations the messages in further languages
	 * @param details the details of violations
	 * @param inputs creates violations for values of the wrong type
	 * @param limit the maximum number of listed violations
	 */
	ViolationReader(ClientNames names, ViolationMessages messages, MessageTranslations translations,
			ViolationDetails details, InputViolations inputs, int limit) {
		this.names = names;
		this.messages = messages;
		this.translations = translations;
		this.details = details;
		this.inputs = inputs;
		this.limit = limit;
	}

	ViolationList newList() {
		return new ViolationList(this.names, this.limit);
	}

	/**
	 * Convert the failures of a request to an error.
	 * @param code the entry of the error
	 * @param failures the failures
	 * @param locale the language of the messages
	 * @return an error with the first violations in order and the number of further ones
	 */
	ApiError toError(CommonError code, ViolationList failures, Locale locale) {
		List<Violation> violations = new ArrayList<>();
		for (ViolationList.ListedFailure entry : failures.first()) {
			violations.add(toViolation(entry.failure(), entry.in(), entry.path(), entry.writeOnly(), locale));
		}
		return ApiError.builder(code)
			.violations(violations)
			.omittedViolations(failures.count() - violations.size())
			.build();
	}

	/**
	 * Convert a failure to a violation.
	 * @param failure the failure
	 * @param in the part of the request that holds the value
	 * @param path the path of the value in that part
	 * @param writeOnly whether the value must not be sent to clients
	 * @param locale the language of the message
	 * @return the violation
	 */
	Violation toViolation(InputFailure failure, In in, List<Object> path, boolean writeOnly, Locale locale) {
		MessageSourceResolvable error = failure.error();
		String object = (error instanceof ObjectError bound) ? bound.getObjectName() : null;
		String constraint = failure.name().isEmpty() ? null : failure.name();
		if (error instanceof FieldError field && field.isBindingFailure()
				&& field.contains(TypeMismatchException.class)) {
			return mismatch(field, in, path, locale).object(object).constraint(constraint);
		}
		return new Violation(path, in, this.details.codeFor(failure), this.translations.messageFor(failure, locale),
				this.details.attributesOf(failure, path, in, writeOnly), object, constraint,
				this.messages.templateFor(failure), this.translations.of(failure));
	}

	private Violation mismatch(FieldError error, In in, List<Object> path, Locale locale) {
		Violation mismatch = this.inputs.mismatch(in, path, error.unwrap(TypeMismatchException.class), locale);
		String message = this.messages.messageFor(error, mismatch.message(), locale);
		Map<String, Object> attributes = new LinkedHashMap<>(mismatch.attributes());
		attributes.putAll(this.details.rejectedValueOf(error, mismatch.path(), in));
		Map<Locale, String> translations = new HashMap<>(mismatch.translations());
		translations.replaceAll((language, text) -> this.messages.messageFor(error, text, language));
		return new Violation(mismatch.path(), in, mismatch.code(), message, attributes, null, null, mismatch.template(),
				translations);
	}

}
