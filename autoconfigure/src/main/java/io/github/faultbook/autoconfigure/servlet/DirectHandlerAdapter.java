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

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Calls the methods of controllers through method handles. Reflection wraps what a method
 * throws in an {@link java.lang.reflect.InvocationTargetException}, which Spring unwraps
 * at once, but not before the virtual machine has written down the hundred frames of its
 * stack trace: that takes about as long as all the rest that is done about an error.
 * <p>
 * What a handle cannot do as reflection does is left to Spring: functions of Kotlin, and
 * arguments that do not fit, about which Spring has more to say than a
 * {@link ClassCastException}.
 */
final class DirectHandlerAdapter extends RequestMappingHandlerAdapter {

	private final Map<Method, Optional<Target>> targets = new ConcurrentHashMap<>();

	@Override
	protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handlerMethod) {
		return new DirectHandlerMethod(handlerMethod);
	}

	/**
	 * A method of a controller that is called directly where that is possible.
	 */
	private final class DirectHandlerMethod extends ServletInvocableHandlerMethod {

		private final @Nullable Target target;

		DirectHandlerMethod(HandlerMethod handlerMethod) {
			super(handlerMethod);
			this.target = DirectHandlerAdapter.this.targets.computeIfAbsent(getBridgedMethod(), Target::of)
				.orElse(null);
		}

		@Override
		protected @Nullable Object doInvoke(@Nullable Object... args) throws Exception {
			if (this.target == null || !this.target.takes(getBean(), args)) {
				return super.doInvoke(args);
			}
			try {
				return this.target.invoke(getBean(), args);
			}
			catch (Exception | Error ex) {
				throw ex;
			}
			catch (Throwable ex) {
				throw new IllegalStateException(formatInvokeError("Invocation failure", args), ex);
			}
		}

	}

	/**
	 * What a method handle calls.
	 */
	private static final class Target {

		private static final MethodType ANY = MethodType.methodType(Object.class, Object.class, Object[].class);

		private final MethodHandle handle;

		private final Class<?> type;

		private final Class<?>[] parameterTypes;

		private Target(MethodHandle handle, Method method) {
			this.handle = handle;
			this.type = method.getDeclaringClass();
			this.parameterTypes = method.getParameterTypes();
		}

		/**
		 * Find the handle of a method.
		 * @param method the method, made accessible
		 * @return the target, empty if reflection does more than a handle would
		 */
		static Optional<Target> of(Method method) {
			if (Modifier.isStatic(method.getModifiers()) || KotlinDetector.isKotlinType(method.getDeclaringClass())) {
				return Optional.empty();
			}
			try {
				MethodHandle handle = MethodHandles.lookup().unreflect(method).asFixedArity();
				return Optional
					.of(new Target(handle.asSpreader(Object[].class, method.getParameterCount()).asType(ANY), method));
			}
			catch (IllegalAccessException ex) {
				return Optional.empty();
			}
		}

		boolean takes(Object bean, @Nullable Object[] args) {
			if (!this.type.isInstance(bean) || args.length != this.parameterTypes.length) {
				return false;
			}
			for (int i = 0; i < args.length; i++) {
				if (!ClassUtils.isAssignableValue(this.parameterTypes[i], args[i])) {
					return false;
				}
			}
			return true;
		}

		@Nullable Object invoke(Object bean, @Nullable Object[] args) throws Throwable {
			return (Object) this.handle.invokeExact(bean, args);
		}

	}

}
