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
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.input.JsonProblemCollector.Problems;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.node.MissingNode;

/**
 * {@link ErrorResolver} for request bodies, and parts of them, that cannot be read. Each
 * problem of the JSON becomes a violation.
 */
final class UnreadableBodyErrorResolver implements ErrorResolver {

	private final ObjectMapper mapper;

	private final JsonViolations violations;

	private final InputViolations inputs;

	private final ApplicationCauses causes;

	private final int limit;

	/**
	 * Create a resolver.
	 * @param mapper the mapper that reads the bodies again
	 * @param inputs creates the violations
	 * @param causes resolves exceptions that the application threw while its objects were
	 * created
	 * @param limit the maximum number of listed violations
	 */
	UnreadableBodyErrorResolver(ObjectMapper mapper, InputViolations inputs, ApplicationCauses causes, int limit) {
		this.mapper = mapper;
		this.violations = new JsonViolations(inputs, mapper);
		this.inputs = inputs;
		this.causes = causes;
		this.limit = limit;
	}

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		UnreadableBody body = UnreadableBody.of(exception, request);
		if (body == null) {
			return null;
		}
		ApiError own = this.causes.resolve(exception, request);
		if (own != null) {
			return own;
		}
		if (body.cause() instanceof InvalidDefinitionException) {
			return ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
		}
		ApiError.Builder error = ApiError.builder(CommonError.INVALID_REQUEST);
		if (body.cause() instanceof JacksonException first) {
			describe(error, first, body, request.locale());
		}
		else if (body.missing()) {
			error.violations(List.of(this.inputs.required(In.BODY, List.of(), request.locale())));
		}
		return error.build();
	}

	private void describe(ApiError.Builder error, JacksonException first, UnreadableBody body, Locale locale) {
		byte[] json = (body.type() != null && first instanceof DatabindException) ? body.bytes().get() : null;
		Problems problems = (json != null) ? JsonProblemCollector
			.collect(this.mapper.readerFor(this.mapper.constructType(body.type())), json, first, this.limit)
				: Problems.of(first);
		String part = body.part();
		error
			.violations(this.violations.describe(problems.listed(), (part != null) ? In.PART : In.BODY,
					(part != null) ? List.of(part) : List.of(),
					(path) -> (json != null) ? valueAt(json, path) : MissingNode.getInstance(), locale))
			.omittedViolations(problems.count() - problems.listed().size());
	}

	private JsonNode valueAt(byte[] json, List<Object> path) {
		try {
			JsonNode node = this.mapper.readTree(json);
			for (Object segment : path) {
				node = (segment instanceof Integer position) ? node.path(position) : node.path(segment.toString());
			}
			return node;
		}
		catch (JacksonException ex) {
			// The document is malformed behind the object
			return MissingNode.getInstance();
		}
	}

}
