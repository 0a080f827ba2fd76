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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.web.InputViolations;
import io.github.faultbook.pipeline.ErrorTexts;
import jakarta.validation.ConstraintViolation;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.FieldError;

/**
 * Turns what validators report into violations.
 */
final class ViolationReader {

	private final ClientNames names;

	private final MessageSource messages;

	private final ErrorTexts texts;

	private final ViolationDetails details;

	private final InputViolations inputs;

	private final int limit;

	/**
	 * Create a reader.
	 * @param names the names that clients use
	 * @param messages the texts of the application
	 * @param texts what is said where there is no message
	 * @param details reads what else a violation says
	 * @param inputs describes values of the wrong type
	 * @param limit how many violations are listed
	 */
	ViolationReader(ClientNames names, MessageSource messages, ErrorTexts texts, ViolationDetails details,
			InputViolations inputs, int limit) {
		this.names = names;
		this.messages = messages;
		this.texts = texts;
		this.details = details;
		this.inputs = inputs;
		this.limit = limit;
	}

	ViolationList newList() {
		return new ViolationList(this.names, this, this.limit);
	}

	/**
	 * Turn a failure into a violation.
	 * @param finding the failure
	 * @param in the part of the request that holds the value
	 * @param path where the value is in that part
	 * @param writeOnly whether the value is not for everybody
	 * @param locale the language of the message
	 * @return the violation
	 */
	Violation read(Finding finding, In in, List<Object> path, boolean writeOnly, Locale locale) {
		ConstraintViolation<?> constraint = finding.constraint();
		MessageSourceResolvable error = finding.error();
		if (error instanceof FieldError field && field.isBindingFailure()
				&& field.contains(TypeMismatchException.class)) {
			return mismatch(field, in, path, locale);
		}
		String message = (error != null) ? this.messages.getMessage(safe(error, locale), locale)
				: Objects.requireNonNull(constraint).getMessage();
		if (constraint != null) {
			return this.details.read(constraint, path, in, message, writeOnly);
		}
		return this.details.read(Objects.requireNonNull(error), path, in, message);
	}

	private Violation mismatch(FieldError error, In in, List<Object> path, Locale locale) {
		Violation mismatch = this.inputs.mismatch(in, path, error.unwrap(TypeMismatchException.class), locale);
		String message = this.messages.getMessage(
				new DefaultMessageSourceResolvable(error.getCodes(), error.getArguments(), mismatch.message()), locale);
		Map<String, Object> attributes = new LinkedHashMap<>(mismatch.attributes());
		attributes.putAll(this.details.read(error, mismatch.path(), in, message).attributes());
		return new Violation(mismatch.path(), in, mismatch.code(), message, attributes);
	}

	/**
	 * Replace a default message that is missing, or that repeats the rejected value and
	 * names Java types, as that of a failed conversion does.
	 * @param error the error
	 * @param locale the language of the message
	 * @return an error with a message for clients
	 */
	private MessageSourceResolvable safe(MessageSourceResolvable error, Locale locale) {
		if (error instanceof FieldError field && field.isBindingFailure()) {
			return new DefaultMessageSourceResolvable(error.getCodes(), error.getArguments(),
					this.texts.violation("format", Map.of(), locale));
		}
		return (error.getDefaultMessage() != null) ? error : new DefaultMessageSourceResolvable(error.getCodes(),
				error.getArguments(), this.texts.violation("invalid", Map.of(), locale));
	}

}
