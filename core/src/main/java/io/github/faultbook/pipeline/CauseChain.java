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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/**
 * The causes of an exception, which may form a ring, have no end or fail when asked for:
 * whoever follows them must stop somewhere.
 */
public final class CauseChain {

	private static final int MAX_CAUSES = 1000;

	/**
	 * How many exceptions of a chain are looked at, the thrown one included.
	 */
	static final int MAX_ASKED = 32;

	/**
	 * These classes only: one that extends them has a meaning of its own.
	 */
	private static final Set<Class<?>> WRAPPERS = Set.of(CompletionException.class, ExecutionException.class,
			InvocationTargetException.class, UndeclaredThrowableException.class);

	private CauseChain() {
	}

	/**
	 * Return whether an exception or one of its first 31 causes passes a test.
	 * @param exception the exception
	 * @param test the test
	 * @return whether one does
	 */
	public static boolean anyMatch(Throwable exception, Predicate<Throwable> test) {
		Throwable candidate = exception;
		for (int depth = 0; candidate != null && depth < MAX_ASKED; depth++) {
			if (test.test(candidate)) {
				return true;
			}
			candidate = candidate.getCause();
		}
		return false;
	}

	/**
	 * Return what is wrapped, however often, in exceptions that say nothing themselves.
	 * @param exception the exception
	 * @param wrapper the class of the wrappers; one that extends it has a meaning of its
	 * own
	 * @return the exception that is no wrapper, or the last one that has no cause; the
	 * given one if its causes have no end
	 */
	public static Throwable unwrap(Throwable exception, Class<? extends Throwable> wrapper) {
		if (exception.getClass() != wrapper || isEndless(exception)) {
			return exception;
		}
		Throwable unwrapped = exception;
		while (unwrapped.getClass() == wrapper && unwrapped.getCause() != null) {
			unwrapped = unwrapped.getCause();
		}
		return unwrapped;
	}

	/**
	 * Return the exception that the JDK has wrapped to report it, such as in a
	 * {@link CompletionException}.
	 * @param exception the exception
	 * @return the first exception that is no wrapper; the given one if there is none, or
	 * if its causes have no end
	 */
	public static Throwable unwrap(Throwable exception) {
		if (!isWrapper(exception) || isEndless(exception)) {
			return exception;
		}
		Throwable unwrapped = exception;
		while (unwrapped != null && isWrapper(unwrapped)) {
			unwrapped = unwrapped.getCause();
		}
		return (unwrapped != null) ? unwrapped : exception;
	}

	static boolean isWrapper(Throwable exception) {
		return WRAPPERS.contains(exception.getClass());
	}

	/**
	 * Return whether the causes of an exception have no end that can be found. Spring
	 * MVC, Spring Security and loggers would follow them until the memory is exhausted.
	 * @param exception the exception
	 * @return whether the exception must be kept from them
	 */
	public static boolean isEndless(Throwable exception) {
		Throwable cause = exception;
		try {
			for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
				cause = cause.getCause();
			}
			return cause != null;
		}
		catch (Throwable ex) {
			return true;
		}
	}

}
