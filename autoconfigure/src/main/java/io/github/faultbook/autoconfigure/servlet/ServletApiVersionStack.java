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

import java.util.List;
import java.util.Set;

import io.github.faultbook.autoconfigure.version.ApiVersionStack;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.web.accept.ApiVersionResolver;
import org.springframework.web.accept.ApiVersionStrategy;
import org.springframework.web.accept.DefaultApiVersionStrategy;
import org.springframework.web.accept.MediaTypeParamApiVersionResolver;
import org.springframework.web.accept.PathApiVersionResolver;
import org.springframework.web.accept.QueryApiVersionResolver;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.condition.VersionRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The versions of an API with Spring MVC.
 *
 * @param strategy the strategy of the application
 * @param mapping the handlers of the application
 */
record ServletApiVersionStack(ApiVersionStrategy strategy,
		RequestMappingHandlerMapping mapping) implements ApiVersionStack<HttpServletRequest> {

	@Override
	public Class<HttpServletRequest> requestType() {
		return HttpServletRequest.class;
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

	@Override
	public @Nullable String resolve(Object resolver, HttpServletRequest request, Reads reads) {
		HttpServletRequest recording = new RecordingRequest(request, reads);
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
	public void validate(Comparable<?> version, HttpServletRequest request) {
		this.strategy.validateVersion(version, request);
	}

	@Override
	public List<Handler<HttpServletRequest>> handlers() {
		return this.mapping.getHandlerMethods().keySet().stream().map(ServletApiVersionStack::handler).toList();
	}

	private static Handler<HttpServletRequest> handler(RequestMappingInfo info) {
		VersionRequestCondition version = info.getVersionCondition();
		PathPatternsRequestCondition patterns = info.getPathPatternsCondition();
		return Handler.of(version.getVersion(), version.toString(),
				(patterns != null) ? patterns.getPatterns() : Set.of(),
				(request) -> patterns != null && patterns.getMatchingCondition(request) != null
						&& info.getMethodsCondition().getMatchingCondition(request) != null);
	}

	/**
	 * Records which headers and parameters a resolver reads.
	 */
	private static final class RecordingRequest extends HttpServletRequestWrapper {

		private final Reads reads;

		RecordingRequest(HttpServletRequest request, Reads reads) {
			super(request);
			this.reads = reads;
		}

		@Override
		public @Nullable String getHeader(String name) {
			this.reads.headers().add(name);
			return super.getHeader(name);
		}

		@Override
		public @Nullable String getParameter(String name) {
			this.reads.parameters().add(name);
			return super.getParameter(name);
		}

	}

}
