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

import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.ResolverOrder;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.servlet.ServletErrorExemption;
import io.github.faultbook.pipeline.ErrorResolver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.server.authorization.HttpStatusServerAccessDeniedHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.session.ConcurrentSessionFilter;
import org.springframework.web.server.WebFilter;

/**
 * Auto-configuration for the exceptions of Spring Security.
 */
// After the mappings of the application, before the resolver for exceptions that carry a
// status
@AutoConfiguration(after = FaultbookAutoConfiguration.class, before = InputErrorAutoConfiguration.class)
@ConditionalOnClass({ AccessDeniedException.class, AuthenticationException.class })
@ConditionalOnBean(FaultbookAutoConfiguration.class)
public final class SecurityErrorAutoConfiguration {

	@Bean
	@Order(ResolverOrder.SECURITY)
	SecurityErrorResolver faultbookSecurityErrorResolver() {
		return new SecurityErrorResolver();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ExceptionTranslationFilter.class)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class ServletSecurityConfiguration {

		@Bean
		ServletErrorExemption faultbookSecurityErrorExemption() {
			return SecurityExceptionFilter::isForFilters;
		}

		@Bean
		SecurityErrorCause faultbookSecurityErrorCause() {
			return new SecurityErrorCause();
		}

		@Bean
		SecurityFailures faultbookSecurityFailures() {
			return new SecurityFailures();
		}

		@Bean
		@Order(ResolverOrder.SECURITY_DECISION)
		UnchallengedErrorResolver faultbookUnchallengedErrorResolver(ObjectProvider<SecurityFilterChain> chains) {
			return new UnchallengedErrorResolver(new SecurityChallenges(chains::orderedStream));
		}

		/**
		 * The firewall checks headers and parameters when they are accessed, which may be
		 * in a controller.
		 * @return the resolver
		 */
		@Bean
		@Order(ResolverOrder.SECURITY)
		ErrorResolver faultbookRequestRejectedErrorResolver() {
			return ErrorResolver.mapping(RequestRejectedException.class, CommonError.INVALID_REQUEST);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ExceptionTranslationFilter.class, HttpSecurity.class })
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class ChainConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RequestRejectedHandler faultbookRequestRejectedHandler() {
			RequestRejectedHandler handler = new HttpStatusRequestRejectedHandler();
			return (request, response, exception) -> {
				SecurityFailures.remember(exception, request);
				handler.handle(request, response, exception);
			};
		}

		@Bean
		Customizer<HttpSecurity> faultbookExceptionCustomizer() {
			SecurityExceptionFilter filter = new SecurityExceptionFilter();
			return (http) -> http.addFilterAfter(filter, ExceptionTranslationFilter.class);
		}

		/**
		 * Session management is enabled by default, so this customizer adds nothing to a
		 * chain except the guard of a filter that the chain may have.
		 * @param chains the filter chains, one of which has the challenge
		 * @return the customizer of all chains
		 */
		@Bean
		Customizer<HttpSecurity> faultbookExpiredSessionCustomizer(ObjectProvider<SecurityFilterChain> chains) {
			SecurityChallenges challenges = new SecurityChallenges(chains::orderedStream);
			ObjectPostProcessor<ConcurrentSessionFilter> guard = new ObjectPostProcessor<>() {

				@Override
				@SuppressWarnings("unchecked")
				public <O extends ConcurrentSessionFilter> O postProcess(O filter) {
					return (O) new ExpiredSessionGuard(filter, challenges);
				}

			};
			return (http) -> http.sessionManagement((sessions) -> sessions.addObjectPostProcessor(guard));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ WebFilter.class, ServerHttpSecurity.class, HttpStatusServerAccessDeniedHandler.class })
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class ReactiveSecurityConfiguration {

		@Bean
		ReactiveSecurityErrorCause faultbookReactiveSecurityErrorCause() {
			return new ReactiveSecurityErrorCause();
		}

		@Bean
		Customizer<ServerHttpSecurity> faultbookReactiveExceptionCustomizer() {
			WebFilter filter = ReactiveSecurityErrorCause::record;
			return (http) -> http.addFilterAfter(filter, SecurityWebFiltersOrder.EXCEPTION_TRANSLATION);
		}

		@Bean
		@Order(ResolverOrder.SECURITY)
		ErrorResolver faultbookExchangeRejectedErrorResolver() {
			return ErrorResolver.mapping(ServerExchangeRejectedException.class, CommonError.INVALID_REQUEST);
		}

	}

}
