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

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Callback to find the exception for which a filter sent a status without a body, so that
 * it is passed to resolvers, customizers and listeners. All beans of this type are called
 * in order until one of them returns an exception.
 */
@FunctionalInterface
public interface ServletErrorCause {

	/**
	 * Find the exception.
	 * @param status the status that was sent
	 * @param request the request
	 * @param response the response, not committed
	 * @return the exception, or {@code null} if this callback does not know one
	 */
	@Nullable Throwable find(int status, HttpServletRequest request, HttpServletResponse response);

}
