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

import org.jspecify.annotations.Nullable;

/**
 * Logs failures of which no listener can be notified.
 */
final class FailureLog {

	private FailureLog() {
	}

	/**
	 * Log a failure at the level {@code ERROR}.
	 * @param source the class that gives the logger its name
	 * @param line what failed
	 * @param failure the exception, or {@code null} if there is none
	 */
	static void error(Class<?> source, String line, @Nullable Throwable failure) {
		System.Logger logger = System.getLogger(source.getName());
		try {
			logger.log(System.Logger.Level.ERROR, line, failure);
		}
		catch (Throwable ex) {
			// Loggers ask exceptions for messages and causes, and these may throw
			Throwable unloggable = (failure != null) ? failure : ex;
			logger.log(System.Logger.Level.ERROR, line + ". " + unloggable.getClass().getName() + " cannot be logged");
		}
	}

}
