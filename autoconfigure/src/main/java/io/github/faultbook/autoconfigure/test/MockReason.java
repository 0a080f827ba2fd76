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

package io.github.faultbook.autoconfigure.test;

import jakarta.servlet.RequestDispatcher;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultHandler;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Provides the reason that Spring MVC would pass to {@code sendError}, for
 * {@code status().reason(…)}. Faultbook handles errors without a call of that method, and
 * reasons are never sent to clients, so only tests with a mock response can see them.
 */
final class MockReason implements ResultHandler {

	@Override
	public void handle(MvcResult result) throws Exception {
		MockHttpServletResponse response = result.getResponse();
		String reason = reasonOf(result);
		if (response.getStatus() >= 400 && reason != null && response.getErrorMessage() == null) {
			response.setCommitted(false);
			response.sendError(response.getStatus(), reason);
		}
	}

	private static @Nullable String reasonOf(MvcResult result) {
		if (result.getRequest().getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String message) {
			return message;
		}
		Exception exception = result.getResolvedException();
		if (exception instanceof ResponseStatusException status) {
			return status.getReason();
		}
		if (exception instanceof ErrorResponse response) {
			return response.getBody().getDetail();
		}
		ResponseStatus annotation = (exception != null)
				? AnnotatedElementUtils.findMergedAnnotation(exception.getClass(), ResponseStatus.class) : null;
		return (annotation != null && !annotation.reason().isEmpty()) ? annotation.reason() : null;
	}

}
