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

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.ResolverOrder;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.autoconfigure.input.RecordingBudget;
import io.github.faultbook.autoconfigure.language.SupportedLocales;
import io.github.faultbook.autoconfigure.settings.ErrorPages;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.version.ApiVersionErrorResolver;
import io.github.faultbook.autoconfigure.version.ApiVersions;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReferences;
import jakarta.servlet.Servlet;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.accept.ApiVersionStrategy;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Auto-configuration for handling the errors of a servlet application.
 */
// Before the resolver for exceptions that carry a status, such as missing parameters;
// before Spring MVC and its error handling, whose problem details and error controller
// back off for the beans below
@AutoConfiguration(after = FaultbookAutoConfiguration.class, before = InputErrorAutoConfiguration.class,
		beforeName = { "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
				"org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration" })
@ConditionalOnClass({ Servlet.class, DispatcherServlet.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(FaultbookAutoConfiguration.class)
public final class ServletErrorAutoConfiguration {

	@Bean
	RequestBodyRecorder faultbookRequestBodyRecorder(FaultbookProperties properties) {
		FaultbookProperties.BodyRecording recording = properties.getBodyRecording();
		return new RequestBodyRecorder(
				recording.isEnabled() ? new RecordingBudget(recording.getMemory().toBytes()) : null);
	}

	@Bean
	ServletErrorHandler faultbookServletErrorHandler(ErrorPipeline pipeline, ErrorReferences references,
			SupportedLocales locales,
			@Qualifier(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME) ObjectProvider<LocaleResolver> localeResolver,
			ObjectProvider<ServletErrorExemption> exemptions, ObjectProvider<ServletErrorCause> causes,
			FaultbookProperties properties) {
		// Resolved lazily, as the bean belongs to Spring MVC, which is configured after
		// the filters
		return new ServletErrorHandler(pipeline, references, locales,
				SingletonSupplier.ofNullable(localeResolver::getIfAvailable), exemptions.orderedStream().toList(),
				causes.orderedStream().toList(), properties);
	}

	@Bean
	FilterRegistrationBean<ServletErrorGuard> faultbookServletErrorGuard(ServletErrorHandler handler,
			FaultbookProperties properties, ListableBeanFactory beans) {
		return ServletErrorGuard.register(handler, properties, ErrorPages.isForAll(properties, beans), null);
	}

	@Bean
	@ConditionalOnClass(ErrorController.class)
	@ConditionalOnMissingBean(ErrorController.class)
	@ConditionalOnBooleanProperty(name = "faultbook.html-pages", havingValue = false, matchIfMissing = true)
	ServletErrorController faultbookServletErrorController(ServletErrorHandler handler) {
		return new ServletErrorController(handler);
	}

	@Bean
	ProblemDetailAdvice faultbookProblemDetailAdvice(ServletErrorHandler handler) {
		return new ProblemDetailAdvice(handler);
	}

	@Bean
	WebMvcConfigurer faultbookServletErrorConfigurer(ServletErrorHandler handler, ApplicationContext context) {
		return new ServletErrorConfigurer(handler, context);
	}

	/**
	 * A marker bean. If a bean of this type exists, Spring Boot does not register its
	 * advice for {@code spring.mvc.problemdetails.enabled}, which would take precedence
	 * over the application's own advices and use another format.
	 * @return the bean
	 */
	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty("spring.mvc.problemdetails.enabled")
	ResponseEntityExceptionHandler faultbookProblemDetailsMarker() {
		return new ResponseEntityExceptionHandler() {
		};
	}

	/**
	 * The resolvers for the exceptions of Spring MVC and servlets.
	 */
	@Configuration(proxyBeanMethods = false)
	static class RequestConfiguration {

		@Bean
		@Order(ResolverOrder.INPUT)
		RequestErrorResolver faultbookRequestErrorResolver(InputViolations inputs) {
			return new RequestErrorResolver(inputs);
		}

		@Bean
		@Order(ResolverOrder.INPUT)
		PartErrorResolver faultbookPartErrorResolver(InputViolations inputs) {
			return new PartErrorResolver(inputs);
		}

		@Bean
		@Order(ResolverOrder.INPUT)
		WildcardTypeErrorResolver faultbookWildcardTypeErrorResolver(
				ObjectProvider<RequestMappingHandlerAdapter> adapters) {
			return new WildcardTypeErrorResolver(() -> adapters.orderedStream()
				.findFirst()
				.map(RequestMappingHandlerAdapter::getMessageConverters)
				.orElseGet(List::of));
		}

		@Bean
		@Order(ResolverOrder.STATUS)
		UnavailableErrorResolver faultbookUnavailableErrorResolver() {
			return new UnavailableErrorResolver();
		}

		@Bean
		@Order(ResolverOrder.INPUT)
		ApiVersionErrorResolver faultbookApiVersionErrorResolver(InputViolations inputs, Environment environment,
				@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
			List<String> configured = Binder.get(environment)
				.bind("spring.mvc.apiversion.supported", Bindable.listOf(String.class))
				.orElseGet(List::of);
			return new ApiVersionErrorResolver(inputs, SingletonSupplier.ofNullable(() -> {
				RequestMappingHandlerMapping mapping = handlers.getIfAvailable();
				ApiVersionStrategy strategy = (mapping != null) ? mapping.getApiVersionStrategy() : null;
				return (strategy != null) ? new ApiVersions<>(new ServletApiVersionStack(strategy, mapping), configured)
						: null;
			}));
		}

	}

}
