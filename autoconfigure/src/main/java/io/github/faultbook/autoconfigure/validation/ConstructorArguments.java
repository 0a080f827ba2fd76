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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.faultbook.Violation;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

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

	/**
	 * Stands for the position or the key of an element in a path.
	 */
	private static final Object ELEMENT = new Object();

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
	 * Return the paths that the parameters of a request have values for.
	 * @param parameters the names of the parameters
	 * @return the paths of the parameters and of the objects around them, in order,
	 * including the empty path
	 */
	static Set<List<Object>> sentBy(Set<String> parameters) {
		Set<List<Object>> paths = new LinkedHashSet<>();
		paths.add(List.of());
		for (String parameter : parameters) {
			List<Object> path = Violation.parsePath(parameter);
			for (int length = 1; length <= Math.min(path.size(), 2 * DEEPEST); length++) {
				paths.add(path.subList(0, length));
			}
		}
		return paths;
	}

	/**
	 * Find the objects of a class among the constructor arguments of another object, at
	 * any depth.
	 * @param root the class of the other object
	 * @param name the name of the class of the objects
	 * @param sent the paths that were sent
	 * @return the paths of those that were sent, empty for the other object itself; if
	 * none was sent, the path of the only one there is; else no paths
	 */
	static List<List<Object>> find(Class<?> root, String name, Set<List<Object>> sent) {
		List<List<Object>> declared = new ArrayList<>();
		visit(root, List.of(), new HashSet<>(), (type, path) -> {
			if (type.getName().equals(name)) {
				declared.add(path);
			}
		});
		List<List<Object>> found = sent.stream()
			.filter((path) -> declared.stream().anyMatch((other) -> matches(path, other)))
			.toList();
		return (found.isEmpty() && declared.size() == 1 && !declared.get(0).contains(ELEMENT)) ? declared : found;
	}

	private static boolean matches(List<Object> path, List<Object> declared) {
		return path.size() == declared.size() && IntStream.range(0, path.size())
			.allMatch((i) -> declared.get(i) == ELEMENT || declared.get(i).equals(path.get(i)));
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
			// A list without elements can be created
			boolean element = path.contains(ELEMENT);
			Constructor<?> constructor = (element || BeanUtils.isSimpleProperty(type)) ? null : constructorOf(type);
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
				ResolvableType argument = ResolvableType
					.forMethodParameter(MethodParameter.forExecutable(constructor, i).nestedIfOptional());
				visit(elementOf(argument, inner), inner, outer, visitor);
			}
			outer.remove(type);
		}
	}

	/**
	 * Return the class of the elements of a container, which may be nested, as data
	 * binding determines it.
	 * @param type the type of the container, or any other type
	 * @param path the path of the container, to which the elements are added
	 * @return the class of the elements, or the class of the given type
	 */
	private static Class<?> elementOf(ResolvableType type, List<Object> path) {
		ResolvableType element = (type.toClass() == Optional.class) ? type.getGeneric() : type;
		// A list may be its own element
		while (path.size() < 2 * DEEPEST && (List.class.isAssignableFrom(element.toClass())
				|| Map.class.isAssignableFrom(element.toClass()) || element.isArray())) {
			element = element.getNested(2);
			path.add(ELEMENT);
		}
		return element.toClass();
	}

}
