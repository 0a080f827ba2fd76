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

package io.github.faultbook.autoconfigure.input;

import java.util.List;
import java.util.Locale;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.autoconfigure.PlainRequest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.HttpRequestMethodNotSupportedException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProblemDetailTexts}.
 */
class ProblemDetailTextsTests {

	private final StaticMessageSource messages = new StaticMessageSource();

	private final ProblemDetailTexts texts = new ProblemDetailTexts(this.messages);

	private final HttpRequestMethodNotSupportedException wrongMethod = new HttpRequestMethodNotSupportedException(
			"DELETE", List.of("GET"));

	@Test
	void errorStaysAsItIsWithoutATextOfTheApplication() {
		ApiError error = ApiError.of(CommonError.METHOD_NOT_ALLOWED);
		assertThat(customize(error, this.wrongMethod)).isSameAs(error);
	}

	@Test
	void textForAnExceptionOfSpringIsHonored() {
		add("problemDetail.type." + this.wrongMethod.getClass().getName(), "https://example.com/method");
		add("problemDetail.title." + this.wrongMethod.getClass().getName(), "Wrong method");
		add("problemDetail." + this.wrongMethod.getClass().getName(), "{0} is not possible, use {1}.");
		ApiError error = customize(ApiError.of(CommonError.METHOD_NOT_ALLOWED), this.wrongMethod);
		assertThat(error.type()).hasToString("https://example.com/method");
		assertThat(error.title()).isEqualTo("Wrong method");
		assertThat(error.message()).isEqualTo("DELETE is not possible, use [GET].");
	}

	@Test
	void titleAloneKeepsTheMessage() {
		add("problemDetail.title." + this.wrongMethod.getClass().getName(), "Wrong method");
		ApiError error = customize(ApiError.of(CommonError.METHOD_NOT_ALLOWED), this.wrongMethod);
		assertThat(error.title()).isEqualTo("Wrong method");
		assertThat(error.hasOwnMessage()).isFalse();
	}

	@Test
	void textIsNotThatOfTheAnswerOfAnExceptionBehindIt() {
		add("problemDetail." + BindException.class.getName(), "Wrong input");
		ApiError error = ApiError.of(CommonError.RESOURCE_NOT_FOUND);
		assertThat(customize(error, new BindException(new BeanPropertyBindingResult(new Object(), "order"))))
			.isSameAs(error);
	}

	@Test
	void rejectedValueIsNoArgument() {
		add("problemDetail." + TypeMismatchException.class.getName(), "{0} is not {1}");
		assertThat(customize(ApiError.of(CommonError.INVALID_REQUEST), new TypeMismatchException("secret", int.class))
			.message()).doesNotContain("secret");
	}

	@Test
	void messagesOfViolationsAreArgumentsThatAreNotRenderedAgain() {
		BindingResult result = new BeanPropertyBindingResult(new Object(), "order");
		add("problemDetail." + BindException.class.getName(), "Global: {0}. Fields: {1}.");
		ApiError error = ApiError.builder(CommonError.VALIDATION_ERROR)
			.violations(List.of(Violation.of("", "invalid_value", "is {0}"),
					Violation.of("items[0].name", "invalid_format", "not {1}{2}")))
			.build();
		assertThat(customize(error, new BindException(result)).message())
			.isEqualTo("Global: is {0}. Fields: name: not {1}{2}.");
	}

	@Test
	void otherExceptionsHaveNoSuchText() {
		add("problemDetail." + IllegalStateException.class.getName(), "Text");
		ApiError error = ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
		assertThat(customize(error, new IllegalStateException())).isSameAs(error);
		assertThat(customize(error, null)).isSameAs(error);
	}

	private void add(String code, String text) {
		this.messages.addMessage(code, Locale.ENGLISH, text);
	}

	private ApiError customize(ApiError error, Exception exception) {
		return this.texts.customize(error, exception, new PlainRequest("GET", "/", Locale.ENGLISH));
	}

}
