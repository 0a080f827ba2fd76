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
import java.util.concurrent.CompletableFuture;

import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authorization.AuthorizationWebFilter;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * The filter chains of a reactive application. Its filters do not expose their rules, so
 * their fields are read. As the thread must not block, a rule that does not decide at
 * once counts as not known.
 *
 * @param proxies the filter chains
 * @param basePath the path of the application
 */
record ReactiveAccessStack(ObjectProvider<WebFilterChainProxy> proxies, String basePath) implements AccessStack {

	@Override
	public boolean isInForce() {
		return this.proxies.stream().findAny().isPresent();
	}

	@Override
	public @Nullable Chain chainFor(ErrorRequest request) {
		try {
			ServerWebExchange example = ExampleExchange.of(request, this.basePath);
			List<?> chains = this.proxies.stream()
				.<Object>flatMap((proxy) -> ((List<?>) fieldOf(proxy, "filters", List.class)).stream())
				.toList();
			List<WebFilter> filters = now(Flux.fromIterable(chains)
				.cast(SecurityWebFilterChain.class)
				.filterWhen((chain) -> chain.matches(example))
				.next()
				.flatMapMany(SecurityWebFilterChain::getWebFilters)
				.collectList());
			return (filters != null) ? new ReactiveChain(filters, example) : null;
		}
		catch (RuntimeException ex) {
			// The matcher needs more of a request than is available here
			return null;
		}
	}

	private static <T> T fieldOf(Object target, String name, Class<T> type) {
		return type.cast(new DirectFieldAccessor(target).getPropertyValue(name));
	}

	private static <T> @Nullable T now(Mono<T> decision) {
		CompletableFuture<T> future = decision.toFuture();
		try {
			return future.getNow(null);
		}
		finally {
			future.cancel(true);
		}
	}

	/**
	 * A filter chain.
	 *
	 * @param filters the filters in order
	 * @param exchange the request
	 */
	private record ReactiveChain(List<WebFilter> filters, ServerWebExchange exchange) implements Chain {

		@Override
		public boolean allows(Authentication sender) {
			// By default, a request without credentials has no authentication
			Mono<Authentication> authentication = (sender instanceof AnonymousAuthenticationToken) ? Mono.empty()
					: Mono.just(sender);
			return this.filters.stream()
				.filter(AuthorizationWebFilter.class::isInstance)
				.allMatch((filter) -> allows(filter, authentication));
		}

		@SuppressWarnings("unchecked")
		private boolean allows(WebFilter filter, Mono<Authentication> authentication) {
			try {
				ReactiveAuthorizationManager<ServerWebExchange> manager = fieldOf(filter, "authorizationManager",
						ReactiveAuthorizationManager.class);
				AuthorizationResult result = now(manager.authorize(authentication, this.exchange));
				return result != null && result.isGranted();
			}
			catch (RuntimeException ex) {
				// The rule needs more of a request than is available here
				return false;
			}
		}

		@Override
		public boolean readsBearerTokens() {
			return this.filters.stream()
				.filter(AuthenticationWebFilter.class::isInstance)
				.anyMatch(ReactiveChain::readsBearerTokens);
		}

		private static boolean readsBearerTokens(WebFilter filter) {
			try {
				return fieldOf(filter, "authenticationConverter", Object.class).getClass()
					.getSimpleName()
					.equals("ServerBearerTokenAuthenticationConverter");
			}
			catch (RuntimeException ex) {
				return false;
			}
		}

		@Override
		public boolean asksForCsrfToken() {
			return this.filters.stream().filter(CsrfWebFilter.class::isInstance).anyMatch(this::asks);
		}

		private boolean asks(WebFilter filter) {
			try {
				ServerWebExchangeMatcher.MatchResult result = now(
						fieldOf(filter, "requireCsrfProtectionMatcher", ServerWebExchangeMatcher.class)
							.matches(this.exchange));
				return result == null || result.isMatch();
			}
			catch (RuntimeException ex) {
				return true;
			}
		}

	}

}
