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

package io.github.faultbook.autoconfigure.contract;

import java.util.Map;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Handlers other than plain methods, and what stands around them.
 */
@Configuration(proxyBeanMethods = false)
class HandlerConfiguration implements WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new FailingInterceptor()).addPathPatterns("/intercepted/**");
	}

	@Bean
	SimpleUrlHandlerMapping plainHandlers() {
		HttpRequestHandler handler = (request, response) -> {
			throw new IllegalStateException(Markers.SECRET);
		};
		return new SimpleUrlHandlerMapping(Map.of("/plain", handler), -1);
	}

	@Controller
	static class ViewController {

		@GetMapping("/view/broken")
		View broken() {
			return (model, request, response) -> {
				response.getWriter().write("begun");
				throw new IllegalStateException(Markers.SECRET);
			};
		}

		@GetMapping("/view/unknown")
		String unknown() {
			return "/nowhere";
		}

		@GetMapping("/annotated/method")
		@ResponseStatus(code = HttpStatus.CONFLICT, reason = "It is taken.")
		void annotatedMethod() {
		}

		@GetMapping("/annotated/failure-handler")
		void annotatedExceptionHandler() {
			throw new UnsupportedOperationException(Markers.SECRET);
		}

		@ExceptionHandler
		@ResponseStatus(code = HttpStatus.GONE, reason = "It is over.")
		void handle(UnsupportedOperationException exception) {
		}

		@GetMapping("/intercepted/{where}")
		@ResponseBody
		String intercepted() {
			return "ok";
		}

		@GetMapping("/async/task")
		@ResponseBody
		WebAsyncTask<String> task() {
			return new WebAsyncTask<>(() -> {
				throw new ApiException(CommonError.CONFLICT);
			});
		}

		@GetMapping("/async/events")
		SseEmitter events() {
			SseEmitter emitter = new SseEmitter();
			emitter.completeWithError(new ApiException(CommonError.CONFLICT));
			return emitter;
		}

	}

	private static final class FailingInterceptor implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
				throws Exception {
			if (request.getRequestURI().endsWith("/before")) {
				throw new ApiException(CommonError.CONFLICT);
			}
			if (request.getRequestURI().endsWith("/send-error")) {
				response.sendError(410, Markers.SECRET);
				return false;
			}
			return true;
		}

		@Override
		public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
				@Nullable ModelAndView view) {
			if (request.getRequestURI().endsWith("/view")) {
				throw new IllegalStateException(Markers.SECRET);
			}
		}

	}

}
