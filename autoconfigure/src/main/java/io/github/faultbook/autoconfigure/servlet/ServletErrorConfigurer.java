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

import org.springframework.context.ApplicationContext;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;

/**
 * Adds the resolvers of this package to those of Spring MVC.
 */
final class ServletErrorConfigurer implements WebMvcConfigurer {

	private final ServletErrorHandler handler;

	private final ApplicationContext context;

	private final AsyncTimeouts timeouts = new AsyncTimeouts();

	ServletErrorConfigurer(ServletErrorHandler handler, ApplicationContext context) {
		this.handler = handler;
		this.context = context;
	}

	@Override
	public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
		configurer.registerCallableInterceptors(this.timeouts);
		configurer.registerDeferredResultInterceptors(this.timeouts);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.timeouts);
	}

	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
		builder.configureMessageConvertersList(JsonReaders::log);
	}

	@Override
	public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
		ServletErrorResolver resolver = new ServletErrorResolver(this.handler);
		int position = 0;
		for (int i = 0; i < resolvers.size(); i++) {
			position = (resolvers.get(i) instanceof ExceptionHandlerExceptionResolver) ? i + 1 : position;
		}
		CatalogExceptionResolver catalog = new CatalogExceptionResolver(resolver, this.context);
		resolvers.add(position, resolver);
		resolvers.add(position + 1, new UnwrittenAnswers(catalog, this.handler));
		resolvers.add(0, catalog);
		CatchAllHandlers.log(this.context);
	}

}
