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

import java.util.Locale;
import java.util.function.Supplier;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Renders the messages of violated constraints in other languages than the one in which
 * they were validated.
 */
final class ConstraintMessages {

	private final Supplier<@Nullable ValidatorFactory> validator;

	/**
	 * Create an instance.
	 * @param validator supplies what validates, or {@code null} to render nothing again
	 */
	ConstraintMessages(Supplier<@Nullable ValidatorFactory> validator) {
		this.validator = validator;
	}

	/**
	 * Return the message of a violation in a language. Only messages that annotations
	 * declare are rendered again: a message that a validator built may contain what the
	 * client sent, which must not be evaluated.
	 * @param violation the violation
	 * @param language the language
	 * @return the message in that language, else as it was rendered
	 */
	@Nullable String messageOf(ConstraintViolation<?> violation, Locale language) {
		ConstraintDescriptor<?> constraint = violation.getConstraintDescriptor();
		ValidatorFactory validator = this.validator.get();
		String template = violation.getMessageTemplate();
		if (constraint == null || validator == null || template == null
				|| !template.equals(constraint.getMessageTemplate())) {
			return violation.getMessage();
		}
		try {
			return validator.getMessageInterpolator()
				.interpolate(template, new Context(constraint, violation.getInvalidValue()), language);
		}
		catch (RuntimeException ex) {
			return violation.getMessage();
		}
	}

	/**
	 * The context of a message.
	 *
	 * @param getConstraintDescriptor the violated constraint
	 * @param getValidatedValue the rejected value
	 */
	private record Context(ConstraintDescriptor<?> getConstraintDescriptor,
			@Nullable Object getValidatedValue) implements MessageInterpolator.Context {

		@Override
		public <T> T unwrap(Class<T> type) {
			return type.cast(this);
		}

	}

}
