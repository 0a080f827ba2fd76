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

package io.github.faultbook.sample.bank;

import java.net.http.HttpTimeoutException;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;

/**
 * {@link ErrorResolver} that distinguishes timeouts of the bank from its other failures,
 * which a mapping by class cannot do.
 */
@Component
class BankTimeoutResolver implements ErrorResolver {

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		boolean late = exception instanceof ResourceAccessException
				&& exception.getCause() instanceof HttpTimeoutException;
		return late ? ApiError.of(CommonError.GATEWAY_TIMEOUT) : null;
	}

}
