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

import jakarta.servlet.ServletContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Configuration for the description of a servlet application.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ RequestMappingHandlerMapping.class, DispatcherServletPath.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ServletOpenApiConfiguration {

	@Bean
	ServletOperationStack faultbookServletOperationStack(ObjectProvider<RequestMappingHandlerMapping> mappings,
			ObjectProvider<ContentNegotiationManager> negotiation, ObjectProvider<ServletContext> servletContext,
			ObjectProvider<DispatcherServletPath> dispatcher) {
		return new ServletOperationStack(mappings, negotiation, servletContext, dispatcher);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(FilterChainProxy.class)
	static class SecurityConfiguration {

		@Bean
		ServletAccessStack faultbookServletAccessStack(ObjectProvider<FilterChainProxy> proxies,
				ServletContext servletContext) {
			return new ServletAccessStack(proxies, servletContext.getContextPath());
		}

	}

}
