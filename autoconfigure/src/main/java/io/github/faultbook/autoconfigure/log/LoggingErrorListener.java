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

import java.time.Duration;
import java.util.stream.Collectors;

import io.github.faultbook.ApiError;
import io.github.faultbook.autoconfigure.log.LogBudget.Kind;
import io.github.faultbook.pipeline.CauseChain;
import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import io.github.faultbook.pipeline.UnwritablePartException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;

/**
 * Logs each error once: server errors with the stack trace, client errors without. The
 * line contains what the client received. It does not contain the text of the exception,
 * which may repeat input of the client. If very many errors occur, some are only counted.
 */
public final class LoggingErrorListener implements ErrorListener, AutoCloseable {

	private static final Log logger = LogFactory.getLog("io.github.faultbook.errors");

	private static final int MAX_INPUTS = 10;

	private final LogPolicy policy;

	private final LogBudget budget;

	/**
	 * Create a listener.
	 * @param policy decides at which level errors are logged
	 * @param budget decides how many errors are logged, and is closed with this listener
	 */
	public LoggingErrorListener(LogPolicy policy, LogBudget budget) {
		this.policy = policy;
		this.budget = budget;
	}

	@Override
	public void onError(ErrorEvent event) {
		LogLevel level = this.policy.levelOf(event);
		if (isEnabled(level) && admits(level, event.error().code(), event.exception())) {
			log(level, line(event), LogPolicy.isServerError(event) ? event.exception() : null);
		}
		for (Throwable failure : event.failures()) {
			if (admits(LogLevel.ERROR, "failures while answering " + event.error().code(), failure)) {
				logFailure("Failed while answering " + line(event), failure);
			}
		}
	}

	private boolean admits(LogLevel level, String what, @Nullable Throwable exception) {
		return this.budget.admits(new Kind(level, what, (exception != null) ? exception.getClass().getName() : null),
				LoggingErrorListener::logOmitted);
	}

	private static void logOmitted(Kind kind, long omitted, Duration period) {
		String exception = (kind.exception() != null) ? ", " + kind.exception() : "";
		log(kind.level(),
				"%,d more in %d s were not logged: %s%s".formatted(omitted, period.toSeconds(), kind.what(), exception),
				null);
	}

	private static void logFailure(String line, Throwable failure) {
		boolean leftOut = failure instanceof UnwritablePartException;
		// The stack trace is the same for every fact of the class, so it is not repeated
		boolean withTrace = !leftOut || logger.isDebugEnabled();
		log(LogLevel.ERROR, leftOut ? line + ": " + LogText.inert(describe(failure)) : line,
				withTrace ? failure : null);
	}

	private static String describe(Throwable failure) {
		return failure.getMessage() + typeOf(failure.getCause());
	}

	private static void log(LogLevel level, String line, @Nullable Throwable exception) {
		try {
			level.log(logger, line,
					(exception != null && CauseChain.isEndless(exception)) ? substitute(exception) : exception);
		}
		catch (Throwable ex) {
			// Loggers ask exceptions for messages and causes, and these may throw
			level.log(logger, line, substitute(ex));
		}
	}

	/**
	 * Return something to log in place of an exception that cannot be logged.
	 * @param exception the exception
	 * @return an exception with the same stack trace and nothing else that could fail
	 */
	private static Throwable substitute(Throwable exception) {
		Throwable substitute = new Throwable(exception.getClass().getName() + " that cannot be logged");
		try {
			substitute.setStackTrace(exception.getStackTrace());
		}
		catch (Throwable ex) {
			substitute.setStackTrace(ex.getStackTrace());
		}
		return substitute;
	}

	private static boolean isEnabled(LogLevel level) {
		return switch (level) {
			case TRACE -> logger.isTraceEnabled();
			case DEBUG -> logger.isDebugEnabled();
			case INFO -> logger.isInfoEnabled();
			case WARN -> logger.isWarnEnabled();
			case ERROR -> logger.isErrorEnabled();
			case FATAL -> logger.isFatalEnabled();
			case OFF -> false;
		};
	}

	private static String line(ErrorEvent event) {
		ApiError error = event.error();
		return "%d %s, %s %s, reference %s%s%s".formatted(error.status(), error.code(),
				LogText.inert(event.request().method()), LogText.inert(event.request().path()),
				LogText.inert(event.request().reference()), typeOf(event.exception()), inputsOf(error));
	}

	private static String typeOf(@Nullable Throwable exception) {
		return (exception != null) ? ", " + exception.getClass().getName() : "";
	}

	private static String inputsOf(ApiError error) {
		if (error.violations().isEmpty()) {
			return "";
		}
		return error.violations()
			.stream()
			.limit(MAX_INPUTS)
			.map((violation) -> LogText.inert(violation.path().toString()) + " " + LogText.inert(violation.code()))
			.collect(Collectors.joining(", ", ", invalid: ",
					(error.violations().size() > MAX_INPUTS) ? " and more" : ""));
	}

	/**
	 * Log how many errors were only counted.
	 */
	@Override
	public void close() {
		this.budget.close();
	}

}
