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

import io.github.faultbook.pipeline.ErrorReply;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is left to the guard, as the response was committed, another error had
 * been sent before, or the client wants the error page. The listeners have already been
 * notified.
 *
 * @param reply the answer
 * @param failure why the request failed
 */
record UnsentAnswer(ErrorReply reply, Throwable failure) {

	private static final String ATTRIBUTE = UnsentAnswer.class.getName();

	/**
	 * Find the unsent answer to a request.
	 * @param request the request
	 * @return the answer, or {@code null} if there is none
	 */
	static @Nullable UnsentAnswer find(HttpServletRequest request) {
		return (UnsentAnswer) request.getAttribute(ATTRIBUTE);
	}

	/**
	 * Keep this answer for the guard.
	 * @param request the request
	 */
	void keep(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

}
