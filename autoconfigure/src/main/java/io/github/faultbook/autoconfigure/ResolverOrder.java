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

package io.github.faultbook.autoconfigure;

/**
 * The order of Faultbook's resolvers. All of them come after the resolvers of the
 * application, including unordered ones.
 */
public final class ResolverOrder {

	/**
	 * The constraints of the database that the application maps, which are more specific
	 * than the exceptions that report them.
	 */
	public static final int CONSTRAINTS = -10;

	/**
	 * The mappings of the application, which may name any exception.
	 */
	public static final int MAPPINGS = 0;

	/**
	 * The decisions of Spring Security about a request, which are more specific than its
	 * exceptions.
	 */
	public static final int SECURITY_DECISION = 10;

	/**
	 * The exceptions of Spring Security.
	 */
	public static final int SECURITY = 20;

	/**
	 * Requests that the container rejects.
	 */
	public static final int CONTAINER = 30;

	/**
	 * Conflicts that a database reports.
	 */
	public static final int DATABASE = 35;

	/**
	 * Validation failures. Some of them carry a status, too.
	 */
	public static final int VALIDATION = 40;

	/**
	 * Missing and mistyped inputs. Some of them carry a status, too.
	 */
	public static final int INPUT = 50;

	/**
	 * All other exceptions that carry a status.
	 */
	public static final int STATUS = 60;

	private ResolverOrder() {
	}

}
