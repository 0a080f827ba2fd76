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

package io.github.faultbook.autoconfigure.security;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;

/**
 * {@link ErrorResolver} for exceptions of Spring Security that its filters do not handle.
 * All kinds of invalid credentials get the same response, so that clients cannot find out
 * which users exist.
 */
final class SecurityErrorResolver implements ErrorResolver {

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		if (exception instanceof AuthenticationServiceException) {
			return ApiError.of(CommonError.INTERNAL_SERVER_ERROR);
		}
		if (exception instanceof AuthenticationException) {
			return ApiError.of(CommonError.AUTHENTICATION_REQUIRED);
		}
		return (exception instanceof AccessDeniedException) ? ApiError.of(CommonError.PERMISSION_DENIED) : null;
	}

}
