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

package io.github.faultbook.autoconfigure.version;

import java.util.List;
import java.util.function.Supplier;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.autoconfigure.settings.RequestVersions;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.web.accept.InvalidApiVersionException;
import org.springframework.web.accept.MissingApiVersionException;
import org.springframework.web.accept.NotAcceptableApiVersionException;

/**
 * {@link ErrorResolver} for requests without a valid version of the API. The violation
 * names the input that carries the version, and the versions that exist. It also knows
 * for which version a request is.
 */
public final class ApiVersionErrorResolver implements ErrorResolver, RequestVersions {

	private final InputViolations inputs;

	private final Supplier<@Nullable ApiVersions<?>> versions;

	/**
	 * Create a resolver.
	 * @param inputs creates the violations
	 * @param versions the versions of the application, {@code null} if it has none;
	 * supplied lazily as they belong to the web stack
	 */
	public ApiVersionErrorResolver(InputViolations inputs, Supplier<@Nullable ApiVersions<?>> versions) {
		this.inputs = inputs;
		this.versions = versions;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (!(exception instanceof MissingApiVersionException) && !(exception instanceof InvalidApiVersionException)) {
			return null;
		}
		ApiVersions<?> known = this.versions.get();
		Violation violation = (known != null) ? violation(exception, known, request) : null;
		ApiError.Builder error = ApiError.builder(CommonError.INVALID_REQUEST);
		return ((violation != null) ? error.violations(List.of(violation)) : error).build();
	}

	@Override
	public boolean isFor(ErrorRequest request, String version) {
		ApiVersions<?> known = this.versions.get();
		return known != null && isFor(known, request, version);
	}

	@Override
	public boolean isWellFormed(String version) {
		ApiVersions<?> known = this.versions.get();
		return known == null || known.isWellFormed(version);
	}

	private static <R> boolean isFor(ApiVersions<R> known, ErrorRequest request, String version) {
		R unwrapped = known.unwrap(request);
		return unwrapped != null && known.isFor(unwrapped, version);
	}

	private <R> @Nullable Violation violation(Throwable exception, ApiVersions<R> known, ErrorRequest request) {
		R unwrapped = known.unwrap(request);
		ApiVersions.Place place = (unwrapped != null) ? known.placeIn(unwrapped) : null;
		if (unwrapped == null || place == null) {
			return null;
		}
		if (!(exception instanceof InvalidApiVersionException invalid) || !place.present()) {
			return this.inputs.required(place.in(), place.path(), request.locale());
		}
		if (!known.isWellFormed(invalid.getVersion())) {
			return this.inputs.malformed(place.in(), place.path(), request.locale());
		}
		List<String> choices = (exception instanceof NotAcceptableApiVersionException) ? known.acceptedBy(unwrapped)
				: known.supported(unwrapped);
		return this.inputs.choice(place.in(), place.path(), choices, request.locale());
	}

}
