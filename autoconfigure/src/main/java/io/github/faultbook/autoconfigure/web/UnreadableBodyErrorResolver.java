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

package io.github.faultbook.autoconfigure.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Resolves request bodies that cannot be read. If the JSON is well formed, the answer
 * names the place that has the wrong type.
 */
final class UnreadableBodyErrorResolver implements ErrorResolver {

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (!(exception instanceof HttpMessageNotReadableException)) {
			return null;
		}
		if (exception.getCause() instanceof InvalidDefinitionException) {
			return ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
		}
		ApiError.Builder error = ApiError.builder(CommonError.INVALID_REQUEST);
		if (exception.getCause() instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
			error.violations(List.of(violation(mismatch)));
		}
		return error.build();
	}

	private static Violation violation(MismatchedInputException mismatch) {
		List<Object> path = path(mismatch);
		if (mismatch instanceof PropertyBindingException) {
			return new Violation(path, Violation.In.BODY, "unknown_field", "is not a known field", Map.of());
		}
		if (mismatch instanceof InvalidFormatException && mismatch.getTargetType() != null
				&& mismatch.getTargetType().isEnum()) {
			return new Violation(path, Violation.In.BODY, "invalid_choice", "is not one of the allowed values",
					Map.of());
		}
		return new Violation(path, Violation.In.BODY, "invalid_format", "has the wrong type or format", Map.of());
	}

	private static List<Object> path(JacksonException exception) {
		List<Object> path = new ArrayList<>();
		for (JacksonException.Reference reference : exception.getPath()) {
			if (reference.getPropertyName() != null) {
				path.add(reference.getPropertyName());
			}
			else if (reference.getIndex() >= 0) {
				path.add(reference.getIndex());
			}
		}
		return path;
	}

}
