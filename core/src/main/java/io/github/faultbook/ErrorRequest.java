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

package io.github.faultbook;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The failed request as formats, customizers and listeners see it. Each HTTP stack has
 * its own implementation. All values may come from an attacker.
 */
public interface ErrorRequest {

	/**
	 * Return the HTTP method.
	 * @return the method, empty if the request line could not be read
	 */
	String method();

	/**
	 * Return the path of the request as it was sent, without the query, without
	 * parameters of its segments, which may hold a session, and with one slash at its
	 * beginning, as two would name a host.
	 * @return the path, empty if the request line could not be read
	 */
	String path();

	/**
	 * Return the value of a header. The values of several lines are one, separated by
	 * commas (RFC 9110, section 5.3).
	 * @param name the name of the header, in any case
	 * @return the value, or {@code null} if there is none
	 */
	@Nullable String header(String name);

	/**
	 * Return the language the client prefers.
	 * @return the locale, never {@code null}
	 */
	Locale locale();

	/**
	 * Return the text that identifies the request in the log and in the response.
	 * @return the reference: letters, digits, dots, hyphens and underscores
	 */
	String reference();

	/**
	 * Return the request of the HTTP stack, or its handler if one was found.
	 * @param type the expected type
	 * @param <T> the expected type
	 * @return the request or the handler, or {@code null} if neither is of this type
	 */
	<T> @Nullable T unwrap(Class<T> type);

}
