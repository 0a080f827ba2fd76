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

package io.github.faultbook.autoconfigure.reactive;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/**
 * Callback that knows why other code than a handler has refused a request, so that the
 * exception is passed to resolvers, customizers and listeners. All beans of this type are
 * called in order until one of them returns an exception.
 */
public interface ReactiveErrorCause {

	/**
	 * Find the exception for which a status was sent without a body.
	 * @param status the status that was sent
	 * @param exchange the exchange, whose response is not committed
	 * @return the exception, or {@code null} if this callback does not know one
	 */
	@Nullable Throwable find(int status, ServerWebExchange exchange);

	/**
	 * Return whether the calling code writes a text that is no more than the status. It
	 * is called in the thread and below the method that writes the body.
	 * @param exchange the exchange, whose response is not committed and has an error
	 * status
	 * @return whether to answer as if there were no body
	 */
	boolean isBare(ServerWebExchange exchange);

	/**
	 * Return whether a filter handles an exception of a handler, for example because it
	 * asks for credentials.
	 * @param exception the exception
	 * @return whether the exception must reach the filters
	 */
	boolean isForFilters(Throwable exception);

}
