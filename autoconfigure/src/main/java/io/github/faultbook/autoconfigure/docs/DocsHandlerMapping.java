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

package io.github.faultbook.autoconfigure.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * {@code HandlerMapping} for the paths of the pages. It comes after all mappings of the
 * application and applies the application's interceptors, so that an interceptor that
 * requires a key protects the pages, too.
 */
final class DocsHandlerMapping extends SimpleUrlHandlerMapping {

	/**
	 * After controllers, functions and views, before static resources.
	 */
	private static final int ORDER = 100;

	private final List<WebMvcConfigurer> configurers;

	DocsHandlerMapping(String path, DocsHandler handler, List<WebMvcConfigurer> configurers) {
		this.configurers = configurers;
		setOrder(ORDER);
		Map<String, HttpRequestHandler> handlers = new LinkedHashMap<>();
		handlers.put(path, handler::index);
		for (Representation representation : Representation.values()) {
			if (representation.extension() != null) {
				handlers.put(path + representation.extension(),
						(request, response) -> handler.index(representation, request, response));
			}
		}
		handlers.put(path + "/", handler::redirectToIndex);
		handlers.put(path + "/*", handler::page);
		setUrlMap(handlers);
	}

	@Override
	protected void extendInterceptors(List<Object> interceptors) {
		OpenInterceptorRegistry registry = new OpenInterceptorRegistry();
		this.configurers.forEach((configurer) -> configurer.addInterceptors(registry));
		interceptors.addAll(registry.getInterceptors());
	}

	/**
	 * A registry that exposes its interceptors.
	 */
	private static final class OpenInterceptorRegistry extends InterceptorRegistry {

		@Override
		protected List<Object> getInterceptors() {
			return super.getInterceptors();
		}

	}

}
