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

package io.github.faultbook.autoconfigure.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.servlet.ServletErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.validation.ValidationErrorAutoConfiguration;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcConfigurer;
import org.springframework.test.web.servlet.setup.StandaloneMockMvcBuilder;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.annotation.ResponseStatusExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/**
 * {@link MockMvcConfigurer} that applies Faultbook to controllers that are tested without
 * an application context:
 *
 * <pre class="code">
 * MockMvcBuilders.standaloneSetup(new InvoiceController())
 *   .apply(new FaultbookMockMvcConfigurer("faultbook.format=details-map"))
 *   .build();
 * </pre>
 *
 * The exception resolvers of the builder are replaced; its advices still take precedence.
 * Features that need an application context are missing: beans of the application, Spring
 * Security, violations found by reading a JSON body again, and the format for returned
 * {@code ProblemDetail}s.
 * <p>
 * With {@code webAppContextSetup}, the application brings Faultbook itself, and only
 * {@code status().reason(…)} needs this configurer. {@code @AutoConfigureMockMvc} applies
 * it.
 */
public final class FaultbookMockMvcConfigurer implements MockMvcConfigurer {

	private final String[] properties;

	/**
	 * Create a configurer.
	 * @param properties the configuration, each as {@code name=value}; none with
	 * {@code webAppContextSetup}, as the application has its own
	 */
	public FaultbookMockMvcConfigurer(String... properties) {
		this.properties = properties.clone();
	}

	@Override
	public void afterConfigurerAdded(ConfigurableMockMvcBuilder<?> builder) {
		builder.alwaysDo(new MockReason());
		if (builder instanceof StandaloneMockMvcBuilder standalone) {
			configure(standalone);
		}
		else if (this.properties.length > 0) {
			throw new IllegalArgumentException("Set the properties of the application context instead");
		}
	}

	private void configure(StandaloneMockMvcBuilder standalone) {
		AnnotationConfigWebApplicationContext context = start();
		List<HandlerExceptionResolver> resolvers = new ArrayList<>(List.of(new ExceptionHandlerExceptionResolver(),
				new ResponseStatusExceptionResolver(), new DefaultHandlerExceptionResolver()));
		context.getBeanProvider(WebMvcConfigurer.class)
			.forEach((configurer) -> configurer.extendHandlerExceptionResolvers(resolvers));
		standalone.setHandlerExceptionResolvers(resolvers);
		context.getBeanProvider(FilterRegistrationBean.class)
			.forEach((registration) -> standalone.addFilters(registration.getFilter()));
	}

	private AnnotationConfigWebApplicationContext start() {
		AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
		context.setServletContext(new MockServletContext());
		context.register(Faultbook.class);
		Properties source = new Properties();
		for (String property : this.properties) {
			int equals = property.indexOf('=');
			source.setProperty(property.substring(0, equals), property.substring(equals + 1));
		}
		context.getEnvironment().getPropertySources().addFirst(new PropertiesPropertySource("faultbook", source));
		context.refresh();
		return context;
	}

	@ImportAutoConfiguration({ FaultbookAutoConfiguration.class, InputErrorAutoConfiguration.class,
			ServletErrorAutoConfiguration.class, ValidationErrorAutoConfiguration.class })
	static class Faultbook {

	}

}
