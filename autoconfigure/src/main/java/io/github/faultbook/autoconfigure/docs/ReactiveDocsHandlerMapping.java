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
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * {@code HandlerMapping} for the paths of the pages. It comes after all mappings of the
 * application.
 */
final class ReactiveDocsHandlerMapping extends SimpleUrlHandlerMapping {

	/**
	 * After controllers and functions, before static resources.
	 */
	private static final int ORDER = 100;

	ReactiveDocsHandlerMapping(DocsHandler handler) {
		setOrder(ORDER);
		Map<String, WebHandler> handlers = new LinkedHashMap<>();
		// A page may read files and takes as long as the catalog is large, so it must not
		// be written on an event loop
		handler.routes()
			.forEach((path, route) -> handlers.put(path,
					(exchange) -> Mono.fromCallable(() -> route.apply(describe(exchange)))
						.subscribeOn(Schedulers.boundedElastic())
						.flatMap((page) -> send(page, exchange))));
		setUrlMap(handlers);
	}

	private static PageRequest describe(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		return new PageRequest(request.getMethod().name(), request.getPath().pathWithinApplication(),
				request.getHeaders()::getOrEmpty, (name) -> parameter(request, name));
	}

	private static @Nullable String parameter(ServerHttpRequest request, String name) {
		try {
			return request.getQueryParams().getFirst(name);
		}
		catch (IllegalArgumentException ex) {
			// The query is malformed
			return null;
		}
	}

	private static Mono<Void> send(PageResponse page, ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		HttpHeaders headers = response.getHeaders();
		response.setStatusCode(page.status());
		page.headers().forEach((name, values) -> {
			if (name.equalsIgnoreCase(HttpHeaders.VARY)) {
				headers.addAll(name, values);
			}
			else {
				headers.put(name, values);
			}
		});
		PageContent content = page.content();
		String etag = page.etag();
		if (content == null || (etag != null && exchange.checkNotModified(etag))) {
			return response.setComplete();
		}
		headers.set(HttpHeaders.CONTENT_TYPE, content.contentType());
		headers.setContentLength(content.body().length);
		return (exchange.getRequest().getMethod() == HttpMethod.HEAD) ? response.setComplete()
				: response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(content.body())));
	}

}
