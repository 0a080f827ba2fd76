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
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * The application that fails like the other contenders and writes constant bytes in an
 * advice. The difference from the limit is the cost of an exception and an advice in
 * Spring MVC.
 */
@Configuration(proxyBeanMethods = false)
@Import({ InvoiceController.class, AdviceLimitContender.Advice.class })
class AdviceLimitContender {

	@Bean
	Function<String, RuntimeException> notFound() {
		return (id) -> new StacklessException();
	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler
		void handle(Exception exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
			boolean unknown = exception instanceof StacklessException || exception instanceof ErrorResponse;
			int status = unknown ? 404 : 500;
			LimitContender.write(request.getMethod().equals("POST") ? 400 : status, response);
		}

	}

	@SuppressWarnings("serial")
	private static final class StacklessException extends RuntimeException {

		StacklessException() {
			super(null, null, false, false);
		}

	}

}
