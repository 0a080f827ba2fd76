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

import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Supplier;

import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.server.ServerWebInputException;

/**
 * A body, or a part of it, that could not be read, as each of Spring's web stacks reports
 * it.
 *
 * @param cause why it could not be read, or {@code null} if that is not known
 * @param missing whether there was no body
 * @param type the type that it was read as, or {@code null} if that is not known or if
 * its elements were read one by one
 * @param part the name of the part, or {@code null} for the body of the request itself
 * @param bytes returns the whole body, or {@code null} if it was not recorded
 */
record UnreadableBody(@Nullable Throwable cause, boolean missing, @Nullable Type type, @Nullable String part,
		Supplier<byte @Nullable []> bytes) {

	/**
	 * How the messages of Spring MVC and WebFlux begin if there is no body.
	 */
	private static final List<String> MISSING = List.of("Required request body is missing", "No request body");

	/**
	 * Return the body for which an exception was thrown.
	 * @param exception the exception
	 * @param request the request
	 * @return the body, or {@code null} if the exception reports something else
	 */
	static @Nullable UnreadableBody of(Throwable exception, ErrorRequest request) {
		if (exception instanceof HttpMessageNotReadableException unreadable) {
			return of(unreadable);
		}
		return (exception instanceof ServerWebInputException unreadable) ? of(unreadable, request) : null;
	}

	private static UnreadableBody of(HttpMessageNotReadableException exception) {
		RecordedBody body = bodyOf(exception);
		boolean missing = exception.getCause() == null && isMissing(exception.getMessage());
		if (body == null) {
			return new UnreadableBody(exception.getCause(), missing, null, null, () -> null);
		}
		return new UnreadableBody(exception.getCause(), missing, body.type(), body.part(), body::bytes);
	}

	private static @Nullable RecordedBody bodyOf(HttpMessageNotReadableException unreadable) {
		try {
			return (unreadable.getHttpInputMessage() instanceof RecordedBody body) ? body : null;
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

	private static @Nullable UnreadableBody of(ServerWebInputException exception, ErrorRequest request) {
		if (isMissing(exception.getReason())) {
			return new UnreadableBody(null, true, null, null, () -> null);
		}
		if (!(exception.getCause() instanceof DecodingException unreadable)) {
			return null;
		}
		MethodParameter parameter = exception.getMethodParameter();
		boolean part = parameter != null && parameter.hasParameterAnnotation(RequestPart.class);
		Recording recording = part ? null : request.unwrap(Recording.class);
		return new UnreadableBody(unreadable.getCause(), false, (parameter != null) ? typeOf(parameter) : null,
				part ? RequestParameters.nameOf(parameter) : null, () -> (recording != null) ? recording.end() : null);
	}

	private static @Nullable Type typeOf(MethodParameter parameter) {
		ResolvableType type = ResolvableType.forMethodParameter(parameter);
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(type.resolve());
		if (adapter == null) {
			return type.getType();
		}
		return adapter.isMultiValue() ? null : type.getGeneric().getType();
	}

	private static boolean isMissing(@Nullable String text) {
		return text != null && MISSING.stream().anyMatch(text::startsWith);
	}

}
