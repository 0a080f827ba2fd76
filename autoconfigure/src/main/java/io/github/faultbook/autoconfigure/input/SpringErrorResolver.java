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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ConcurrentReferenceHashMap;
import org.springframework.util.StringUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@link ErrorResolver} for exceptions with which Spring applications choose a status:
 * {@link ErrorResponse} in all its forms and exceptions with
 * {@link ResponseStatus @ResponseStatus}. Reasons and details written by the application
 * are sent; texts of the framework are not, as they contain values sent by the client and
 * the names of Java types.
 */
final class SpringErrorResolver implements ErrorResolver {

	private static final ResponseStatusValue NONE = new ResponseStatusValue(0, "");

	private final ErrorCatalog catalog;

	private final MessageSource messages;

	private final boolean serverErrorDetails;

	/**
	 * The entries are weakly referenced, so that no class loader is kept alive.
	 */
	private final Map<Class<?>, ResponseStatusValue> annotated = new ConcurrentReferenceHashMap<>(16,
			ConcurrentReferenceHashMap.ReferenceType.WEAK);

	/**
	 * Create a resolver.
	 * @param catalog the catalog with the entries for statuses
	 * @param messages the application's texts, as a reason may be the code of a text
	 * @param serverErrorDetails whether clients may see the reasons and details of server
	 * errors
	 */
	SpringErrorResolver(ErrorCatalog catalog, MessageSource messages, boolean serverErrorDetails) {
		this.catalog = catalog;
		this.messages = messages;
		this.serverErrorDetails = serverErrorDetails;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (exception instanceof ErrorResponse response) {
			return resolve(exception, response, request);
		}
		ResponseStatusValue status = statusOf(exception.getClass());
		if (status.status() < HttpStatus.BAD_REQUEST.value()) {
			return null;
		}
		ApiError.Builder error = ApiError.builder(this.catalog.forStatus(status.status()));
		if (!status.reason().isEmpty()) {
			String text = textOf(status.reason(), null, request);
			error.message((text == null && mayDescribe(status.status())) ? status.reason() : text);
		}
		return error.build();
	}

	private ResponseStatusValue statusOf(Class<?> type) {
		ResponseStatusValue known = this.annotated.get(type);
		// A known class needs no lock
		return (known != null) ? known : this.annotated.computeIfAbsent(type, ResponseStatusValue::of);
	}

	private @Nullable ApiError resolve(Throwable exception, ErrorResponse response, ErrorRequest request) {
		int status = response.getStatusCode().value();
		if (status < 400 || status > 599) {
			return null;
		}
		ApiError.Builder error = ApiError.builder(this.catalog.forStatus(status)).headers(headers(response));
		if (!isFromApplication(exception)) {
			String reason = mayDescribe(status) ? reasonOf(exception) : null;
			if (StringUtils.hasText(reason)) {
				String text = textOf(reason, null, request);
				error.message((text != null) ? text : reason);
			}
			return error.build();
		}
		if (mayDescribe(status)) {
			describe(error, response.updateAndGetBody(this.messages, request.locale()));
		}
		else if (exception instanceof ResponseStatusException withReason && withReason.getReason() != null) {
			error.message(textOf(withReason.getReason(),
					response.getDetailMessageArguments(this.messages, request.locale()), request));
		}
		return error.build();
	}

	/**
	 * Return whether clients may see the text of an exception. For server errors, it is
	 * often the text of another exception.
	 * @param status the status of the error
	 * @return whether the text is meant for clients
	 */
	private boolean mayDescribe(int status) {
		return status < HttpStatus.INTERNAL_SERVER_ERROR.value() || this.serverErrorDetails;
	}

	/**
	 * Return the application's text for a reason that is a code.
	 * @param reason the reason
	 * @param arguments the values for the placeholders of the text, or {@code null}
	 * @param request the request
	 * @return the text, or {@code null} if the reason is not a code
	 */
	private @Nullable String textOf(String reason, Object @Nullable [] arguments, ErrorRequest request) {
		String text = this.messages.getMessage(reason, arguments, null, request.locale());
		return reason.equals(text) ? null : text;
	}

	/**
	 * Describe an error as the application did. If there is only a title, it is the
	 * message, too, because the message of the entry could contradict it.
	 * @param error the error
	 * @param body the description
	 */
	private static void describe(ApiError.Builder error, ProblemDetail body) {
		HttpStatus standard = HttpStatus.resolve(body.getStatus());
		String title = body.getTitle();
		if (StringUtils.hasText(title) && (standard == null || !title.equals(standard.getReasonPhrase()))) {
			error.title(title).message(title);
		}
		if (StringUtils.hasText(body.getDetail())) {
			error.message(body.getDetail());
		}
		if (body.getType() != null && !body.getType().toString().equals("about:blank")) {
			error.type(body.getType());
		}
		if (body.getProperties() != null) {
			error.facts(body.getProperties());
		}
	}

	/**
	 * Return whether the text of an exception was written by the application, that is,
	 * whether the exception is a class of the application or one of the two that Spring
	 * offers for this purpose.
	 * @param exception the exception
	 * @return whether its text is meant for clients
	 */
	private static boolean isFromApplication(Throwable exception) {
		Class<?> type = exception.getClass();
		return type == ResponseStatusException.class || type == ErrorResponseException.class
				|| !type.getName().startsWith("org.springframework.");
	}

	/**
	 * Return the reason of an exception of Spring if the application provided it. Spring
	 * composes the other reasons from what the client sent. Such exceptions have
	 * arguments for their details, or Spring has created them.
	 * @param exception the exception
	 * @return the reason, {@code null} or empty if the application provided none
	 */
	private static @Nullable String reasonOf(Throwable exception) {
		return (exception instanceof ResponseStatusException withReason
				&& withReason.getDetailMessageArguments() == null && !isCreatedBySpring(exception))
						? withReason.getReason() : null;
	}

	private static boolean isCreatedBySpring(Throwable exception) {
		// WebFlux composes the reasons of its own exceptions, whose frames take long to
		// get
		if (exception.getClass().getName().startsWith("org.springframework.web.reactive.")) {
			return true;
		}
		StackTraceElement[] frames = StackFrames.of(exception);
		return frames.length > 0 && frames[0].getClassName().startsWith("org.springframework.web.");
	}

	private static Map<String, List<String>> headers(ErrorResponse response) {
		HttpHeaders headers = response.getHeaders();
		if (headers.isEmpty()) {
			return Map.of();
		}
		Map<String, List<String>> copy = new LinkedHashMap<>();
		headers.forEach((name, values) -> {
			List<String> present = values.stream().filter(Objects::nonNull).toList();
			if (!present.isEmpty()) {
				copy.put(name, present);
			}
		});
		return copy;
	}

	/**
	 * The values of an annotation.
	 *
	 * @param status the status, 0 if there is no annotation
	 * @param reason the reason, may be empty
	 */
	private record ResponseStatusValue(int status, String reason) {

		static ResponseStatusValue of(Class<?> type) {
			ResponseStatus annotation = AnnotatedElementUtils.findMergedAnnotation(type, ResponseStatus.class);
			return (annotation != null) ? new ResponseStatusValue(annotation.code().value(), annotation.reason())
					: NONE;
		}

	}

}
