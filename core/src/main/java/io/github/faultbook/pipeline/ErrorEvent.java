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

import java.util.List;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

/**
 * An error that listeners are notified of.
 *
 * @param error the error, as it was written
 * @param exception the exception that led to it, or {@code null} if only a status is
 * known
 * @param request the request that failed; it can only be read until the listener returns,
 * as servers reuse their requests
 * @param failures the exceptions that resolvers, customizers, message sources, facts and
 * formats threw while the error was handled, usually empty
 */
public record ErrorEvent(ApiError error, @Nullable Throwable exception, ErrorRequest request,
		List<Throwable> failures) {

	public ErrorEvent {
		failures = List.copyOf(failures);
	}

}
