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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.faultbook.ApiFault;
import io.github.faultbook.autoconfigure.input.HandledExceptions;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

/**
 * Determines which exceptions are handled by {@code @ExceptionHandler} methods of the
 * application. As Faultbook does not handle these exceptions, their responses cannot be
 * described.
 */
final class ExceptionHandlers {

	private final OperationStack stack;

	private final Supplier<Map<ControllerAdviceBean, ExceptionHandlerMethodResolver>> advices;

	/**
	 * Create an instance.
	 * @param stack calls the methods
	 * @param context the application context with the advices
	 */
	ExceptionHandlers(OperationStack stack, ApplicationContext context) {
		this.stack = stack;
		this.advices = SingletonSupplier.of(() -> advices(context));
	}

	private static Map<ControllerAdviceBean, ExceptionHandlerMethodResolver> advices(ApplicationContext context) {
		Map<ControllerAdviceBean, ExceptionHandlerMethodResolver> advices = new LinkedHashMap<>();
		for (ControllerAdviceBean advice : ControllerAdviceBean.findAnnotatedBeans(context)) {
			Class<?> type = advice.getBeanType();
			if (type != null) {
				advices.put(advice, new ExceptionHandlerMethodResolver(type));
			}
		}
		return advices;
	}

	/**
	 * Return whether a method of the application handles an exception.
	 * @param controller the class of the controller that throws it, or {@code null} if it
	 * is thrown before a controller is found
	 * @param exception the class of the exception
	 * @return whether a method of the controller or of an advice handles the exception
	 */
	boolean take(@Nullable Class<?> controller, Class<? extends Throwable> exception) {
		Stream<ExceptionHandlerMethodResolver> own = (controller != null)
				? Stream.of(new ExceptionHandlerMethodResolver(controller)) : Stream.empty();
		Stream<ExceptionHandlerMethodResolver> shared = this.advices.get()
			.entrySet()
			.stream()
			.filter((advice) -> advice.getKey().isApplicableToBeanType(controller))
			.map(Map.Entry::getValue);
		return Stream.concat(own, shared)
			.map((resolver) -> resolver.resolveMethodByExceptionType(exception))
			.anyMatch((method) -> method != null
					&& (this.stack.catchAllTakesFaults() || !ApiFault.class.isAssignableFrom(exception)
							|| HandledExceptions.includeFault(method, exception)));
	}

}
