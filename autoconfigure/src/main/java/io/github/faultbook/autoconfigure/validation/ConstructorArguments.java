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

package io.github.faultbook.autoconfigure.validation;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;

/**
 * Finds the arguments of the constructors that data binding calls, under the names that
 * clients use.
 */
final class ConstructorArguments {

	private static final int DEEPEST = 4;

	/**
	 * The type of the last parameter, without a name, that Kotlin adds to a constructor
	 * that takes a value class.
	 */
	private static final String VALUE_CLASS_MARKER = "kotlin.jvm.internal.DefaultConstructorMarker";

	private ConstructorArguments() {
	}

	/**
	 * Return the names of the constructor arguments of a class.
	 * @param type the class
	 * @return the names in order, taken from {@code @BindParam} if present; empty if data
	 * binding cannot determine the constructor
	 */
	static List<String> namesOf(Class<?> type) {
		Constructor<?> constructor = constructorOf(type);
		return (constructor != null) ? namesOf(constructor) : List.of();
	}

	private static List<String> namesOf(Constructor<?> constructor) {
		try {
			return Stream.of(BeanUtils.getParameterNames(constructor)).toList();
		}
		catch (IllegalStateException ex) {
			// Classes of the JDK and of libraries may be compiled without the names
			return List.of();
		}
	}

	private static @Nullable Constructor<?> constructorOf(Class<?> type) {
		try {
			return BeanUtils.getResolvableConstructor(type);
		}
		catch (IllegalStateException | LinkageError ex) {
			// A class of a library may need other libraries that are not there
			return null;
		}
	}

	/**
	 * Find an object among the nested constructor arguments of another object.
	 * @param root the class of the other object
	 * @param name the name of the class of the object
	 * @return the path of the object, empty if it is the other object itself, or
	 * {@code null} if there is no such object or more than one
	 */
	static @Nullable List<Object> find(Class<?> root, String name) {
		List<List<Object>> found = new ArrayList<>();
		visit(root, List.of(), new HashSet<>(), (type, path) -> {
			if (type.getName().equals(name)) {
				found.add(path);
			}
		});
		return (found.size() == 1) ? found.get(0) : null;
	}

	/**
	 * Find a class whose constructor takes a value class of Kotlin, which data binding
	 * cannot create.
	 * @param root the class to start with
	 * @return the class itself or one of its nested constructor arguments, or
	 * {@code null} if data binding can create them all
	 */
	static @Nullable Class<?> findWithValueClass(Class<?> root) {
		List<Class<?>> found = new ArrayList<>();
		visit(root, List.of(), new HashSet<>(), (type, path) -> {
			Constructor<?> constructor = BeanUtils.isSimpleProperty(type) ? null : constructorOf(type);
			int count = (constructor != null) ? constructor.getParameterCount() : 0;
			if (count > 0 && constructor.getParameterTypes()[count - 1].getName().equals(VALUE_CLASS_MARKER)) {
				found.add(type);
			}
		});
		return found.isEmpty() ? null : found.get(0);
	}

	private static void visit(Class<?> type, List<Object> path, Set<Class<?>> outer,
			BiConsumer<Class<?>, List<Object>> visitor) {
		visitor.accept(type, path);
		Constructor<?> constructor = (path.size() < DEEPEST && !BeanUtils.isSimpleProperty(type) && outer.add(type))
				? constructorOf(type) : null;
		if (constructor != null) {
			List<String> names = namesOf(constructor);
			// If a parameter is a value class of Kotlin, the constructor has one more
			// parameter, which has no name
			for (int i = 0; i < names.size(); i++) {
				List<Object> inner = new ArrayList<>(path);
				inner.add(names.get(i));
				visit(typeOf(constructor, i), inner, outer, visitor);
			}
			outer.remove(type);
		}
	}

	private static Class<?> typeOf(Constructor<?> constructor, int index) {
		return MethodParameter.forExecutable(constructor, index).nestedIfOptional().getNestedParameterType();
	}

}
