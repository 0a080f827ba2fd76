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

package io.github.faultbook.test;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.Retry;
import io.github.faultbook.documentation.ErrorDocumentation;
import io.github.faultbook.format.ReceivedError;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.http.HttpHeaders;

/**
 * Assertions on an error that an API has answered. Without a call of
 * {@link #usingFormat(String) usingFormat}, the body is recognized as one of the presets.
 * Each failure shows the whole answer. An assertion about something that the format does
 * not carry fails and says so.
 */
public final class ErrorAssert extends AbstractAssert<ErrorAssert, ReceivedError> {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Comparator<JsonNode> NUMBERS_BY_VALUE = (first,
			second) -> (first.isNumber() && second.isNumber()) ? first.decimalValue().compareTo(second.decimalValue())
					: (first.equals(second) ? 0 : 1);

	private final ErrorAnswer answer;

	private final AnswerReading reading;

	private ErrorAssert(ErrorAnswer answer, AnswerReading reading) {
		super(reading.error(), ErrorAssert.class);
		this.answer = answer;
		this.reading = reading;
	}

	static ErrorAssert of(ErrorAnswer answer) {
		return new ErrorAssert(answer, AnswerReading.detect(answer));
	}

	/**
	 * Read the body in a preset.
	 * @param preset the name of the preset, such as {@code nested-code}
	 * @return the assertion to continue with
	 * @throws IllegalArgumentException if there is no such preset
	 */
	public ErrorAssert usingFormat(String preset) {
		return usingFormat(new WireFormats(JSON, null).preset(preset));
	}

	/**
	 * Read the body in a format.
	 * @param format the format
	 * @return the assertion to continue with
	 */
	public ErrorAssert usingFormat(WireFormat format) {
		return using(List.of(format));
	}

	/**
	 * Read the body in the format of an application. If the application has several, the
	 * body is recognized as one of them.
	 * @param application the application context of an application with Faultbook
	 * @return the assertion to continue with
	 */
	public ErrorAssert usingFormatsOf(BeanFactory application) {
		return using(application.getBean(ErrorDocumentation.class).formats());
	}

	private ErrorAssert using(List<WireFormat> formats) {
		ErrorAssert copy = new ErrorAssert(this.answer, AnswerReading.in(this.answer, formats));
		return this.info.hasDescription() ? copy.as(this.info.description()) : copy;
	}

	/**
	 * Verify the status of the response. If only the body is known, verify the status
	 * that it states.
	 * @param status the expected status
	 * @return this assertion
	 */
	public ErrorAssert hasStatus(int status) {
		Integer actual = (this.answer.status() != null) ? (Integer) this.answer.status().value() : this.actual.status();
		return has("status", "a status", status, actual);
	}

	/**
	 * Verify a header of the response.
	 * @param name the name of the header
	 * @param value the expected value, which is the first of several
	 * @return this assertion
	 */
	public ErrorAssert hasHeader(String name, String value) {
		String actual = this.answer.headers().getFirst(name);
		if (actual == null) {
			throw failure("The answer does not have the header %s.".formatted(name));
		}
		return isEqual("header " + name, value, actual);
	}

	/**
	 * Verify the code of the error.
	 * @param code the expected code, as in the catalog
	 * @return this assertion
	 */
	public ErrorAssert hasCode(String code) {
		return has("code", "a code", code, this.actual.code());
	}

	/**
	 * Verify the code of the error.
	 * @param code the expected entry of the catalog
	 * @return this assertion
	 */
	public ErrorAssert hasCode(ErrorCode code) {
		return hasCode(code.code());
	}

	/**
	 * Verify the title of the error.
	 * @param title the expected title
	 * @return this assertion
	 */
	public ErrorAssert hasTitle(String title) {
		return has("title", "a title", title, this.actual.title());
	}

	/**
	 * Verify the message of the error. If a format appends violations to the message,
	 * they are part of it.
	 * @param message the expected message
	 * @return this assertion
	 */
	public ErrorAssert hasMessage(String message) {
		return has("message", "a message", message, this.actual.message());
	}

	/**
	 * Verify whether the body says that the request may be sent again.
	 * @param retry the expected advice
	 * @return this assertion
	 */
	public ErrorAssert hasRetry(Retry retry) {
		return has("retry", "retry advice", retry, this.actual.retry());
	}

	/**
	 * Verify how long clients have to wait before they send the request again, by the
	 * header {@code Retry-After} in seconds, else by the body.
	 * @param delay the expected delay
	 * @return this assertion
	 */
	public ErrorAssert hasRetryAfter(Duration delay) {
		String header = this.answer.headers().getFirst(HttpHeaders.RETRY_AFTER);
		Duration actual = (header != null && header.matches("\\d{1,10}")) ? Duration.ofSeconds(Long.parseLong(header))
				: this.actual.retryAfter();
		return has("retry-after", "a retry delay", delay, actual);
	}

	/**
	 * Verify a fact of the error.
	 * @param name the name of the fact
	 * @param value the expected value. It is compared as JSON: numbers by their value,
	 * and an object by the JSON that Jackson makes of it.
	 * @return this assertion
	 */
	public ErrorAssert hasFact(String name, Object value) {
		Object actual = this.actual.facts().get(name);
		if (actual == null) {
			throw failure(this.reading.absence("the fact '%s'".formatted(name), isFact(name)));
		}
		JsonNode expectedJson = JSON.valueToTree(value);
		JsonNode actualJson = JSON.valueToTree(actual);
		return expectedJson.equals(NUMBERS_BY_VALUE, actualJson) ? this
				: isEqual("fact '%s'".formatted(name), expectedJson, actualJson);
	}

	/**
	 * Verify that the error does not have a fact.
	 * @param name the name of the fact
	 * @return this assertion
	 */
	public ErrorAssert doesNotHaveFact(String name) {
		failIfPresent(this.reading.limit("the fact '%s'".formatted(name), isFact(name)));
		Object actual = this.actual.facts().get(name);
		failIfPresent((actual != null)
				? "Expected no fact '%s', but it is:\n  %s".formatted(name, JSON.writeValueAsString(actual)) : null);
		return this;
	}

	private static Predicate<String> isFact(String name) {
		return List.of("facts", "fact.value", "fact." + name)::contains;
	}

	/**
	 * Verify that an input is invalid.
	 * @param path the path of the input, such as {@code items[0].qty}
	 * @return this assertion
	 */
	public ErrorAssert hasViolationAt(String path) {
		return has(new ExpectedViolation(path, null, null));
	}

	/**
	 * Verify that an input is invalid for a reason.
	 * @param path the path of the input, such as {@code items[0].qty}
	 * @param code the expected code of the violation
	 * @return this assertion
	 */
	public ErrorAssert hasViolation(String path, String code) {
		return has(new ExpectedViolation(path, code, null));
	}

	/**
	 * Verify what an error says about an invalid input.
	 * @param path the path of the input, such as {@code items[0].qty}
	 * @param message the expected message of the violation
	 * @return this assertion
	 */
	public ErrorAssert hasViolationMessage(String path, String message) {
		return has(new ExpectedViolation(path, null, message));
	}

	/**
	 * Verify the number of invalid inputs that the error lists.
	 * @param count the expected number
	 * @return this assertion
	 */
	public ErrorAssert hasViolations(int count) {
		failIfPresent(this.reading.limit("violations", ExpectedViolation::isViolation));
		int actual = this.actual.violations().size();
		return (actual == count) ? this : isEqual("number of violations", count, actual);
	}

	private ErrorAssert has(ExpectedViolation expected) {
		failIfPresent(expected.problem(this.reading));
		return this;
	}

	private ErrorAssert has(String placeholder, String what, Object expected, @Nullable Object actual) {
		if (actual == null) {
			throw failure(this.reading.absence(what, (name) -> isOrBelongsTo(name, placeholder)));
		}
		return isEqual(placeholder, expected, actual);
	}

	/**
	 * Return whether a placeholder has a name, or a name below it such as that of a text
	 * in a language.
	 * @param placeholder the name of the placeholder
	 * @param name the name
	 * @return whether the placeholder writes this value
	 */
	static boolean isOrBelongsTo(String placeholder, String name) {
		return placeholder.equals(name) || placeholder.startsWith(name + ".");
	}

	private ErrorAssert isEqual(String what, Object expected, Object actual) {
		if (expected.equals(actual)) {
			return this;
		}
		throw failureWithActualExpected(actual, expected, "%s",
				withAnswer("Expected %s:\n  %s\nbut was:\n  %s".formatted(what, expected, actual)));
	}

	private void failIfPresent(@Nullable String problem) {
		if (problem != null) {
			throw failure(problem);
		}
	}

	private AssertionError failure(String problem) {
		return failure("%s", withAnswer(problem));
	}

	private String withAnswer(String problem) {
		String format = this.reading.format();
		return "%s\n\nThe answer%s:\n\n%s".formatted(problem, (format != null) ? ", in the format " + format : "",
				this.answer);
	}

}
