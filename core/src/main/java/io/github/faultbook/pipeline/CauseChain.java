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

import org.jspecify.annotations.Nullable;

/**
 * Iterates over an exception and its causes. Causes may be cyclic or endless, or may fail
 * when they are requested, so the chain ends after 100 exceptions or at the first
 * failure. All code that follows causes uses this class.
 */
public final class CauseChain {

	private static final int MAX_LENGTH = 100;

	/**
	 * The classes whose exceptions are skipped. Subclasses of them have a meaning of
	 * their own and are not skipped.
	 */
	private static final Set<Class<?>> WRAPPERS = Set.of(CompletionException.class, ExecutionException.class,
			InvocationTargetException.class, UndeclaredThrowableException.class);

	private final Throwable exception;

	private @Nullable Throwable current;

	private @Nullable Throwable failure;

	private int length;

	/**
	 * Start before the first exception.
	 * @param exception the exception, followed by its causes
	 */
	CauseChain(Throwable exception) {
		this.exception = exception;
	}

	/**
	 * Return the next exception of the chain.
	 * @return the exception itself first, then its cause, and so on; {@code null} after
	 * the last one
	 */
	@Nullable Throwable next() {
		if (this.length == MAX_LENGTH || (this.current == null && this.length > 0)) {
			return null;
		}
		this.current = (this.current == null) ? this.exception : cause(this.current);
		this.length++;
		return this.current;
	}

	private @Nullable Throwable cause(Throwable exception) {
		try {
			return exception.getCause();
		}
		catch (Throwable ex) {
			this.failure = ex;
			return null;
		}
	}

	/**
	 * Return why the chain ended early.
	 * @return the exception that {@code getCause()} threw, or {@code null}
	 */
	@Nullable Throwable failure() {
		return this.failure;
	}

	/**
	 * Return whether an exception or one of its causes passes a test.
	 * @param exception the exception
	 * @param test the test
	 * @return whether one of them passes
	 */
	public static boolean anyMatch(Throwable exception, Predicate<Throwable> test) {
		return first(exception, test) != null;
	}

	/**
	 * Find the first exception of a type.
	 * @param <T> the type
	 * @param exception the exception
	 * @param type the class or interface
	 * @return the exception itself or the first of its causes that has the type, or
	 * {@code null}
	 */
	public static <T> @Nullable T find(Throwable exception, Class<T> type) {
		Throwable found = first(exception, type::isInstance);
		return (found != null) ? type.cast(found) : null;
	}

	private static @Nullable Throwable first(Throwable exception, Predicate<Throwable> test) {
		CauseChain chain = new CauseChain(exception);
		for (Throwable candidate = chain.next(); candidate != null; candidate = chain.next()) {
			if (test.test(candidate)) {
				return candidate;
			}
		}
		return null;
	}

	/**
	 * Return the exception inside any number of wrappers.
	 * @param exception the exception
	 * @param wrapper the class of the wrappers, not including subclasses
	 * @return the first exception that is not a wrapper, or the last wrapper if it has no
	 * cause; the given exception if its causes have no end
	 */
	public static Throwable unwrap(Throwable exception, Class<? extends Throwable> wrapper) {
		if (exception.getClass() != wrapper || isEndless(exception)) {
			return exception;
		}
		Throwable unwrapped = exception;
		CauseChain chain = new CauseChain(exception);
		for (Throwable next = chain.next(); next != null; next = chain.next()) {
			unwrapped = next;
			if (next.getClass() != wrapper) {
				break;
			}
		}
		return unwrapped;
	}

	/**
	 * Return the exception that the JDK has wrapped to report it, such as in a
	 * {@link CompletionException}.
	 * @param exception the exception
	 * @return the first exception that is not a wrapper, or the given one if there is no
	 * such exception
	 */
	public static Throwable unwrap(Throwable exception) {
		CauseChain chain = new CauseChain(exception);
		for (Throwable candidate = chain.next(); candidate != null; candidate = chain.next()) {
			if (!isWrapper(candidate)) {
				return candidate;
			}
		}
		return exception;
	}

	static boolean isWrapper(Throwable exception) {
		return WRAPPERS.contains(exception.getClass());
	}

	/**
	 * Return whether the causes of an exception have no end that can be found. Spring
	 * MVC, Spring Security and loggers would follow them until the memory is exhausted.
	 * @param exception the exception
	 * @return whether the exception must not be passed to them
	 */
	public static boolean isEndless(Throwable exception) {
		CauseChain chain = new CauseChain(exception);
		Throwable last = exception;
		for (Throwable next = chain.next(); next != null; next = chain.next()) {
			last = next;
		}
		boolean longer = chain.length == MAX_LENGTH && chain.cause(last) != null;
		return longer || chain.failure != null;
	}

}
