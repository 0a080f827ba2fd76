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

import java.time.Duration;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.ErrorResolver;
import jakarta.servlet.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * {@link ErrorResolver} for servlets, filters and handlers that are not available. The
 * status is the one that the container would send. The servlet is not taken out of
 * service.
 */
final class UnavailableErrorResolver implements ErrorResolver {

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (!(exception instanceof UnavailableException unavailable)) {
			return null;
		}
		if (unavailable.isPermanent()) {
			return ApiError.of(CommonError.RESOURCE_NOT_FOUND);
		}
		// Not positive if the duration is unknown
		int seconds = unavailable.getUnavailableSeconds();
		return ApiError.builder(CommonError.SERVICE_UNAVAILABLE)
			.retryAfter((seconds > 0) ? Duration.ofSeconds(seconds) : null)
			.build();
	}

}
