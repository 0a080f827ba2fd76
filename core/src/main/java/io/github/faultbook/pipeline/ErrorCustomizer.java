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

package io.github.faultbook.pipeline;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

/**
 * Callback to change an error before it is written. Customizers are called in order, each
 * with the result of the one before, and by many threads at once. If a customizer throws
 * an exception or returns {@code null}, the error stays as it was, and the failure is
 * logged.
 */
@FunctionalInterface
public interface ErrorCustomizer {

	/**
	 * Change an error.
	 * @param error the error
	 * @param exception the exception that led to it, or {@code null} if only a status is
	 * known
	 * @param request the request that failed
	 * @return the error to send, which may be the given one
	 */
	ApiError customize(ApiError error, @Nullable Throwable exception, ErrorRequest request);

}
