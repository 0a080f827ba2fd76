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
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Determines the names of properties in forms, which come from the constructors that data
 * binding calls.
 */
final class FormNames {

	private FormNames() {
	}

	/**
	 * Return the names of the properties of a class.
	 * @param type the class
	 * @return the names that differ from those in Java, by the name in Java
	 */
	static Map<String, String> of(Class<?> type) {
		Map<String, String> names = new HashMap<>();
		Constructor<?> constructor = constructorOf(type);
		if (constructor == null) {
			return names;
		}
		RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : null;
		Parameter[] parameters = constructor.getParameters();
		for (int i = 0; i < parameters.length; i++) {
			BindParam annotation = parameters[i].getAnnotation(BindParam.class);
			if (annotation != null) {
				boolean component = components != null && components.length == parameters.length;
				names.put(component ? components[i].getName() : parameters[i].getName(), annotation.value());
			}
		}
		return names;
	}

	private static @Nullable Constructor<?> constructorOf(Class<?> type) {
		try {
			return BeanUtils.getResolvableConstructor(type);
		}
		catch (IllegalStateException ex) {
			// There is no constructor, or the choice is ambiguous
			return null;
		}
	}

}
