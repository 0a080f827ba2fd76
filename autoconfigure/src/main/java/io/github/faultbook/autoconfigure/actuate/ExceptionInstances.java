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

package io.github.faultbook.autoconfigure.actuate;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.objenesis.ObjenesisException;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;

/**
 * Makes instances of exceptions of which nothing but the class is known. Constructors are
 * tried with arguments that say as little as possible, the one with the fewest first, and
 * public ones before others. If all of them fail, none runs.
 */
final class ExceptionInstances {

	private static final boolean WEB = ClassUtils.isPresent("org.springframework.http.HttpStatusCode",
			ExceptionInstances.class.getClassLoader());

	private final SpringObjenesis objenesis = new SpringObjenesis();

	/**
	 * Create an instance.
	 * @param type the class
	 * @return the instance
	 * @throws ObjenesisException if the class has no instances
	 * @throws LinkageError if the class needs another one that is missing
	 */
	Instance create(Class<? extends Throwable> type) {
		if (!Modifier.isAbstract(type.getModifiers())) {
			for (Constructor<?> constructor : constructorsOf(type)) {
				Instance instance = create(constructor);
				if (instance != null) {
					return instance;
				}
			}
		}
		return new Instance(this.objenesis.newInstance(type), null);
	}

	private static List<Constructor<?>> constructorsOf(Class<?> type) {
		return Stream.of(type.getDeclaredConstructors())
			.sorted(Comparator.comparingInt((Constructor<?> constructor) -> constructor.getParameterCount())
				.thenComparing((constructor) -> !Modifier.isPublic(constructor.getModifiers()))
				.thenComparing(Constructor::toString))
			.toList();
	}

	private static @Nullable Instance create(Constructor<?> constructor) {
		@Nullable Object[] arguments = Stream.of(constructor.getParameterTypes()).map(ExceptionInstances::argument).toArray();
		try {
			if (constructor.trySetAccessible()) {
				return new Instance((Throwable) constructor.newInstance(arguments), describe(constructor, arguments));
			}
		}
		catch (ReflectiveOperationException | LinkageError ex) {
			// Another one may ask for less
		}
		return null;
	}

	private static @Nullable Object argument(Class<?> type) {
		if (type == String.class) {
			return "";
		}
		if (type.isPrimitive()) {
			return Array.get(Array.newInstance(type, 1), 0);
		}
		if (type.isAssignableFrom(CommonError.class) && ErrorCode.class.isAssignableFrom(type)) {
			return CommonError.INTERNAL_SERVER_ERROR;
		}
		if (WEB && HttpStatusCode.class.isAssignableFrom(type) && type.isAssignableFrom(HttpStatus.class)) {
			return HttpStatus.INTERNAL_SERVER_ERROR;
		}
		Object[] constants = type.getEnumConstants();
		return (constants != null && constants.length > 0) ? constants[0] : null;
	}

	private static String describe(Constructor<?> constructor, @Nullable Object[] arguments) {
		return Stream.of(arguments)
			.map((argument) -> (argument instanceof String) ? "\"\"" : String.valueOf(argument))
			.collect(Collectors.joining(", ", constructor.getDeclaringClass().getSimpleName() + "(", ")"));
	}

	/**
	 * An exception to ask about.
	 *
	 * @param exception the exception
	 * @param constructor the call that made it, or {@code null} if no constructor ran
	 */
	record Instance(Throwable exception, @Nullable String constructor) {

	}

}
