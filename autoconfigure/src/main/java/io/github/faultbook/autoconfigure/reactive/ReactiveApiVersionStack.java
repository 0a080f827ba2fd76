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

package io.github.faultbook.autoconfigure.reactive;

import java.util.List;
import java.util.Set;

import io.github.faultbook.autoconfigure.version.ApiVersionStack;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.MultiValueMap;
import org.springframework.util.MultiValueMapAdapter;
import org.springframework.web.reactive.accept.ApiVersionResolver;
import org.springframework.web.reactive.accept.ApiVersionStrategy;
import org.springframework.web.reactive.accept.AsyncApiVersionResolver;
import org.springframework.web.reactive.accept.DefaultApiVersionStrategy;
import org.springframework.web.reactive.accept.MediaTypeParamApiVersionResolver;
import org.springframework.web.reactive.accept.PathApiVersionResolver;
import org.springframework.web.reactive.accept.QueryApiVersionResolver;
import org.springframework.web.reactive.result.condition.VersionRequestCondition;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * The versions of an API with WebFlux.
 *
 * @param strategy the strategy of the application
 * @param mapping the handlers of the application
 */
record ReactiveApiVersionStack(ApiVersionStrategy strategy,
		RequestMappingHandlerMapping mapping) implements ApiVersionStack<ServerWebExchange> {

	@Override
	public Class<ServerWebExchange> requestType() {
		return ServerWebExchange.class;
	}

	@Override
	public Role roleOf(@Nullable Object part) {
		if (part instanceof ApiVersionStrategy) {
			return (part instanceof DefaultApiVersionStrategy) ? Role.DEFAULT_STRATEGY : Role.STRATEGY;
		}
		if (!(part instanceof ApiVersionResolver)) {
			return Role.NONE;
		}
		if (part instanceof QueryApiVersionResolver) {
			return Role.QUERY;
		}
		if (part instanceof PathApiVersionResolver) {
			return Role.PATH;
		}
		return (part instanceof MediaTypeParamApiVersionResolver) ? Role.MEDIA_TYPE : Role.RESOLVER;
	}

	/**
	 * Let a resolver find the version. An asynchronous resolver cannot be asked, as the
	 * error path does not wait.
	 */
	@Override
	@SuppressWarnings("removal")
	public @Nullable String resolve(Object resolver, ServerWebExchange exchange, Reads reads) {
		if (resolver instanceof AsyncApiVersionResolver) {
			return null;
		}
		ServerHttpRequest request = new RecordingRequest(exchange.getRequest(), reads);
		ServerWebExchange recording = exchange.mutate().request(request).build();
		return (resolver instanceof ApiVersionResolver known) ? known.resolveVersion(recording)
				: ((ApiVersionStrategy) resolver).resolveVersion(recording);
	}

	@Override
	public Comparable<?> parse(String version) {
		return this.strategy.parseVersion(version);
	}

	@Override
	public @Nullable Comparable<?> defaultVersion() {
		return this.strategy.getDefaultVersion();
	}

	@Override
	public void validate(Comparable<?> version, ServerWebExchange exchange) {
		this.strategy.validateVersion(version, exchange);
	}

	@Override
	public List<Handler<ServerWebExchange>> handlers() {
		return this.mapping.getHandlerMethods().keySet().stream().map(ReactiveApiVersionStack::handler).toList();
	}

	private static Handler<ServerWebExchange> handler(RequestMappingInfo info) {
		VersionRequestCondition version = info.getVersionCondition();
		return Handler.of(version.getVersion(), version.toString(), info.getPatternsCondition().getPatterns(),
				(exchange) -> info.getPatternsCondition().getMatchingCondition(exchange) != null
						&& info.getMethodsCondition().getMatchingCondition(exchange) != null);
	}

	/**
	 * Records which headers and parameters a resolver reads.
	 */
	private static final class RecordingRequest extends ServerHttpRequestDecorator {

		private final HttpHeaders headers;

		private final MultiValueMap<String, String> parameters;

		RecordingRequest(ServerHttpRequest request, Reads reads) {
			super(request);
			this.headers = new RecordingHeaders(request.getHeaders(), reads.headers());
			this.parameters = new RecordingParameters(request.getQueryParams(), reads.parameters());
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public MultiValueMap<String, String> getQueryParams() {
			return this.parameters;
		}

	}

	/**
	 * Records the names of the headers that are read.
	 */
	private static final class RecordingHeaders extends HttpHeaders {

		private final Set<String> names;

		RecordingHeaders(HttpHeaders headers, Set<String> names) {
			super(headers);
			this.names = names;
		}

		@Override
		public @Nullable String getFirst(String name) {
			this.names.add(name);
			return super.getFirst(name);
		}

		@Override
		public @Nullable List<String> get(String name) {
			this.names.add(name);
			return super.get(name);
		}

	}

	/**
	 * Records the names of the parameters that are read.
	 */
	private static final class RecordingParameters extends MultiValueMapAdapter<String, String> {

		private final Set<String> names;

		RecordingParameters(MultiValueMap<String, String> parameters, Set<String> names) {
			super(parameters);
			this.names = names;
		}

		@Override
		public @Nullable String getFirst(String name) {
			this.names.add(name);
			return super.getFirst(name);
		}

		@Override
		public @Nullable List<String> get(Object name) {
			this.names.add(String.valueOf(name));
			return super.get(name);
		}

	}

}
