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

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * {@code HandlerMapping} for the paths of the pages. It comes after all mappings of the
 * application and applies the application's interceptors, so that an interceptor that
 * requires a key protects the pages, too.
 */
final class ServletDocsHandlerMapping extends SimpleUrlHandlerMapping {

	/**
	 * After controllers, functions and views, before static resources.
	 */
	private static final int ORDER = 100;

	private final List<WebMvcConfigurer> configurers;

	ServletDocsHandlerMapping(DocsHandler handler, List<WebMvcConfigurer> configurers) {
		this.configurers = configurers;
		setOrder(ORDER);
		Map<String, HttpRequestHandler> handlers = new LinkedHashMap<>();
		handler.routes()
			.forEach((path, route) -> handlers.put(path,
					(request, response) -> send(route.apply(describe(request)), request, response)));
		setUrlMap(handlers);
	}

	private static PageRequest describe(HttpServletRequest request) {
		return new PageRequest(request.getMethod(),
				ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication(),
				(name) -> Collections.list(request.getHeaders(name)),
				(name) -> (request.getQueryString() != null) ? request.getParameter(name) : null);
	}

	private static void send(PageResponse page, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.setStatus(page.status().value());
		page.headers().forEach((name, values) -> {
			if (name.equalsIgnoreCase(HttpHeaders.VARY)) {
				values.forEach((value) -> response.addHeader(name, value));
			}
			else {
				values.forEach((value) -> response.setHeader(name, value));
			}
		});
		PageContent content = page.content();
		String etag = page.etag();
		if (content == null || (etag != null && new ServletWebRequest(request, response).checkNotModified(etag))) {
			return;
		}
		response.setContentType(content.contentType());
		response.setContentLength(content.body().length);
		if (!HttpMethod.HEAD.matches(request.getMethod())) {
			response.getOutputStream().write(content.body());
		}
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
