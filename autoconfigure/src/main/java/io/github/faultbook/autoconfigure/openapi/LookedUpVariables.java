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

package io.github.faultbook.autoconfigure.openapi;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;

/**
 * Recognizes path variables that stand for entities. A converter of the application, or
 * of Spring Data, looks them up and may find nothing, which is answered with 404.
 */
final class LookedUpVariables {

	/**
	 * The static methods by which Spring creates an object from a text.
	 */
	private static final List<String> FACTORY_METHODS = List.of("valueOf", "of", "from");

	private LookedUpVariables() {
	}

	/**
	 * Return whether a variable of an operation is looked up for certain.
	 * @param handler the method of the operation
	 * @return {@code false} also if that is not known
	 */
	static boolean in(HandlerMethod handler) {
		return Stream.of(handler.getMethodParameters()).anyMatch(LookedUpVariables::isLookedUp);
	}

	private static boolean isLookedUp(MethodParameter parameter) {
		MergedAnnotation<PathVariable> variable = MergedAnnotations.from(parameter.getParameterAnnotations())
			.get(PathVariable.class);
		Class<?> type = parameter.getParameterType();
		return variable.isPresent() && variable.getBoolean("required") && !parameter.isOptional()
				&& !BeanUtils.isSimpleProperty(type) && !type.getName().startsWith("java.") && !isMadeOfText(type);
	}

	/**
	 * Return whether Spring can create an object from a text without any converter of the
	 * application.
	 * @param type the class of the object
	 * @return whether its class has a suitable constructor or static method
	 */
	private static boolean isMadeOfText(Class<?> type) {
		return ClassUtils.hasConstructor(type, String.class) || FACTORY_METHODS.stream()
			.anyMatch((name) -> ClassUtils.getStaticMethod(type, name, String.class) != null);
	}

}
