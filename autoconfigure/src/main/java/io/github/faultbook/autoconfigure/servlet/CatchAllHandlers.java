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

package io.github.faultbook.autoconfigure.servlet;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.github.faultbook.autoconfigure.input.HandledExceptions;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Logs at start-up which {@code @ExceptionHandler} methods of the application handle
 * exceptions of any class or all exceptions of Spring MVC, as Faultbook does not handle
 * these exceptions.
 */
final class CatchAllHandlers {

	private static final Log logger = LogFactory.getLog(CatchAllHandlers.class);

	private CatchAllHandlers() {
	}

	static void log(ApplicationContext context) {
		Set<Class<?>> types = new LinkedHashSet<>();
		Stream<@Nullable Class<?>> advices = ControllerAdviceBean.findAnnotatedBeans(context)
			.stream()
			.map(ControllerAdviceBean::getBeanType);
		Stream<@Nullable Class<?>> controllers = Arrays.stream(context.getBeanNamesForAnnotation(Controller.class))
			.map(context::getType);
		Stream.concat(advices, controllers).forEach((type) -> {
			if (type != null) {
				types.add(ClassUtils.getUserClass(type));
			}
		});
		types.forEach(CatchAllHandlers::log);
	}

	private static void log(Class<?> type) {
		if (ResponseEntityExceptionHandler.class.isAssignableFrom(type)) {
			logger
				.info("%s extends ResponseEntityExceptionHandler and takes the exceptions of Spring MVC, such as those "
					.formatted(type.getName())
						+ "for invalid input and unknown resources. Faultbook does not answer them, so they have no "
						+ "violations, codes or references");
		}
		MethodIntrospector
			.selectMethods(type,
					(MethodFilter) (method) -> AnnotatedElementUtils.hasAnnotation(method, ExceptionHandler.class))
			.forEach((method) -> HandledExceptions.genericOf(method)
				.forEach((root) -> logger
					.info("%s.%s takes each %s for which no handler is more specific, and Faultbook does not answer it. "
						.formatted(type.getName(), method.getName(), root.getSimpleName())
							+ "Faultbook answers ApiException and everything that implements ApiFault, unless an "
							+ "@ExceptionHandler method names their class, a superclass of their own or an interface")));
	}

}
