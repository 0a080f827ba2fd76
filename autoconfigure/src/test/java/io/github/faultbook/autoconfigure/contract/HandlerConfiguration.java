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

import java.security.Principal;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

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

	@Bean
	SimpleUrlHandlerMapping webSockets() {
		RequestUpgradeStrategy strategy = new RequestUpgradeStrategy() {

			@Override
			public String[] getSupportedVersions() {
				return new String[] { "13" };
			}

			@Override
			public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
				return List.of();
			}

			@Override
			public void upgrade(ServerHttpRequest request, ServerHttpResponse response, @Nullable String protocol,
					List<WebSocketExtension> extensions, @Nullable Principal user, WebSocketHandler handler,
					Map<String, Object> attributes) {
				throw new UnsupportedOperationException();
			}

		};
		return new SimpleUrlHandlerMapping(Map.of("/socket",
				new WebSocketHttpRequestHandler(new TextWebSocketHandler(), new DefaultHandshakeHandler(strategy))),
				-1);
	}

	@Controller
	static class ViewController {

		@GetMapping("/unwritable/{what}")
		void unwritable(@PathVariable String what) {
			throw switch (what) {
				case "entity" -> new ArrayStoreException(Markers.SECRET);
				case "body" -> new NegativeArraySizeException(Markers.SECRET);
				default -> new ArithmeticException(Markers.SECRET);
			};
		}

		@ExceptionHandler
		ResponseEntity<Map<String, String>> handle(ArrayStoreException exception) {
			return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("own", "format"));
		}

		@ExceptionHandler
		@ResponseStatus(HttpStatus.GONE)
		@ResponseBody
		Map<String, String> handle(NegativeArraySizeException exception) {
			return Map.of("own", "format");
		}

		@ExceptionHandler
		@ResponseBody
		Map<String, String> handle(ArithmeticException exception) {
			return Map.of("own", "format");
		}

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
