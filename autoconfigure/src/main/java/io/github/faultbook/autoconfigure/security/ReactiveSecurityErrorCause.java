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

package io.github.faultbook.autoconfigure.security;

import java.util.Objects;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.reactive.ReactiveErrorCause;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.authorization.HttpStatusServerAccessDeniedHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * {@link ReactiveErrorCause} that finds the exceptions for which the filters of Spring
 * Security sent a status. The text that they send with a 403 by default counts as no
 * body. Handlers and entry points of the application are not affected.
 */
final class ReactiveSecurityErrorCause implements ReactiveErrorCause {

	private static final String FAILURE = ReactiveSecurityErrorCause.class.getName() + ".failure";

	/**
	 * The number of callers among which the handler is looked for. It calls the response
	 * itself, so most of them belong to this library.
	 */
	private static final int CALLERS = 16;

	/**
	 * Filter directly after the filter that handles the exceptions of authorization, so
	 * that it sees the same exceptions. It records them.
	 * @param exchange the exchange
	 * @param chain the next filters
	 * @return the result of the next filters
	 */
	static Mono<Void> record(ServerWebExchange exchange, WebFilterChain chain) {
		return chain.filter(exchange).doOnError((failure) -> {
			if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
				exchange.getAttributes().put(FAILURE, failure);
			}
		});
	}

	@Override
	public @Nullable Throwable find(int status, ServerWebExchange exchange) {
		if (status == HttpStatus.UNAUTHORIZED.value()) {
			return unauthenticated(exchange);
		}
		return (status == HttpStatus.FORBIDDEN.value()) ? exchange.getAttribute(FAILURE) : null;
	}

	private static @Nullable Throwable unauthenticated(ServerWebExchange exchange) {
		boolean invalidToken = exchange.getResponse()
			.getHeaders()
			.getOrEmpty(HttpHeaders.WWW_AUTHENTICATE)
			.stream()
			.anyMatch(ReactiveSecurityErrorCause::isInvalidToken);
		if (invalidToken) {
			return new ApiException(CommonError.INVALID_TOKEN);
		}
		Throwable failure = exchange.getAttribute(FAILURE);
		if (failure instanceof AccessDeniedException) {
			// Spring Security passes this exception to the entry point, too
			return new InsufficientAuthenticationException("Full authentication is required", failure);
		}
		boolean refused = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
		return (failure == null && refused) ? new BadCredentialsException("The credentials were refused") : failure;
	}

	/**
	 * Return whether a challenge reports an invalid token (RFC 6750, section 3.1).
	 * @param challenge a value of {@code WWW-Authenticate}
	 * @return whether the token is invalid
	 */
	private static boolean isInvalidToken(String challenge) {
		return challenge.startsWith("Bearer ") && challenge.contains("error=\"invalid_token\"");
	}

	@Override
	public boolean isBare(ServerWebExchange exchange) {
		return Objects.equals(exchange.getResponse().getStatusCode(), HttpStatus.FORBIDDEN) && StackWalker.getInstance()
			.walk((callers) -> callers.limit(CALLERS)
				.anyMatch(
						(caller) -> caller.getClassName().equals(HttpStatusServerAccessDeniedHandler.class.getName())));
	}

	@Override
	public boolean isForFilters(Throwable exception) {
		return exception instanceof AccessDeniedException || exception instanceof AuthenticationException
				|| exception instanceof ServerExchangeRejectedException;
	}

}
