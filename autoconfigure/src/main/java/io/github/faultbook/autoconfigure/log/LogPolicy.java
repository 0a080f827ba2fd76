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

package io.github.faultbook.autoconfigure.log;

import java.util.Map;

import io.github.faultbook.pipeline.ErrorEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;

/**
 * Decides at which level an error is logged: by the class of its exception, else by its
 * code, else by its status, else by whether the client or the server is at fault.
 *
 * @param byClass levels of exceptions, subclasses included
 * @param byCode levels of codes
 * @param byStatus levels of statuses
 * @param clientErrors the level of all other client errors
 * @param serverErrors the level of all other server errors
 */
public record LogPolicy(Map<Class<?>, LogLevel> byClass, Map<String, LogLevel> byCode, Map<Integer, LogLevel> byStatus,
		LogLevel clientErrors, LogLevel serverErrors) {

	/**
	 * The name of a class that applications without Spring MVC do not have.
	 */
	private static final String TIMEOUT = "org.springframework.web.context.request.async.AsyncRequestTimeoutException";

	/**
	 * Return the level at which an error is logged.
	 * @param event the error
	 * @return the level
	 */
	public LogLevel levelOf(ErrorEvent event) {
		LogLevel level = levelOf(event.exception());
		level = (level != null) ? level : this.byCode.get(event.error().code());
		level = (level != null) ? level : this.byStatus.get(event.error().status());
		if (level != null) {
			return level;
		}
		return isServerError(event) ? this.serverErrors : this.clientErrors;
	}

	/**
	 * Return whether the server is at fault. It is not for features that it does not
	 * support, because any client can request them, and not for an asynchronous request
	 * that timed out, which is how long polling ends.
	 * @param event the error
	 * @return whether the status is 500 or above, but neither 501 nor 505, and the
	 * exception is not Spring's timeout of asynchronous requests
	 */
	static boolean isServerError(ErrorEvent event) {
		int status = event.error().status();
		return status >= 500 && status != 501 && status != 505 && !isTimeout(event.exception());
	}

	private static boolean isTimeout(@Nullable Throwable exception) {
		return exception != null && exception.getClass().getName().equals(TIMEOUT);
	}

	private @Nullable LogLevel levelOf(@Nullable Throwable exception) {
		if (exception == null || this.byClass.isEmpty()) {
			return null;
		}
		LogLevel level = null;
		for (Class<?> type = exception.getClass(); level == null && type != Object.class; type = type.getSuperclass()) {
			level = this.byClass.get(type);
		}
		return level;
	}

}
