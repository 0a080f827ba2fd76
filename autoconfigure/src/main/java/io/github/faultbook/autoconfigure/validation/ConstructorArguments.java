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
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;

/**
 * Finds the arguments of the constructors that data binding calls, under the names that
 * clients use.
 */
final class ConstructorArguments {

	private static final int DEEPEST = 4;

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
		return (constructor != null) ? Stream.of(BeanUtils.getParameterNames(constructor)).toList() : List.of();
	}

	private static @Nullable Constructor<?> constructorOf(Class<?> type) {
		try {
			return BeanUtils.getResolvableConstructor(type);
		}
		catch (IllegalStateException ex) {
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
		collect(root, name, List.of(), new HashSet<>(), found);
		return (found.size() == 1) ? found.get(0) : null;
	}

	private static void collect(Class<?> type, String name, List<Object> path, Set<Class<?>> outer,
			List<List<Object>> found) {
		if (type.getName().equals(name)) {
			found.add(path);
		}
		Constructor<?> constructor = (path.size() < DEEPEST && !BeanUtils.isSimpleProperty(type) && outer.add(type))
				? constructorOf(type) : null;
		if (constructor != null) {
			@Nullable String[] names = BeanUtils.getParameterNames(constructor);
			Class<?>[] types = constructor.getParameterTypes();
			// If a parameter is a value class of Kotlin, the constructor has one more
			// parameter, which has no name
			for (int i = 0; i < names.length; i++) {
				List<Object> inner = new ArrayList<>(path);
				inner.add(names[i]);
				collect(types[i], name, inner, outer, found);
			}
			outer.remove(type);
		}
	}

}
