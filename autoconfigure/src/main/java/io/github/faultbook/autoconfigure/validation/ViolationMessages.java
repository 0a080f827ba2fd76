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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.pipeline.ErrorTexts;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.metadata.ConstraintDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Chooses the message of an invalid input: the text of the application, else the text of
 * the validator. A built-in text that contains the rejected value, or reveals how the
 * server checks it, is replaced by a neutral one.
 */
final class ViolationMessages {

	private static final String PATTERN = "{jakarta.validation.constraints.Pattern.message}";

	private static final String HIBERNATE = "{org.hibernate.validator.constraints.";

	private static final Set<String> SCRIPTS = Set.of(HIBERNATE + "ScriptAssert.message}",
			HIBERNATE + "ParametersScriptAssert.message}");

	/**
	 * The messages of constraints on check digits, which mostly guard card numbers.
	 */
	private static final Set<String> NUMBERS = Set.of(HIBERNATE + "LuhnCheck.message}",
			HIBERNATE + "Mod10Check.message}", HIBERNATE + "Mod11Check.message}");

	/**
	 * The names of texts for binding failures, by Spring's code of the failure.
	 */
	private static final Map<String, String> BINDING = Map.of("required", "required", "methodInvocation", "invalid");

	private final ApplicationTexts application;

	private final ErrorTexts texts;

	private final boolean patterns;

	/**
	 * Create the messages.
	 * @param messages the source of the application's texts
	 * @param texts the texts to use if there is no message for clients
	 * @param patterns whether clients may see regular expressions
	 */
	ViolationMessages(MessageSource messages, ErrorTexts texts, boolean patterns) {
		this.application = new ApplicationTexts(messages);
		this.texts = texts;
		this.patterns = patterns;
	}

	/**
	 * Return the message of a failure.
	 * @param failure the failure
	 * @param locale the language of the message
	 * @return the message
	 */
	String messageFor(InputFailure failure, Locale locale) {
		ConstraintViolation<?> constraint = failure.constraint();
		return messageFor(failure, (constraint != null) ? constraint.getMessage() : null, locale);
	}

	/**
	 * Return the message of a failure, given what the validator says in the language.
	 * @param failure the failure
	 * @param rendered the message of the violated constraint, or {@code null} if there is
	 * none
	 * @param locale the language of the message
	 * @return the message
	 */
	String messageFor(InputFailure failure, @Nullable String rendered, Locale locale) {
		MessageSourceResolvable error = failure.error();
		ConstraintViolation<?> constraint = failure.constraint();
		if (error == null) {
			return literal(Objects.requireNonNull(constraint), rendered, locale);
		}
		Predicate<String> hidden = (constraint != null) ? hiddenOf(constraint) : (text) -> isOfScript(error);
		String own = this.application.find(error, hidden, locale);
		if (own != null) {
			return own;
		}
		if (constraint == null) {
			return message(error, locale);
		}
		String message = literal(constraint, rendered, locale);
		return isAsDeclared(constraint, message)
				? this.application.render(message, error.getArguments(), hidden, locale) : message;
	}

	/**
	 * Return the message of an error whose own text is not meant for clients.
	 * @param error the error
	 * @param text the text to use if the application has no text for the error
	 * @param locale the language of the message
	 * @return the message
	 */
	String messageFor(MessageSourceResolvable error, String text, Locale locale) {
		return Objects.requireNonNullElse(this.application.find(error, (argument) -> false, locale), text);
	}

	/**
	 * Return the template of the message of a failure.
	 * @param failure the failure
	 * @return the message as the constraint or the validator declares it, else the key of
	 * a text in braces, or {@code null} if there is neither
	 */
	@Nullable String templateFor(InputFailure failure) {
		ConstraintViolation<?> constraint = failure.constraint();
		if (constraint != null) {
			return constraint.getMessageTemplate();
		}
		if (failure.error() instanceof FieldError field && field.isBindingFailure()) {
			return InputViolations.template(textOfBinding(field));
		}
		return (failure.error() instanceof ObjectError error) ? error.getDefaultMessage() : null;
	}

	private static String textOfBinding(FieldError error) {
		return BINDING.getOrDefault(String.valueOf(nameOf(error)), "format");
	}

	/**
	 * Return whether a message is the unchanged message of the annotation, so that it
	 * contains no values of a validator or the client.
	 * @param violation the violation
	 * @param message its message
	 * @return whether its placeholders come from the application
	 */
	private static boolean isAsDeclared(ConstraintViolation<?> violation, String message) {
		ConstraintDescriptor<?> constraint = violation.getConstraintDescriptor();
		return constraint != null && message.equals(constraint.getMessageTemplate());
	}

	// A lambda expression in a method of its own, because the class of the constraint may
	// be missing
	private Predicate<String> hiddenOf(ConstraintViolation<?> constraint) {
		return (text) -> isHidden(text, constraint.getConstraintDescriptor());
	}

	private boolean isHidden(String text, @Nullable ConstraintDescriptor<?> constraint) {
		if (constraint == null) {
			return false;
		}
		Map<String, Object> attributes = constraint.getAttributes();
		return text.equals(attributes.get("script")) || (!this.patterns && text.equals(attributes.get("regexp")));
	}

	private static @Nullable String textOf(@Nullable Object argument) {
		// An argument of this class is the name of the parameter
		return (argument instanceof MessageSourceResolvable resolvable
				&& !(argument instanceof DefaultMessageSourceResolvable)) ? resolvable.getDefaultMessage()
						: (argument instanceof String text) ? text : null;
	}

	private String literal(ConstraintViolation<?> constraint, @Nullable String rendered, Locale locale) {
		String plain = plain(constraint, rendered, locale);
		return (plain != null) ? plain : Objects.requireNonNullElseGet(rendered, () -> text("invalid", locale));
	}

	private String message(MessageSourceResolvable error, Locale locale) {
		// The default text contains the rejected value and Java types
		if (error instanceof FieldError field && field.isBindingFailure()) {
			return text(textOfBinding(field), locale);
		}
		String message = error.getDefaultMessage();
		if (message == null || (isOfScript(error) && repeatsArgument(message, error.getArguments()))) {
			return text("invalid", locale);
		}
		// The text of a Spring validator is not rendered yet
		return (error instanceof ObjectError)
				? this.application.render(message, error.getArguments(), (argument) -> false, locale) : message;
	}

	/**
	 * Return the message of a constraint that has not been violated.
	 * @param constraint the constraint
	 * @param message its message
	 * @param locale the language of the message
	 * @return the message, or a neutral one if the message reveals how the server checks
	 * its input
	 */
	String messageFor(ConstraintDescriptor<?> constraint, String message, Locale locale) {
		String plain = plain(constraint, constraint.getMessageTemplate(), message, locale);
		return (plain != null) ? plain : message;
	}

	private @Nullable String plain(ConstraintViolation<?> violation, @Nullable String message, Locale locale) {
		String template = violation.getMessageTemplate();
		if (template == null || message == null) {
			return null;
		}
		String value = NUMBERS.contains(template) ? Objects.toString(violation.getInvalidValue(), "") : "";
		ConstraintDescriptor<?> constraint = violation.getConstraintDescriptor();
		if (!value.isEmpty()) {
			return message.replace(value, RejectedValues.MASK);
		}
		return (constraint != null) ? plain(constraint, template, message, locale) : null;
	}

	private @Nullable String plain(ConstraintDescriptor<?> constraint, String template, String message, Locale locale) {
		if (!this.patterns && template.equals(PATTERN) && repeats(message, constraint.getAttributes().get("regexp"))) {
			return text("pattern", locale);
		}
		return (SCRIPTS.contains(template) && repeats(message, constraint.getAttributes().get("script")))
				? text("invalid", locale) : null;
	}

	/**
	 * Return whether an error results from a script that checks all arguments of a
	 * method. Spring does not provide the violation of these errors.
	 * @param error the error
	 * @return whether the error results from a script
	 */
	private static boolean isOfScript(MessageSourceResolvable error) {
		return "ParameterScriptAssert".equals(nameOf(error));
	}

	private static @Nullable String nameOf(MessageSourceResolvable error) {
		String[] codes = error.getCodes();
		return (codes != null && codes.length > 0) ? codes[codes.length - 1] : null;
	}

	private static boolean repeatsArgument(String message, Object @Nullable [] arguments) {
		return arguments != null && Stream.of(arguments).anyMatch((argument) -> repeats(message, textOf(argument)));
	}

	/**
	 * Return whether a message contains a text in any escaped form.
	 * @param message the message
	 * @param text the text
	 * @return whether the message reveals the text
	 */
	private static boolean repeats(String message, @Nullable Object text) {
		return text instanceof String value && !value.isEmpty()
				&& message.replace("\\", "").contains(value.replace("\\", ""));
	}

	private String text(String name, Locale locale) {
		return this.texts.violation(name, Map.of(), locale);
	}

}
