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

import java.util.Objects;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webflux.autoconfigure.WebFluxProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Configuration for the description of a reactive application.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ RequestMappingHandlerMapping.class, WebFluxProperties.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class ReactiveOpenApiConfiguration {

	@Bean
	ReactiveOperationStack faultbookReactiveOperationStack(ObjectProvider<RequestMappingHandlerMapping> mappings,
			ObjectProvider<RequestedContentTypeResolver> negotiation, ObjectProvider<WebFluxProperties> properties) {
		return new ReactiveOperationStack(mappings, negotiation, basePath(properties));
	}

	private static String basePath(ObjectProvider<WebFluxProperties> properties) {
		WebFluxProperties known = properties.getIfAvailable();
		return (known != null) ? Objects.requireNonNullElse(known.getBasePath(), "") : "";
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebFilterChainProxy.class)
	static class SecurityConfiguration {

		@Bean
		ReactiveAccessStack faultbookReactiveAccessStack(ObjectProvider<WebFilterChainProxy> proxies,
				ObjectProvider<WebFluxProperties> properties) {
			return new ReactiveAccessStack(proxies, basePath(properties));
		}

	}

}
