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

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.pipeline.ErrorCustomizer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.web.ErrorResponse;

/**
 * {@link ErrorCustomizer} that applies the application's texts for exceptions of Spring,
 * which have the same codes as for Spring's own problem details:
 * {@code problemDetail.type}, {@code problemDetail.title} and {@code problemDetail},
 * followed by the name of the class. The application's own customizers come later and
 * have the last word.
 */
final class ProblemDetailTexts implements ErrorCustomizer, Ordered {

	private final MessageSource messages;

	ProblemDetailTexts(MessageSource messages) {
		this.messages = messages;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public ApiError customize(ApiError error, @Nullable Throwable exception, ErrorRequest request) {
		boolean springs = exception instanceof ErrorResponse
				|| (exception != null && exception.getClass().getName().startsWith("org.springframework."));
		if (!springs || isOfApplication(error, exception)) {
			return error;
		}
		Class<?> type = exception.getClass();
		ErrorResponse response = (exception instanceof ErrorResponse known) ? known : null;
		String typeCode = (response != null) ? response.getTypeMessageCode()
				: ErrorResponse.getDefaultTypeMessageCode(type);
		String titleCode = (response != null) ? response.getTitleMessageCode()
				: ErrorResponse.getDefaultTitleMessageCode(type);
		String detailCode = (response != null) ? response.getDetailMessageCode()
				: ErrorResponse.getDefaultDetailMessageCode(type, null);
		String problemType = textOf(typeCode, null, request.locale());
		String title = textOf(titleCode, null, request.locale());
		String detail = textOf(detailCode, null, request.locale());
		if (problemType == null && title == null && detail == null) {
			return error;
		}
		ApiError.Builder customized = error.toBuilder();
		if (problemType != null) {
			customized.type(URI.create(problemType));
		}
		if (title != null) {
			customized.title(title);
		}
		if (detail != null) {
			customized.message(textOf(detailCode, arguments(error, exception, request.locale()), request.locale()));
		}
		return customized.build();
	}

	/**
	 * Return whether the application determines what is answered for invalid input: by an
	 * exception of its own, which is the cause of the exception of Spring, or by a
	 * mapping. The text for the exception of Spring does not fit such an answer.
	 * @param error the error
	 * @param exception the exception of Spring
	 * @return whether the error is none of those for invalid input
	 */
	private static boolean isOfApplication(ApiError error, Throwable exception) {
		boolean input = exception instanceof BindingResult || exception instanceof HttpMessageNotReadableException
				|| (exception instanceof TypeMismatchException
						&& !(exception instanceof ConversionNotSupportedException));
		return input && error.errorCode() != CommonError.INVALID_REQUEST
				&& error.errorCode() != CommonError.VALIDATION_ERROR
				&& error.errorCode() != CommonError.INTERNAL_SERVER_ERROR;
	}

	private @Nullable String textOf(String code, Object @Nullable [] arguments, Locale locale) {
		String text = this.messages.getMessage(code, arguments, null, locale);
		return code.equals(text) ? null : text;
	}

	/**
	 * Return the values for the placeholders of a detail.
	 * @param error the error
	 * @param exception the exception
	 * @param locale the language
	 * @return the arguments of Spring, except for rejected values and for the messages of
	 * violations, which Spring would render again
	 */
	private Object @Nullable [] arguments(ApiError error, Throwable exception, Locale locale) {
		if (exception instanceof BindingResult) {
			return new Object[] { join(error, (violation) -> violation.path().isEmpty()),
					join(error, (violation) -> !violation.path().isEmpty()) };
		}
		if (exception instanceof MethodValidationResult) {
			return new Object[] { join(error, (violation) -> true) };
		}
		if (exception instanceof TypeMismatchException mismatch) {
			return new Object[] { mismatch.getPropertyName(), "***" };
		}
		return (exception instanceof ErrorResponse response) ? response.getDetailMessageArguments(this.messages, locale)
				: null;
	}

	private static String join(ApiError error, Predicate<Violation> which) {
		List<Violation> violations = error.violations();
		return violations.stream()
			.filter(which)
			.map((violation) -> violation.path().isEmpty() ? violation.message()
					: violation.path().get(violation.path().size() - 1) + ": " + violation.message())
			.collect(Collectors.joining(", and "));
	}

}
