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

package io.github.faultbook.autoconfigure.openapi;

import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;

/**
 * How Spring Security decides about the requests of a web stack.
 */
interface AccessStack {

	/**
	 * Return whether Spring Security decides about requests at all.
	 * @return whether it has filter chains
	 */
	boolean isInForce();

	/**
	 * Find the filter chain for a request.
	 * @param request the request
	 * @return the chain, or {@code null} if there is none or it is not known
	 */
	@Nullable Chain chainFor(ErrorRequest request);

	/**
	 * The filters for a request.
	 */
	interface Chain {

		/**
		 * Return whether somebody may send the request.
		 * @param sender the sender
		 * @return {@code false} also if that is not known
		 */
		boolean allows(Authentication sender);

		/**
		 * Return whether the request can have a bearer token.
		 * @return whether a filter reads such tokens
		 */
		boolean readsBearerTokens();

		/**
		 * Return whether the request must have a CSRF token.
		 * @return {@code true} also if that is not known
		 */
		boolean asksForCsrfToken();

	}

}
