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

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.faultbook.ApiFault;

import org.springframework.core.NestedCheckedException;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Determines which exceptions an {@link ExceptionHandler @ExceptionHandler} method is
 * meant for.
 */
public final class HandledExceptions {

	/**
	 * The superclasses that say nothing about what went wrong.
	 */
	private static final Set<Class<?>> GENERIC = Set.of(Throwable.class, Exception.class, RuntimeException.class,
			Error.class, NestedCheckedException.class, NestedRuntimeException.class);

	private HandledExceptions() {
	}

	/**
	 * Return the exceptions that a method declares.
	 * @param method an {@code @ExceptionHandler} method
	 * @return the classes of its annotation, else the types of its parameters
	 */
	public static List<Class<?>> declaredBy(Method method) {
		List<Class<?>> annotated = annotatedOn(method);
		return annotated.isEmpty() ? List.of(method.getParameterTypes()) : annotated;
	}

	private static List<Class<?>> annotatedOn(Method method) {
		ExceptionHandler annotation = AnnotatedElementUtils.findMergedAnnotation(method, ExceptionHandler.class);
		return (annotation != null) ? List.of(annotation.exception()) : List.of();
	}

	/**
	 * Return the exceptions that a method declares and that say nothing about what went
	 * wrong, such as {@link Exception}.
	 * @param method an {@code @ExceptionHandler} method
	 * @return the classes, empty if the method is no catch-all
	 */
	public static List<Class<?>> genericOf(Method method) {
		return declaredBy(method).stream().filter(GENERIC::contains).toList();
	}

	/**
	 * Return whether a method is meant for an exception of the catalog. A method for
	 * every {@link Exception} is not.
	 * @param method an {@code @ExceptionHandler} method
	 * @param fault the class of the exception, which is an {@link ApiFault}
	 * @return whether the annotation or a parameter of the method names the class of the
	 * exception, one of its interfaces, or a superclass that is not generic
	 */
	public static boolean includeFault(Method method, Class<?> fault) {
		return Stream.concat(annotatedOn(method).stream(), Stream.of(method.getParameterTypes()))
			.anyMatch((type) -> type.isAssignableFrom(fault) && !isGeneric(type));
	}

	private static boolean isGeneric(Class<?> type) {
		// Such as Object, for a parameter of any type
		return GENERIC.contains(type) || type.isAssignableFrom(Throwable.class);
	}

}
