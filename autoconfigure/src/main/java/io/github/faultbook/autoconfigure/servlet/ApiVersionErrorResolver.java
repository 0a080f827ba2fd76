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

package io.github.faultbook.autoconfigure.servlet;

import java.util.List;
import java.util.function.Supplier;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.pipeline.ErrorResolver;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.accept.InvalidApiVersionException;
import org.springframework.web.accept.MissingApiVersionException;
import org.springframework.web.accept.NotAcceptableApiVersionException;

/**
 * {@link ErrorResolver} for requests without a valid version of the API. The violation
 * names the input that carries the version, and the versions that exist.
 */
final class ApiVersionErrorResolver implements ErrorResolver {

	private final InputViolations inputs;

	private final Supplier<@Nullable ApiVersions> versions;

	/**
	 * Create a resolver.
	 * @param inputs creates the violations
	 * @param versions the versions of the application, {@code null} if it has none;
	 * supplied lazily as they belong to Spring MVC
	 */
	ApiVersionErrorResolver(InputViolations inputs, Supplier<@Nullable ApiVersions> versions) {
		this.inputs = inputs;
		this.versions = versions;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		boolean missing = exception instanceof MissingApiVersionException;
		if (!missing && !(exception instanceof InvalidApiVersionException)) {
			return null;
		}
		ApiError.Builder error = ApiError.builder(CommonError.INVALID_REQUEST);
		ApiVersions known = this.versions.get();
		HttpServletRequest servletRequest = request.unwrap(HttpServletRequest.class);
		ApiVersions.Place place = (known != null && servletRequest != null) ? known.placeIn(servletRequest) : null;
		if (known == null || servletRequest == null || place == null) {
			return error.build();
		}
		Violation violation;
		if (missing || !place.present()) {
			violation = this.inputs.required(place.in(), place.path(), request.locale());
		}
		else if (!known.isWellFormed(((InvalidApiVersionException) exception).getVersion())) {
			violation = this.inputs.malformed(place.in(), place.path(), request.locale());
		}
		else {
			List<String> choices = (exception instanceof NotAcceptableApiVersionException)
					? known.acceptedBy(servletRequest) : known.supported(servletRequest);
			violation = this.inputs.choice(place.in(), place.path(), choices, request.locale());
		}
		return error.violations(List.of(violation)).build();
	}

}
