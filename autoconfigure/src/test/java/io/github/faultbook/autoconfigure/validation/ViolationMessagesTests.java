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

import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorTexts;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.HibernateValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ViolationMessages}. {@link BuiltInConstraintTests} has the message of
 * every constraint.
 */
class ViolationMessagesTests {

	private final StaticMessageSource texts = new StaticMessageSource();

	private final ViolationMessages messages = messages(false);

	private ViolationMessages messages(boolean patterns) {
		return new ViolationMessages(this.texts, new ErrorTexts(ErrorMessages.NONE), patterns);
	}

	@ParameterizedTest
	@CsvSource({ "en, has the wrong format", "de, hat das falsche Format", "fr, a un format incorrect",
			"es, tiene un formato incorrecto", "pt, tem um formato incorreto", "ja, has the wrong format" })
	void patternIsNotTold(Locale locale, String message) {
		for (String property : new String[] { "plain", "escaped", "braces" }) {
			assertThat(this.messages.messageFor(violation(property, locale), locale)).isEqualTo(message);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en | must match \"[a-z]+\"", "de | muss mit \"[a-z]+\" übereinstimmen" })
	void patternIsToldIfTheApplicationWantsThat(Locale locale, String message) {
		assertThat(messages(true).messageFor(violation("plain", locale), locale)).isEqualTo(message);
	}

	@Test
	void messageOfTheConstraintIsTold() {
		assertThat(this.messages.messageFor(violation("own", Locale.ENGLISH), Locale.ENGLISH))
			.isEqualTo("only [a-z]+, please");
	}

	@Test
	void textOfTheApplicationIsTold() {
		assertThat(this.messages.messageFor(error(), Locale.ENGLISH)).isEqualTo("has the wrong format");
		this.texts.addMessage("Pattern.input.plain", Locale.ENGLISH, "only {2}, please");
		assertThat(this.messages.messageFor(error(), Locale.ENGLISH)).isEqualTo("only ***, please");
		assertThat(messages(true).messageFor(error(), Locale.ENGLISH)).isEqualTo("only [a-z]+, please");
	}

	@Test
	void textThatReplacesTheBuiltInOneIsTold() {
		try (ValidatorFactory factory = Validation.byProvider(HibernateValidator.class)
			.configure()
			.messageInterpolator(new org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator() {

				@Override
				public String interpolate(String template, Context context, Locale locale) {
					return "only small letters";
				}

				@Override
				public String interpolate(String template, Context context) {
					return "only small letters";
				}

			})
			.buildValidatorFactory()) {
			InputFailure failure = InputFailure
				.of(factory.getValidator().validateProperty(new Input(), "plain").iterator().next());
			assertThat(this.messages.messageFor(failure, Locale.ENGLISH)).isEqualTo("only small letters");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "script expression \"from < to\" is false | is not valid",
			"must not end early | must not end early" })
	void scriptThatHasCheckedArgumentsIsNotTold(String message, String expected) {
		DefaultMessageSourceResolvable error = new DefaultMessageSourceResolvable(
				new String[] { "ParameterScriptAssert.shop#span", "ParameterScriptAssert" },
				new Object[] { "javascript", "from < to" }, message);
		assertThat(this.messages.messageFor(InputFailure.of(error), Locale.ENGLISH)).isEqualTo(expected);
	}

	@Test
	void textWithoutPlaceholdersIsNotFormatted() {
		ObjectError error = new ObjectError("input", new String[] { "odd" }, new Object[] { 1 }, null);
		assertThat(this.messages.messageFor(error, "isn't {0}", Locale.ENGLISH)).isEqualTo("isn't {0}");
	}

	private static InputFailure violation(String property, Locale locale) {
		try (ValidatorFactory factory = Validation.byProvider(HibernateValidator.class)
			.configure()
			.defaultLocale(locale)
			.buildValidatorFactory()) {
			return InputFailure.of(factory.getValidator().validateProperty(new Input(), property).iterator().next());
		}
	}

	private static InputFailure error() {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		try (LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean()) {
			validator.afterPropertiesSet();
			BeanPropertyBindingResult result = new BeanPropertyBindingResult(new Input(), "input");
			validator.validate(result.getTarget(), result);
			return InputFailure.of(result.getFieldError("plain"));
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	record Input(@Pattern(regexp = "[a-z]+") String plain, @Pattern(regexp = "^\\d{2}\\.\\{\\$\\\\$") String escaped,
			@Pattern(regexp = "(?<a>[a-z]{0,2})${1}") String braces,
			@Pattern(regexp = "[a-z]+", message = "only {regexp}, please") String own) {

		Input() {
			this("7", "7", "77777", "7");
		}

	}

}
