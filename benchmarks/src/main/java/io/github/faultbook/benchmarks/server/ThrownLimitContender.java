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

package io.github.faultbook.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * The application that fails like the other contenders and writes constant bytes in the
 * first resolver of Spring MVC. The difference from the limit is the cost of an exception
 * in Spring MVC.
 */
@Configuration(proxyBeanMethods = false)
@Import(InvoiceController.class)
class ThrownLimitContender {

	@Bean
	Function<String, RuntimeException> notFound() {
		return (id) -> new StacklessException();
	}

	@Bean
	HandlerExceptionResolver firstResolver() {
		return new FirstResolver();
	}

	private static final class FirstResolver implements HandlerExceptionResolver, PriorityOrdered {

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE;
		}

		@Override
		public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
				@Nullable Object handler, Exception exception) {
			int status = (exception instanceof StacklessException) ? 404 : 500;
			try {
				LimitContender.write(request.getMethod().equals("POST") ? 400 : status, response);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return new ModelAndView();
		}

	}

	@SuppressWarnings("serial")
	private static final class StacklessException extends RuntimeException {

		StacklessException() {
			super(null, null, false, false);
		}

	}

}
