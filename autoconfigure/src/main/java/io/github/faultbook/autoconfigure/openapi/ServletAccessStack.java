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

package io.github.faultbook.autoconfigure.openapi;

import java.util.List;

import io.github.faultbook.ErrorRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.FilterInvocation;
import org.springframework.security.web.access.PathPatternRequestTransformer;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The filter chains of a servlet application.
 *
 * @param proxies the filter chains
 * @param contextPath the path of the application
 */
record ServletAccessStack(ObjectProvider<FilterChainProxy> proxies, String contextPath) implements AccessStack {

	@Override
	public boolean isInForce() {
		return this.proxies.stream().findAny().isPresent();
	}

	@Override
	public @Nullable Chain chainFor(ErrorRequest request) {
		HttpServletRequest example = example(request);
		try {
			return this.proxies.stream()
				.flatMap((proxy) -> proxy.getFilterChains().stream())
				.filter((chain) -> chain.matches(example))
				.findFirst()
				.map((chain) -> new ServletChain(chain.getFilters(), example))
				.orElse(null);
		}
		catch (RuntimeException ex) {
			// The matcher needs more of a request than is available here
			return null;
		}
	}

	private HttpServletRequest example(ErrorRequest request) {
		String path = request.path().substring(this.contextPath.length());
		HttpServletRequest example = new FilterInvocation(this.contextPath, path, request.method()).getRequest();
		return new PathPatternRequestTransformer().transform(example);
	}

	/**
	 * A filter chain.
	 *
	 * @param filters the filters in order
	 * @param request the request
	 */
	private record ServletChain(List<Filter> filters, HttpServletRequest request) implements Chain {

		@Override
		public boolean allows(Authentication sender) {
			try {
				return this.filters.stream().filter(AuthorizationFilter.class::isInstance).allMatch((filter) -> {
					AuthorizationResult result = ((AuthorizationFilter) filter).getAuthorizationManager()
						.authorize(() -> sender, this.request);
					return result == null || result.isGranted();
				});
			}
			catch (RuntimeException ex) {
				// The rule needs more of a request than is available here
				return false;
			}
		}

		@Override
		public boolean readsBearerTokens() {
			return this.filters.stream()
				.anyMatch((filter) -> filter.getClass().getSimpleName().equals("BearerTokenAuthenticationFilter"));
		}

		@Override
		public boolean asksForCsrfToken() {
			return this.filters.stream().filter(CsrfFilter.class::isInstance).anyMatch(this::asks);
		}

		private boolean asks(Filter filter) {
			try {
				// The filter does not expose which requests it lets pass
				Object matcher = new DirectFieldAccessor(filter).getPropertyValue("requireCsrfProtectionMatcher");
				return !(matcher instanceof RequestMatcher requiring) || requiring.matches(this.request);
			}
			catch (RuntimeException ex) {
				return true;
			}
		}

	}

}
