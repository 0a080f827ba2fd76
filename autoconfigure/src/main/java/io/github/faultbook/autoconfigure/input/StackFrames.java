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

package io.github.faultbook.autoconfigure.input;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Finds out where an exception was thrown, if its class is too general to tell.
 */
public final class StackFrames {

	/**
	 * Reactor moves the frames of an exception to this one, which it suppresses.
	 */
	private static final String MOVED = "reactor.core.publisher.FluxOnAssembly$OnAssemblyException";

	private StackFrames() {
	}

	/**
	 * Return the frames of an exception.
	 * @param exception the exception
	 * @return the frames, starting where the exception was created
	 */
	public static StackTraceElement[] of(Throwable exception) {
		for (Throwable suppressed : exception.getSuppressed()) {
			if (suppressed.getClass().getName().equals(MOVED)) {
				return suppressed.getStackTrace();
			}
		}
		return exception.getStackTrace();
	}

	/**
	 * Return whether an exception was thrown by a method or by one that it called.
	 * @param exception the exception
	 * @param depth the number of frames to examine, starting where the exception was
	 * created
	 * @param type the class of the method
	 * @param method the name of the method, or {@code null} for any method of the class
	 * @return whether one of the frames is the method's
	 */
	public static boolean contain(Throwable exception, int depth, Class<?> type, @Nullable String method) {
		return Arrays.stream(of(exception))
			.limit(depth)
			.anyMatch((frame) -> frame.getClassName().equals(type.getName())
					&& (method == null || method.equals(frame.getMethodName())));
	}

	/**
	 * Return whether a class threw an exception or called the library that did.
	 * @param exception the exception
	 * @param type accepts the name of the class
	 * @param libraries the beginnings of the names of classes that may be in between
	 * @return whether nothing but the libraries is between the class and the exception
	 */
	public static boolean areOf(Throwable exception, Predicate<String> type, Collection<String> libraries) {
		for (StackTraceElement frame : of(exception)) {
			if (type.test(frame.getClassName())) {
				return true;
			}
			if (libraries.stream().noneMatch(frame.getClassName()::startsWith)) {
				return false;
			}
		}
		return false;
	}

}
