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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.pipeline.CauseChain;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidDefinitionException;

import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Resolves request bodies, and parts of them, that cannot be read: all that is wrong with
 * the JSON becomes violations. An exception that the application means for clients and
 * throws while its objects are made is left to the resolvers of causes.
 */
final class UnreadableBodyErrorResolver implements ErrorResolver {

	private final ObjectMapper mapper;

	private final JsonViolations violations;

	private final InputViolations inputs;

	UnreadableBodyErrorResolver(ObjectMapper mapper, InputViolations inputs) {
		this.mapper = mapper;
		this.violations = new JsonViolations(inputs, new JsonTypes(mapper));
		this.inputs = inputs;
	}

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (!(exception instanceof HttpMessageNotReadableException unreadable)
				|| CauseChain.anyMatch(exception, ApiFault.class::isInstance)) {
			return null;
		}
		if (exception.getCause() instanceof InvalidDefinitionException) {
			return ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
		}
		return ApiError.builder(CommonError.INVALID_REQUEST).violations(violations(unreadable, request)).build();
	}

	private List<Violation> violations(HttpMessageNotReadableException unreadable, ErrorRequest request) {
		Locale locale = request.locale();
		if (unreadable.getCause() instanceof JacksonException first) {
			RecordedBody body = bodyOf(unreadable);
			String part = (body != null) ? body.part() : null;
			In in = (part != null) ? In.PART : In.BODY;
			List<Object> path = (part != null) ? List.of(part) : List.of();
			List<Violation> violations = new ArrayList<>();
			for (JacksonException problem : problems(first, body)) {
				Violation violation = this.violations.read(problem, in, path, locale);
				if (violation != null) {
					violations.add(violation);
				}
			}
			return violations;
		}
		String text = unreadable.getMessage();
		boolean missing = unreadable.getCause() == null && text != null
				&& text.startsWith("Required request body is missing");
		return missing ? List.of(this.inputs.required(In.BODY, List.of(), locale)) : List.of();
	}

	private static @Nullable RecordedBody bodyOf(HttpMessageNotReadableException unreadable) {
		try {
			return (unreadable.getHttpInputMessage() instanceof RecordedBody body) ? body : null;
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

	private List<JacksonException> problems(JacksonException first, @Nullable RecordedBody body) {
		byte[] json = (body != null) ? body.bytes() : null;
		if (body == null || json == null || !(first instanceof DatabindException)) {
			return List.of(first);
		}
		return JsonProblemCollector.collect(this.mapper.readerFor(this.mapper.constructType(body.type())), json, first);
	}

}
